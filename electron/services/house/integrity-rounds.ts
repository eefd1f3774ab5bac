import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../adapters/log/log-port.ts'
import { renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import type { Integrity } from '../../storage/file/integrity.ts'
import type { Clock } from '../parts.ts'

const DAY_MS = 86_400_000
const LOOK_EVERY_MS = 10 * 60_000
/** A window is opening: it comes first. */
const FIRST_LOOK_AFTER_MS = 1_000

export interface IntegrityRounds {
  /** Checks when a check is due; resolves when nothing is being checked. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface RoundsParts {
  readonly dataFolder: string
  readonly clock: Clock
  readonly log: Log
  /** The bytes may not be those Earshot left: looked through whatever the day, by the next start if this one ends before. */
  readonly isSuspect: boolean
  /** Made at this start: there is nothing in it yet to compare. */
  readonly isNew: boolean
  /** Looks through the database; null while none is open. `ended`: the console ends, and the look was given up. */
  check(): Promise<Integrity | 'ended'> | null
  found(integrity: Exclude<Integrity, 'ok'>): void
}

/**
 * Compares indexes with tables at the start after an unclean end, and once a day: the quick look of each start reads every page
 * and still cannot see an index that lies. A day counts over restarts.
 */
export function startIntegrityRounds(parts: RoundsParts): IntegrityRounds {
  const marker = join(parts.dataFolder, 'earshot.checked')
  let { isSuspect, isNew } = parts
  let running: Promise<void> | null = null

  const isDue = () => {
    const sinceMs = Date.parse(parts.clock.now()) - checkedAtMs(marker)
    // A clock set back must not put the check off for as long.
    return isSuspect || !(Math.abs(sinceMs) < DAY_MS)
  }
  const round = async () => {
    if (!isDue()) return
    const checking = isNew ? 'ok' : parts.check()
    if (checking === null) return
    const integrity = await checking
    if (integrity === 'ended') return
    isSuspect = false
    isNew = false
    if (integrity !== 'ok') return parts.found(integrity)
    writeFileSync(`${marker}.new`, parts.clock.now(), { mode: 0o600 })
    renamePatiently(`${marker}.new`, marker)
  }
  const look = () => {
    running ??= round()
      .catch((error: unknown) => parts.log.error('the database could not be looked through', 'CHECK', error))
      .finally(() => {
        running = null
      })
    return running
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  timer.unref()
  if (isSuspect) forgetCheck(marker)
  const first = setTimeout(() => void look(), isNew ? 0 : FIRST_LOOK_AFTER_MS).unref()

  return {
    look,
    stop: async () => {
      clearInterval(timer)
      clearTimeout(first)
      await running
    },
  }
}

/** Best effort: this run looks all the same. */
function forgetCheck(marker: string): void {
  try {
    rmSync(marker, { force: true, recursive: true })
  } catch {}
}

/** NaN: never, as far as this folder says. */
function checkedAtMs(marker: string): number {
  try {
    return Date.parse(readIfFile(marker) ?? '')
  } catch {
    return Number.NaN
  }
}
