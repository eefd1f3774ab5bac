import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../electron/storage/file/folder-lock.ts'
import { aFolder } from '../builders/console.ts'

test.skipIf(process.platform === 'win32')(
  'a console that can open no more files leaves the lock of another where it is (not run: Windows sets no such limit)',
  () => {
    const [spare, folder] = [aFolder(), aFolder()]
    const lock = lockFolder(folder.path)
    const child = join(import.meta.dirname, 'lock-without-handles-child.ts')
    const limited = 'ulimit -n 60 && exec "$0" "$@"'
    const said = execFileSync('sh', ['-c', limited, process.execPath, child, spare.path, folder.path], {
      encoding: 'utf8',
    })
    expect(said).toBe('cannot be told')
    expect(readdirSync(folder.path)).toEqual(['earshot.lock'])
    if (lock !== 'in_use') lock.release()
    spare.remove()
    folder.remove()
  },
)
