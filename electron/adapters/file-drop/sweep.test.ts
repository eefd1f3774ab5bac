import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFileDrop } from './file-drop.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-sweep-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a sweep takes what this console left, and nothing else that lies in the folder', async () => {
  const others = ['别人的.xlsx', '听线工单_全部_2026-09-18_0900_01.csv', 'a.tmp', '.~earshot-x.tmp', '.~lock.a.ods#']
  for (const name of [...others, '.~earshot-k7qfwxzz-01a2.tmp']) writeFileSync(join(folder, name), 'x')
  const drop = makeFileDrop({ mark: 'k7qf' })
  expect(await drop.sweep(folder)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual([...others].sort())
  drop.close()
})
