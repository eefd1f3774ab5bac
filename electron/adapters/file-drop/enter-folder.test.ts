import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkFolder, glanceAt } from './check-folder.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-enter-'))
  mkdirSync(join(root, 'data', 'backups', 'deep'), { recursive: true })
  writeFileSync(join(root, 'data', 'earshot.db'), '')
  symlinkSync(join(root, 'data', 'backups'), join(root, 'link'))
})
afterEach(() => rmSync(root, { recursive: true }))

const inside = ['data', 'data/backups', 'data/backups/deep', 'link']
const notThere = ['data/new', 'data/new/deep', 'link/new', 'data/earshot.db', 'data/earshot.db/new']

test.each([...inside, ...notThere])('%s belongs to a console: no export goes there', async (name) => {
  const target = { folder: join(root, name), mountPoint: null }
  const owner = { mark: 'k7qf', run: 'abcd', endedIds: [] }
  expect(await glanceAt(target)).toMatchObject({ kind: 'refused', reason: 'data_folder' })
  expect(await checkFolder({ ...target, probeId: 'p' }, owner, () => {})).toMatchObject({ reason: 'data_folder' })
})

test('the folder above is as good as any, and what is not there beside it is missing', async () => {
  expect(await glanceAt({ folder: root, mountPoint: null })).toMatchObject({ kind: 'ready' })
  for (const name of ['data2', 'other/new'])
    expect(await glanceAt({ folder: join(root, name), mountPoint: null })).toMatchObject({ reason: 'folder_missing' })
})

test.runIf(process.platform === 'linux')(
  'what the system tells about itself takes no file, also where it seems writable',
  async () => {
    const owner = { mark: 'k7qf', run: 'abcd', endedIds: [] }
    for (const folder of ['/proc', '/proc/self']) {
      const target = { folder, mountPoint: null }
      expect(await glanceAt(target)).toMatchObject({ reason: 'folder_read_only' })
      expect(await checkFolder({ ...target, probeId: 'p' }, owner, () => {})).toMatchObject({
        reason: 'folder_read_only',
      })
    }
  },
)
