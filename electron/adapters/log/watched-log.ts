import { openFileLog } from './file-log.ts'
import type { Log } from './log-port.ts'

/**
 * The log of a running console, which also hears of promises that fail with nobody waiting. Such a failure is a bug, but ending the
 * process for it would end somebody's session; every write that matters answers its caller, so nothing acknowledged hangs on one.
 */
export function openWatchedLog(dataFolder: string): Log {
  const log = openFileLog(dataFolder)
  process.on('unhandledRejection', (error) => log.error('a promise failed that nobody waited for', 'UNHANDLED', error))
  return log
}
