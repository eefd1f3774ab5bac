import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, unlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isTaken } from './set-aside.ts'

const LOOK_EVERY_MS = 250
const MOST_LOOKS = 8

const profileOfEarlierVersions = (dataFolder: string): string => join(dataFolder, 'window')

/** Typed words and tokens lie in the first, so as long as they do it is a browser's. A folder of that name may also be somebody's own. */
const SIGNS_OF_A_BROWSER = ['Default', 'Local State', 'Last Version', 'First Run', 'SingletonLock', 'lockfile']

const isBrowsers = (folder: string): boolean => SIGNS_OF_A_BROWSER.some((name) => isTaken(join(folder, name)))

/** Tells the profiles of one data folder from those of another console that runs beside it. */
const prefixFor = (dataFolder: string): string =>
  `earshot-window-${createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12)}-`

/**
 * A browser profile for one run, for own eyes only, in the system's place for what need not last: whatever a browser writes of a
 * conversation is gone with it. Outside the data folder, which is copied and backed up.
 */
export const makeProfile = (dataFolder: string): string => mkdtempSync(join(tmpdir(), prefixFor(dataFolder)))

/**
 * Removes a profile once no browser runs on it any more. A helper that takes crash reports outlives its browser by a moment and makes
 * its folder anew, and Windows lets go of a file some time after its process: so it looks again. What stays is swept at the next start.
 */
export async function removeProfile(profile: string): Promise<void> {
  while (browserOn(profile) !== null) await pause()
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {})
    await pause()
    if (!existsSync(profile)) return
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))

/**
 * Removes what earlier runs left after a kill. The lock of the data folder is held, so no other console owns one; but a window may
 * have outlived its console, with words in it that somebody wants to copy: it keeps its profile until it is closed.
 */
export function sweepProfiles(dataFolder: string): void {
  const prefix = prefixFor(dataFolder)
  const left = namesIn(tmpdir()).filter((name) => name.startsWith(prefix))
  const earlier = [profileOfEarlierVersions(dataFolder)].filter(isBrowsers)
  for (const profile of [...earlier, ...left.map((name) => join(tmpdir(), name))]) {
    if (browserOn(profile) !== null) continue
    try {
      rmSync(profile, { recursive: true, force: true })
    } catch {
      // Held by something: the next start tries again.
    }
  }
}

/**
 * The process of the browser that runs on a profile, by Chromium's own sign: a link that names it. On Windows a file that cannot be
 * deleted while it runs, which names none: 0.
 */
export function browserOn(profile: string): number | null {
  try {
    if (process.platform === 'win32') {
      unlinkSync(join(profile, 'lockfile'))
      return null
    }
    const processId = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1])
    process.kill(processId, 0)
    return isStartedOn(profile, processId) ? processId : null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // A process of somebody else's is no browser of ours: the number was given again.
    return code === 'EBUSY' || code === 'EACCES' || (code === 'EPERM' && process.platform === 'win32') ? 0 : null
  }
}

/**
 * After a kill the link stays, and its number may belong to any other process by now; the profile would stay as long as that one.
 * So it is asked what it was started with. One that does not tell is taken for the browser.
 */
function isStartedOn(profile: string, processId: number): boolean {
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${processId}/cmdline`, 'utf8')
        : execFileSync('/bin/ps', ['-ww', '-o', 'command=', '-p', String(processId)], {
            encoding: 'utf8',
            timeout: 2_000,
          })
    return commandLine.includes(`--user-data-dir=${profile}`)
  } catch {
    return true
  }
}

/** A folder that is not there or not ours has nothing to sweep. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
