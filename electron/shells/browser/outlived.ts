import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { renamePatiently } from '../../patiently.ts'

/** As many runs may end by a kill, one after the other, and a window of the first still comes back. */
const MOST_RUNS = 8

const Outlived = z.object({
  /** A page of another version would ask in another way. */
  appVersion: z.string(),
  port: z.number().int().min(1).max(65_535),
  /** Of tokens: what lies on the disk opens nothing. */
  hashes: z.array(z.string()),
})

/** A run that was killed: where its windows look for it, and what they say there. */
export type Outlived = Pick<z.infer<typeof Outlived>, 'port' | 'hashes'>

export interface RunFile {
  /** What the last run left; null where it ended by itself, or was of another version. */
  readonly outlived: Outlived | null
  /** Best effort: where it cannot be kept, a window does not come back after a kill. */
  keep(port: number, token: string): void
  /** With a run that ends by itself its windows end, too. */
  remove(): void
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A window may outlive its console, with a press of the red key or words that no disk has yet; it keeps asking at the port it knows. While a console
 * runs this file tells the next one how to be found there. The lock of the data folder is held.
 */
export function runFileIn(dataFolder: string, appVersion: string): RunFile {
  const path = join(dataFolder, 'earshot.run')
  const outlived = readOutlived(path, appVersion)
  return {
    outlived,
    keep: (port, token) => {
      const hashes = [hashOfToken(token), ...(outlived?.hashes ?? [])].slice(0, MOST_RUNS)
      try {
        const written = JSON.stringify({ appVersion, port, hashes } satisfies z.infer<typeof Outlived>)
        writeFileSync(`${path}.new`, written, { mode: 0o600 })
        renamePatiently(`${path}.new`, path)
      } catch {
        rmSync(`${path}.new`, { force: true })
      }
    },
    remove: () => {
      try {
        rmSync(path, { force: true })
      } catch {
        // The folder takes nothing any more: nor was it kept there.
      }
    },
  }
}

function readOutlived(path: string, appVersion: string): Outlived | null {
  try {
    const read = Outlived.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return read.success && read.data.appVersion === appVersion ? read.data : null
  } catch {
    return null
  }
}
