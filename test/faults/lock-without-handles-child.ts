import { openSync } from 'node:fs'
import { lockFolder } from '../../electron/storage/file/folder-lock.ts'

// Loads the library while files can still be opened.
const [, , warmUp = '', folder = ''] = process.argv
const first = lockFolder(warmUp)
if (first !== 'in_use') first.release()
try {
  for (;;) openSync('/dev/null', 'r')
} catch {
  // No file can be opened any more.
}
try {
  process.stdout.write(lockFolder(folder) === 'in_use' ? 'in use' : 'held')
} catch {
  process.stdout.write('cannot be told')
}
