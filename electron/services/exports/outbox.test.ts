import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
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

const ledger = { unfinished: [], known: (ids: readonly string[]) => new Set(ids), now: new Date().toISOString() }

test('bytes that a ledger gone back to a copy does not know stay for a month, half made ones do not', async () => {
  const outbox = outboxIn(folder.path)
  outbox.make()
  const [fresh, old] = [v7(), v7()]
  for (const id of [fresh, old]) writeFileSync(outbox.pathOf(id, 'csv'), '工单')
  writeFileSync(`${outbox.pathOf(fresh, 'csv')}.part`, '工单')
  const then = Date.now() / 1_000 - 31 * 86_400
  utimesSync(outbox.pathOf(old, 'csv'), then, then)
  await outbox.dropStray({ ...ledger, known: () => new Set<string>() })
  expect(inOutbox()).toEqual([`${fresh}.csv`])
})

test.each(exportFormatNames)(
  'stray bytes of %s go, finished or half made; what is still wanted stays',
  async (format) => {
    const outbox = outboxIn(folder.path)
    outbox.make()
    const [wanted, stray] = [v7(), v7()]
    for (const id of [wanted, stray])
      for (const ending of ['', '.part']) writeFileSync(outbox.pathOf(id, format) + ending, '工单')
    await outbox.dropStray({ ...ledger, unfinished: [{ id: wanted }] })
    expect(inOutbox().every((name) => name.startsWith(wanted))).toBe(true)
    expect(inOutbox()).toHaveLength(2)
    outbox.drop(wanted, format)
    expect(inOutbox()).toEqual([])
  },
)

test('what somebody else put there is left alone', async () => {
  mkdirSync(join(folder.path, 'outbox'))
  const others = ['notes.txt', '听线工单_全部.csv', `${v7()}.pdf`, `copy of ${v7()}.csv`, `${v7()}.csv.bak`]
  for (const name of others) writeFileSync(join(folder.path, 'outbox', name), '')
  await outboxIn(folder.path).dropStray(ledger)
  expect(inOutbox()).toEqual([...others].sort())
})

test('without a folder there is nothing to drop', async () => {
  await outboxIn(folder.path).dropStray(ledger)
  expect(existsSync(join(folder.path, 'outbox'))).toBe(false)
})
