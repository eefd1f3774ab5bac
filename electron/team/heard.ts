import { z } from 'zod'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { LostChange } from '../../shared/contract/team/lost.ts'
import type { WaitingCounts, WaitingSession } from '../../shared/contract/team/team.ts'
import { MOST_TROUBLES, type StuckSession } from '../../shared/contract/team/troubles.ts'
import { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { putLostAway, tellLostAgain } from '../storage/team/changed-here.ts'
import { callsWaiting, isKnownHere, type Named, sessionsNamed, sessionsOfHere } from '../storage/team/heard-here.ts'
import { sealsWaiting } from '../storage/team/journal.ts'
import { isMirrorWhole } from '../storage/team/mirror.ts'
import { atMost } from './at-most.ts'
import { type AcceptedCommand, rememberChange } from './changed-here.ts'
import type { HubLink } from './hub-link-port.ts'
import { type BroughtBack, bringLostBack, lostHere } from './lost-changes.ts'
import { makeMirror } from './mirror.ts'
import { keepQuotes } from './quoted.ts'
import { type TroubleTeller, tellTroubles } from './tell-troubles.ts'
import { makeUploader, type Uploader } from './uploader.ts'

/** What was heard at this desk, and how far it is on its way to the hub. */
export interface Heard {
  /** An entry was written: for `makeJournal`. */
  entered(): void
  /** The hub accepted a command of this desk. */
  accepted(call: string, input: unknown, value: unknown): void
  /** This desk alone says how it is: it was heard here, and goes on or has not gone up whole. */
  isHere(named: Named): boolean
  /** The sessions of which something may still go up from here. */
  ofHere(): Id[]
  /** Sends what waits of it. False: the hub is away, would not take it, or was too slow. */
  isUp(named: Named): Promise<boolean>
  /** The hub knows each call that was sealed here, for which what waits of their sessions is sent. False: it cannot be told now. */
  areSealsUp(): Promise<'up' | 'away' | 'set_aside'>
  /** The copies of what all desks share are whole. */
  hasCopies(): boolean
  /** A session begins from a booking, or of a person, made a moment ago: until they are here. Null: nothing is to be waited for. */
  untilKnown(call: string, input: unknown): Promise<unknown> | null
  /** The hub is here and could not lay down what waits. */
  isHindered(): boolean
  waiting(): WaitingCounts
  /** The oldest first. */
  sessions(): WaitingSession[]
  /** A command of this desk that the hub accepted is known by its id, should the hub lose it. */
  remember(command: AcceptedCommand): void
  /** What the hub lost of it. */
  lost(): LostChange[]
  bringLostBack(bookingId: Id): Promise<BroughtBack>
  putLostAway(ids: readonly Id[]): void
  tellLostAgain(ids: readonly Id[]): void
  tryNow(): void
  /** Sends no more; the database may be closed then. */
  close(): Promise<void>
}

export const NOTHING_WAITS: WaitingCounts = { rows: 0, calls: 0, notes: 0 }

const Beginning = z.object({ bookingId: Id.nullable(), listenerId: Id.nullable() })

/** So long somebody who opens a ticket waits for its notes to go up, and a session for what it begins from to come down. */
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
  const { db, link } = parts
  let teller: TroubleTeller | null = null
  const emit: HeardParts['emit'] = (event) => {
    parts.emit(event)
    if (event.kind === 'changed' && event.topics.includes('team')) teller?.look()
  }
  const mirror = makeMirror({ ...parts, emit, tookBack: () => uploader.tryNow() })
  const changed = () => emit({ kind: 'changed', topics: ['team'] })
  const { isSettled, doubt, gave } = mirror
  const uploader: Uploader = makeUploader({ ...parts, changed, isSettled, doubt, gave })
  const quotes = keepQuotes(parts)
  const whyNow = (): WaitingSession['why'] => {
    const state = link.state()
    if (state.kind === 'refused') return state.why
    if (state.kind === 'away') return state.isBusy === true ? 'hub_busy' : 'hub_away'
    return uploader.isHindered() ? 'hub_cannot_keep' : 'going_up'
  }
  /** Who listens where nobody is named; of a desk that has just joined not even they may be known here. */
  const me = () => {
    const state = link.state()
    return state.kind === 'here' ? state.welcome.me.personId : null
  }
  const sessions = () => {
    const calls = callsWaiting(db)
    return uploader.waiting().flatMap(({ group, since, rows, notes, aside, ...session }): WaitingSession[] => {
      const what = session.startedAt === null ? 'booking' : 'session'
      const counts = { rows, notes, calls: calls.get(group) ?? 0 }
      const { why, reference } = aside ?? { why: whyNow(), reference: null }
      return since === null ? [] : [{ what, id: group, ...session, counts, since, why, reference }]
    })
  }
  const lost = () => (db.open ? lostHere(db) : [])
  // All that waits is counted only where some of it is set aside: this is asked at every note that goes up.
  const stuck = () =>
    (uploader.hasAside() ? sessions() : []).flatMap(
      ({ id, startedAt, counts: { notes }, why, reference }): StuckSession[] =>
        why === 'not_yours' || why === 'refused' || why === 'failed' ? [{ id, startedAt, notes, why, reference }] : [],
    )
  const troubles = () => ({ lost: lost().slice(-MOST_TROUBLES), stuck: stuck().slice(-MOST_TROUBLES) })
  teller = tellTroubles({ ...parts, troubles })
  const seenTo = (see: (db: WritableDb, ids: readonly Id[]) => void) => (ids: readonly Id[]) => {
    see(db, ids)
    teller?.look()
  }
  const howUp = async (sessionIds: readonly Id[]) =>
    sessionIds.length === 0 ? 'up' : ((await atMost(LONGEST_DRAIN_MS, uploader.drained(sessionIds))) ?? 'away')
  const areUp = async (sessionIds: readonly Id[]) => (await howUp(sessionIds)) === 'up'
  return {
    entered: uploader.noticed,
    accepted: (call, input, value) => {
      quotes.noticed(call, input, value)
      // Should the hub go away now, the desk's own board has what it was promised.
      void mirror.catchUp()
    },
    isHere: (named) => sessionsNamed(db, named).some((sessionId) => !uploader.isUp(sessionId)),
    ofHere: () => (db.open ? sessionsOfHere(db) : []),
    isUp: (named) => areUp(sessionsNamed(db, named)),
    areSealsUp: () => (db.open ? howUp(sealsWaiting(db)) : Promise.resolve('away')),
    hasCopies: () => db.open && isMirrorWhole(db),
    untilKnown: (call, input) => {
      const names = call === 'sessions.start' ? Beginning.safeParse(input).data : undefined
      if (names === undefined || isKnownHere(db, { ...names, listenerId: names.listenerId ?? me() })) return null
      return atMost(LONGEST_DRAIN_MS, mirror.catchUp())
    },
    isHindered: uploader.isHindered,
    waiting: () => {
      const all = sessions()
      const sum = (of: keyof WaitingCounts) => all.reduce((sofar, { counts }) => sofar + counts[of], 0)
      return { rows: sum('rows'), calls: sum('calls'), notes: sum('notes') }
    },
    sessions,
    remember: (command) => {
      try {
        if (db.open) rememberChange(db, command, parts.clock.now())
      } catch (error) {
        // It was done all the same.
        parts.log.error(`that the hub accepted ${command.call} was not remembered`, 'CHANGED', error)
      }
    },
    lost,
    bringLostBack: async (bookingId) => {
      const back = await bringLostBack(db, link, parts.clock, bookingId)
      teller?.look()
      return back
    },
    putLostAway: seenTo(putLostAway),
    tellLostAgain: seenTo(tellLostAgain),
    tryNow: uploader.tryNow,
    close: async () => void (await Promise.all([uploader.close(), mirror.close(), quotes.close(), teller?.close()])),
  }
}
