import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { WaitingCounts, WaitingSession } from '../../shared/contract/team/team.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { callsWaiting, type Named, sessionsNamed } from '../storage/team/heard-here.ts'
import type { HubLink } from './hub-link-port.ts'
import { makeMirror } from './mirror.ts'
import { keepQuotes } from './quoted.ts'
import { makeUploader } from './uploader.ts'

/** What was heard at this desk, and how far it is on its way to the hub. */
export interface Heard {
  /** An entry was written: for `makeJournal`. */
  entered(): void
  /** The hub accepted a command of this desk. */
  accepted(call: string, input: unknown, value: unknown): void
  /** This desk alone says how it is: it was heard here, and goes on or has not gone up whole. */
  isHere(named: Named): boolean
  /** Sends what waits of it. False: the hub is away, would not take it, or was too slow. */
  isUp(named: Named): Promise<boolean>
  waiting(): WaitingCounts
  /** The oldest first. */
  sessions(): WaitingSession[]
  tryNow(): void
  /** Sends no more; the database may be closed then. */
  close(): Promise<void>
}

export const NOTHING_WAITS: WaitingCounts = { rows: 0, calls: 0, notes: 0 }

/** So long somebody who opens a ticket waits for its notes to go up. */
const LONGEST_DRAIN_MS = 5_000

export interface HeardParts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Clock
  readonly log: Log
  emit(event: EarshotEvent): void
}

/** Begins to send what is heard, and to keep copies of what all desks share. */
export function heardAt(parts: HeardParts): Heard {
  const { db, link, emit } = parts
  const uploader = makeUploader({ ...parts, changed: () => emit({ kind: 'changed', topics: ['team'] }) })
  const mirror = makeMirror(parts)
  const quotes = keepQuotes(parts)
  const whyNow = (): WaitingSession['why'] => {
    const state = link.state()
    if (state.kind === 'refused') return state.why
    return state.kind === 'here' ? 'going_up' : 'hub_away'
  }
  const sessions = () => {
    const calls = callsWaiting(db)
    return uploader.waiting().flatMap(({ group, since, rows, notes, why, ...session }): WaitingSession[] => {
      const what = session.startedAt === null ? 'booking' : 'session'
      const counts = { rows, notes, calls: calls.get(group) ?? 0 }
      return since === null ? [] : [{ what, id: group, ...session, counts, since, why: why ?? whyNow() }]
    })
  }
  const sum = (of: keyof WaitingCounts) => sessions().reduce((all, { counts }) => all + counts[of], 0)
  return {
    entered: uploader.noticed,
    accepted: (call, input, value) => {
      quotes.noticed(call, input, value)
      // Should the hub go away now, the desk's own board has what it was promised.
      void mirror.catchUp()
    },
    isHere: (named) => sessionsNamed(db, named).some((sessionId) => !uploader.isUp(sessionId)),
    isUp: async (named) => {
      const sessionIds = sessionsNamed(db, named)
      if (sessionIds.length === 0) return true
      let timer: NodeJS.Timeout | undefined
      const impatience = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, LONGEST_DRAIN_MS, false)
      })
      const isUp = await Promise.race([uploader.drained(sessionIds).then((how) => how === 'up'), impatience])
      clearTimeout(timer)
      return isUp
    },
    waiting: () => ({ rows: sum('rows'), calls: sum('calls'), notes: sum('notes') }),
    sessions,
    tryNow: uploader.tryNow,
    close: async () => void (await Promise.all([uploader.close(), mirror.close(), quotes.close()])),
  }
}
