import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { isFolder, isTaken, makeFolder, setAside } from '../../set-aside.ts'
import { describeError } from './describe-error.ts'
import type { Log } from './log-port.ts'

const MAX_BYTES = 5 * 1024 * 1024
const FILES_KEPT = 5

/** `<dataFolder>/logs/earshot.log`, five files of 5 MB at most. Every line is masked before it is written. */
export function openFileLog(dataFolder: string, maxBytes = MAX_BYTES): Log {
  const folder = join(dataFolder, 'logs')
  makeFolder(folder)
  const path = join(folder, 'earshot.log')
  // Its own files too: the logger would throw at the first line.
  if (isTaken(path) && isFolder(path)) setAside(path)
  // One logger a folder: electron-log keeps loggers by name for the life of the process, tests open several consoles.
  const logger = electronLog.create({ logId: path })
  logger.transports.console.level = false
  if (logger.transports.remote) logger.transports.remote.level = false
  if (logger.transports.ipc) logger.transports.ipc.level = false
  const file = logger.transports.file
  file.level = 'info'
  file.format = '{iso} {level} {text}'
  file.maxSize = maxBytes
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.resolvePathFn = () => path
  file.archiveLogFn = () => rotate(path)
  // Kept on one line: a line break inside a message could pose as a line of ours.
  const masked = (text: string) => maskedByRules(text).text.replace(/[\r\n]+/g, ' ')
  return {
    info: (message) => logger.info(masked(message)),
    warn: (message) => logger.warn(masked(message)),
    error: (message, reference, error) => {
      // The reference is what a person reads out, so it alone is not masked; anything else in its place is.
      const shown = /^[0-9A-F]{8}$/.test(reference) ? reference : masked(reference)
      logger.error(`${masked(message)} [${shown}] ${masked(describeError(error))}`)
    },
  }
}

/**
 * earshot.log → earshot.1.log → … → earshot.4.log → gone. One that somebody has open may refuse; then the log goes on in the file it
 * has, because the logger drops a line, and every line after it, whose rotation throws.
 */
function rotate(path: string): void {
  const older = (number: number) => path.replace(/\.log$/, `.${number}.log`)
  try {
    // First the one that may be held: were it last, each try would push an older one out. `earshot.0.log` is a try that did not end.
    if (!existsSync(older(0))) renameSync(path, older(0))
    rmSync(older(FILES_KEPT - 1), { force: true })
    for (let number = FILES_KEPT - 2; number >= 0; number -= 1)
      if (existsSync(older(number))) renameSync(older(number), older(number + 1))
  } catch {}
}
