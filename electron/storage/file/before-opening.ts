import { existsSync, realpathSync, rmSync } from 'node:fs'
import { sweepLeftovers } from './backup.ts'
import { endedUncleanly } from './inspect.ts'

/** What an end in the middle of something of ours left. Before anything is opened: the folder is ours alone. */
export function dropLeftovers(dataFolder: string, path: string): void {
  sweepLeftovers(dataFolder)
  for (const name of ['unfinished', 'rebuilt'])
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      rmSync(`${path}.${name}${suffix}`, { recursive: true, force: true })
}

/** A link is followed once, or the log would be looked for beside the link. */
export const followLink = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

/** What cannot be looked at did not end well. */
export function endedUncleanlyOr(path: string): boolean {
  try {
    return endedUncleanly(path)
  } catch {
    return true
  }
}
