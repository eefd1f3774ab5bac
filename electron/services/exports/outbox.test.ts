import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exportFormatNames } from '../../../shared/contract/exports/export-formats.ts'
import { aFolder } from '../../../test/builders/console.ts'
import { outboxIn } from './outbox.ts'

let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

const inOutbox = () => readdirSync(join(folder.path, 'outbox')).sort()

test.each(exportFormatNames)('stray bytes of %s go, finished or half made; what is still wanted stays', (format) => {
  const outbox = outboxIn(folder.path)
  outbox.make()
  const [wanted, stray] = [v7(), v7()]
  for (const id of [wanted, stray])
    for (const ending of ['', '.part']) writeFileSync(outbox.pathOf(id, format) + ending, '工单')
  outbox.dropStray([{ id: wanted }])
  expect(inOutbox().every((name) => name.startsWith(wanted))).toBe(true)
  expect(inOutbox()).toHaveLength(2)
  outbox.drop(wanted, format)
  expect(inOutbox()).toEqual([])
})

test('what somebody else put there is left alone', () => {
  mkdirSync(join(folder.path, 'outbox'))
  const others = ['notes.txt', '听线工单_全部.csv', `${v7()}.pdf`, `copy of ${v7()}.csv`, `${v7()}.csv.bak`]
  for (const name of others) writeFileSync(join(folder.path, 'outbox', name), '')
  outboxIn(folder.path).dropStray([])
  expect(inOutbox()).toEqual([...others].sort())
})

test('without a folder there is nothing to drop', () => {
  expect(() => outboxIn(folder.path).dropStray([])).not.toThrow()
})
