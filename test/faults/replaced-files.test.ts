import { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspaceFile, type WorkspaceFile } from '../../electron/storage/file/workspace-file.ts'
import { aFolder } from '../builders/console.ts'

let folder: ReturnType<typeof aFolder>
let file: WorkspaceFile
const inFolder = (name: string) => join(folder.path, name)
const PERSON = `INSERT INTO person (id, name, department, role) VALUES ('p', '王敏', '客服部', 'listener')`

beforeEach(() => {
  folder = aFolder()
  file = openWorkspaceFile(
    folder.path,
    () => new Date(),
    () => {},
  )
})
afterEach(() => {
  file.close()
  folder.remove()
})

/** In the order in which they were found; the tenth within one second comes after the ninth. */
const found = (number: number, bytes: string) =>
  writeFileSync(inFolder(`earshot_replaced_2026-09-18_090000${number === 1 ? '' : `_${number}`}.db`), bytes)
const here = () =>
  readdirSync(folder.path)
    .filter((name) => name.startsWith('earshot_replaced_'))
    .map((name) => Number(/090000(?:_(\d+))?\.db/.exec(name)?.[1] ?? 1))
    .sort((one, other) => one - other)

test('of a file that is written over again and again the first and the newest stay, and whatever is nowhere else', () => {
  for (const number of [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    found(number, number === 4 || number > 8 ? '一样' : `${number}`)
  copyFileSync(inFolder('earshot.db'), inFolder('earshot_replaced_2026-09-18_090000_2.db'))
  // Somebody's own: it lies there and in no other place.
  copyFileSync(inFolder('earshot.db'), inFolder('earshot_replaced_2026-09-18_090000_3.db'))
  const theirs = new Database(inFolder('earshot_replaced_2026-09-18_090000_3.db'))
  theirs.exec(PERSON)
  theirs.close()
  expect(file.dropReplaced()).toEqual([
    'earshot_replaced_2026-09-18_090000_2.db',
    'earshot_replaced_2026-09-18_090000_4.db',
  ])
  expect(here()).toEqual([1, 3, 5, 6, 7, 8, 9, 10, 11, 12])
  file.db()?.exec(PERSON)
  expect(file.dropReplaced()).toEqual(['earshot_replaced_2026-09-18_090000_3.db'])
})

test('something else each time: the first and the newest twenty-five', () => {
  for (let number = 1; number <= 30; number += 1) found(number, `${number}`)
  file.dropReplaced()
  expect(here()).toEqual([1, ...Array.from({ length: 25 }, (_, index) => index + 6)])
})
