import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenConsole } from '../../electron/compose.ts'
import { copyDatabase, lookIntoBackup } from '../../electron/storage/file/backup.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aConsole, aFolder, clientOf } from '../builders/console.ts'
import { whyNoDrives } from './mounts.ts'

const noDrives = whyNoDrives()
describe.skipIf(noDrives !== null)(
  `copies of the database${noDrives === null ? '' : ` (not run: ${noDrives})`}`,
  () => {
    let folder: ReturnType<typeof aFolder>
    let console: OpenConsole | null
    beforeEach(() => {
      folder = aFolder()
      console = null
    })
    afterEach(async () => {
      await console?.close()
      folder.remove()
    })

    test('one whose name is busy for a moment is made', () => {
      const db = openForWriting(join(folder.path, 'earshot.db'))
      const target = join(folder.path, 'copy.db')
      // Renaming onto a place where something is mounted answers EBUSY, as Windows does for an open file.
      writeFileSync(target, '')
      execFileSync('mount', ['--bind', target, target])
      spawn('sh', ['-c', 'sleep 0.2; umount "$0"', target], { stdio: 'ignore' })
      copyDatabase(db, target)
      db.close()
      expect([
        lookIntoBackup(target).isGood,
        readdirSync(folder.path).filter((name) => name.includes('unfinished')),
      ]).toEqual([true, []])
    })

    test('one that the disk refuses says so, with the system’s code', async () => {
      const backups = join(folder.path, 'backups')
      mkdirSync(backups)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=64k', 'earshot-test', backups])
      try {
        console = await aConsole(folder.path)
        const answer = await clientOf(console.call).workspace.backUpNow({})
        expect(answer).toMatchObject({ ok: false, code: 'disk_failed', detail: { code: 'EROFS' } })
      } finally {
        execFileSync('umount', [backups])
      }
    })
  },
)
