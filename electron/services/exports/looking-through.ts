import { join } from 'node:path'
import { type LookEnd, lookThrough } from '../../adapters/exports/look-through.ts'
import { forgetLookedThrough, type LookedThroughFile } from '../../adapters/exports/looked-through.ts'
import { masksVersion } from '../../adapters/exports/masks-version.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { lastEvents } from '../../storage/exports/export-changes.ts'
import { maskingRules as rulesOfMasking } from '../../storage/house/masking-rules.ts'
import { openSession } from '../../storage/listening/sessions.ts'
import type { ServiceParts } from '../parts.ts'

/** What comes in little by little is looked through together; and the thread works at most a hundredth of the time. */
const LEAST_REST_MS = 10 * 60_000
const RESTS_TIMES = 100

type MaskingRules = Parameters<typeof masksVersion>[0]

/** Null: of these masks nothing is remembered. */
export function lookedThroughIn(dataFolder: string, rules: MaskingRules): LookedThroughFile | null {
  const version = masksVersion(rules)
  return version === null ? null : { path: pathIn(dataFolder), version }
}

const pathIn = (dataFolder: string): string => join(dataFolder, 'looked-through')

export interface LookingThrough {
  /** Looks at what came in since the last time, unless somebody listens or it has not rested yet. */
  look(): Promise<void>
  /** Words went: nothing that could tell of them stays. */
  forget(): Promise<void>
  close(): Promise<void>
}

/**
 * What goes out is masked once more, and of nearly all of it that changes nothing. So while nobody listens a thread looks through what files of
 * tickets would hold and remembers what the masks leave as it is; a file then masks only the rest (decision 0084).
 */
export function makeLookingThrough({
  db,
  engine,
  clock,
  log,
  databasePath,
  dataFolder,
}: Pick<ServiceParts, 'db' | 'engine' | 'clock' | 'log' | 'databasePath' | 'dataFolder'>): LookingThrough {
  let running: { readonly ended: Promise<LookEnd>; stop(): void } | null = null
  const underWay = new Set<Promise<void>>()
  let isClosed = false
  let isToForget = false
  let seen = ''
  let restsUntilMs = Number.NEGATIVE_INFINITY

  const notDone = (error: unknown) => log.error('what goes out was not looked through', 'EXPORTS', error)
  const isHeldOff = () =>
    isClosed || running !== null || clock.elapsedMs() < restsUntilMs || runOn(db, openSession(null)) !== null

  async function look(): Promise<void> {
    if (isHeldOff()) return
    const { rules, hidesOrders, last } = await engine.read(function* () {
      return { ...(yield* rulesOfMasking.now()), last: yield* lastEvents() }
    })
    const maskingRules = { rules, hidesOrders }
    const file = lookedThroughIn(dataFolder, maskingRules)
    const now = JSON.stringify([file?.version, last])
    if (file === null || now === seen || isHeldOff()) return
    const startedMs = clock.elapsedMs()
    running = lookThrough({ databasePath, file, maskingRules })
    try {
      if ((await running.ended) === 'whole') seen = now
    } finally {
      running = null
      const tookMs = clock.elapsedMs() - startedMs
      restsUntilMs = clock.elapsedMs() + Math.max(LEAST_REST_MS, tookMs * RESTS_TIMES)
      if (isToForget) await forget()
    }
  }

  async function forget(): Promise<void> {
    isToForget = running !== null
    running?.stop()
    seen = ''
    await forgetLookedThrough(pathIn(dataFolder))
  }

  /** What is under way, the forgetting after a look among it, is awaited before the console closes. */
  function awaited(work: Promise<void>): Promise<void> {
    const done = work.catch(notDone).finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  return {
    look: () => awaited(look()),
    forget: () => awaited(forget()),
    close: async () => {
      isClosed = true
      running?.stop()
      await Promise.all(underWay)
    },
  }
}
