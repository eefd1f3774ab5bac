const NO_SPACE = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT']
const DISK = /^(SQLITE_(IOERR|READONLY|CANTOPEN)\w*|EIO|EROFS|EACCES|EPERM|ENODEV|ENXIO|ESTALE)$/

/** `ENOSPC`, `SQLITE_CORRUPT`; empty for what has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Whether the disk had no room for it. */
export const isNoSpace = (error: unknown): boolean => NO_SPACE.includes(codeOf(error))

/** Whether SQLite said that the file's pages or its header are broken. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))

/** Whether the disk, not Earshot, refused: full, or it would not read or write. */
export const diskFault = (error: unknown): 'disk_full' | 'disk_failed' | null =>
  isNoSpace(error) ? 'disk_full' : DISK.test(codeOf(error)) ? 'disk_failed' : null
