import { expect, test } from 'vitest'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import type { Backups } from './backups.ts'
import { restoring } from './restoring.ts'

/** What stands for everything beside going back; each test lets one part fail. */
function aConsole({
  copy = async () => {},
  swap = () => {},
}: {
  copy?: (times: number) => Promise<void>
  swap?: () => void
}) {
  let [db, works, copies, holdsAll] = [{}, true, 0, true]
  const swappedUnderWork: boolean[] = []
  const file: Partial<Record<keyof WorkspaceFile, unknown>> = {
    db: () => db,
    state: () => 'ready',
    path: 'here',
    goBackTo: () => {
      swappedUnderWork.push(works)
      swap()
      ;[db, works] = [{}, true]
      return true
    },
  }
  const backups: Partial<Record<keyof Backups, unknown>> = {
    keep: () => () => {},
    copyNow: async () => {
      copies += 1
      await copy(copies)
      holdsAll = true
      return { fileName: `copy-${copies}` }
    },
    holdsAll: () => holdsAll,
    startAnew: () => {},
  }
  const shelf: Partial<Record<keyof BackupShelf, unknown>> = {
    list: async () => ['one', 'two'].map((fileName) => ({ fileName, isGood: true })),
    pathOf: (name: string) => name,
  }
  const { goBack } = restoring({
    file: file as unknown as WorkspaceFile,
    shelf: shelf as unknown as BackupShelf,
    backups: backups as unknown as Backups,
    holdsFolder: () => true,
    isListening: () => false,
    letGo: async () => {
      // What ends stores a last thing.
      ;[works, holdsAll] = [false, false]
      await Promise.resolve()
    },
    takeUp: () => {
      works = true
    },
  })
  return { goBack, isAtWork: () => works, swappedUnderWork }
}

test('a copy of the last things that cannot be made leaves at work whoever worked', async () => {
  const { goBack, isAtWork } = aConsole({
    copy: async (times) => {
      if (times === 2) throw new Error('EIO')
    },
  })
  await expect(goBack('one')).rejects.toThrow('EIO')
  expect(isAtWork()).toBe(true)
})

test('a full disk before anything was closed leaves at work whoever worked', async () => {
  const { goBack, isAtWork } = aConsole({
    swap: () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    },
  })
  expect(await goBack('one')).toMatchObject({ code: 'no_space' })
  expect(isAtWork()).toBe(true)
})

test('two who go back at once: the second is told, and nobody works on what is closed', async () => {
  const { goBack, isAtWork, swappedUnderWork } = aConsole({})
  const [first, second] = await Promise.all([goBack('one'), goBack('two')])
  expect([first, second]).toMatchObject([{ fileName: 'copy-2' }, { code: 'busy' }])
  expect(swappedUnderWork).toEqual([false])
  expect(isAtWork()).toBe(true)
  expect(await goBack('two')).toMatchObject({ fileName: 'copy-4' })
})
