import type { DeskTroubles } from '../../shared/contract/team/troubles.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { hasToldTroubles, keepToldTroubles } from '../storage/team/changed-here.ts'
import { arrivalsAt, HubRefused } from './bring-along/ask-arrivals.ts'
import { HubAway, type HubLink, isAnswering } from './hub-link-port.ts'

interface Parts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Pick<Clock, 'newId'>
  readonly log: Log
  readonly troubles: () => DeskTroubles
  readonly againMs?: number
}

export interface TroubleTeller {
  /** Something about what waits, or was lost, may be different. */
  look(): void
  /** Resolves when nothing is told any more. */
  close(): Promise<void>
}

/** A hub whose database is away says nothing when that is back. */
const AGAIN_MS = 30_000

const isNone = ({ lost, stuck }: DeskTroubles) => lost.length + stuck.length === 0

/** Tells the hub what of this desk it does not have, so that whoever did it hears of it at their other desks too. A desk that never had any asks nothing. */
export function tellTroubles({ db, link, clock, log, troubles, againMs = AGAIN_MS }: Parts): TroubleTeller {
  const ask = arrivalsAt(link, clock)
  /** As it was told to the hub that is here now; null: not yet. */
  let told: string | null = null
  let running: Promise<void> | null = null
  let isDueAgain = false
  let isClosed = false
  let again: NodeJS.Timeout | undefined

  const goesOn = () => !isClosed && db.open && isAnswering(link.state())
  async function tell(): Promise<void> {
    if (!goesOn()) return
    const now = troubles()
    const said = JSON.stringify(now)
    if (said === told || (isNone(now) && told === null && !hasToldTroubles(db))) return
    // Whatever it says to it: one that does not know the question is not asked it at every note.
    const before = told
    told = said
    try {
      await ask('arrivals', 'tellTroubles', now)
    } catch (error) {
      if (error instanceof HubAway && told === said) told = before
      throw error
    }
    if (db.open && !isNone(now)) keepToldTroubles(db)
  }
  function later(): void {
    clearTimeout(again)
    if (goesOn()) again = setTimeout(look, againMs).unref()
  }
  function look(): void {
    clearTimeout(again)
    if (running !== null) {
      isDueAgain = true
      return
    }
    isDueAgain = false
    running = tell()
      .catch((error: unknown) => {
        if (error instanceof HubAway) return later()
        if (!(error instanceof HubRefused && error.isOfAnotherVersion))
          log.error('what this desk could not bring to the hub was not told', 'TEAM', error)
      })
      .finally(() => {
        running = null
        if (isDueAgain) look()
      })
  }
  const stop = link.onState((state) => {
    told = null
    if (isAnswering(state)) look()
  })
  look()
  return {
    look,
    close: async () => {
      isClosed = true
      stop()
      await running
      clearTimeout(again)
    },
  }
}
