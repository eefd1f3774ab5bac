import { errorCode, failedCall } from './error-code.ts'
import { isPassing } from './patiently.ts'

const NO_SPACE = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']
const DISK = /^(SQLITE_(IOERR|READONLY|CANTOPEN)\w*|EIO|EROFS|EACCES|EPERM|ENODEV|ENXIO|ESTALE)$/

/** Whether the disk had no room for it. */
export const isNoSpace = (error: unknown): boolean => NO_SPACE.includes(errorCode(error))

/** Whether SQLite said that the file's pages or its header are broken. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error))

/** Whether another program has the file: nothing else refuses to move or remove what could be written. */
const isHeld = (error: unknown): boolean =>
  ['EBUSY', 'ETXTBSY'].includes(errorCode(error)) ||
  (isPassing(error) && ['rename', 'unlink', 'rm'].includes(failedCall(error)))

/** Whether the disk, not Earshot, refused: full, a file that is held, or it would not read or write. */
export const diskFault = (error: unknown): 'disk_full' | 'file_held' | 'disk_failed' | null =>
  isNoSpace(error) ? 'disk_full' : isHeld(error) ? 'file_held' : DISK.test(errorCode(error)) ? 'disk_failed' : null
