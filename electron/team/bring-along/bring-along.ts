import { setTimeout as wait } from 'node:timers/promises'
import type { ArrivingBooking, ArrivingPerson } from '../../../shared/contract/team/arrivals.ts'
import type { BringStatus, BroughtKind } from '../../../shared/contract/team/bring-along.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ReadableDb } from '../../storage/database.ts'
import {
  bringStage,
  cameAlong,
  decisionsKept,
  keepCame,
  keepDecision,
  keepEnd,
  makeBroughtTables,
  markBegun,
  putOff,
  rowsAtEnd,
} from '../../storage/team/brought.ts'
import { isAnythingHeld } from '../../storage/team/held-alone.ts'
import { personHere } from '../../storage/team/mirror.ts'
import { HubAway } from '../hub-link-port.ts'
import { arrivalsAt } from './ask-arrivals.ts'
import type { BringAlong, BringAlongParts } from './bring-along-port.ts'
import { bringHalfDone } from './bring-half-done.ts'
import { bringBookings, bringPeople, bringTickets, tryBookings } from './bring-rest.ts'
import { bringSessions } from './bring-sessions.ts'
import { type Failure, failureOf } from './failure.ts'
import { type Looked, lookAtAll } from './look.ts'
import { type Became, type BecameOf, cameIfThere, type Plan } from './plan.ts'
import { over, type Standing, standingOf } from './standing.ts'

/** Windows are told this often at most. */
const TELL_MS = 1_000
/** The hub is here, and does not answer: its database is away. */
const AGAIN_MS = 1_000

type Work = NonNullable<BringStatus['work']>

export function makeBringAlong(parts: BringAlongParts): BringAlong {
  const { db, link, clock, log, held } = parts
  const ask = arrivalsAt(link, clock)
  const ending = new AbortController()
  let isAnything: boolean | null = null
  let looked: Looked | null = null
  let became: Map<BroughtKind, Map<string, Became>> = new Map()
  /** What the hub said of those that are tried once more: told until it says something new. */
  let saidBefore: typeof became = new Map()
  let shown: Standing | null = null
  /** The hub was asked what it would say to the bookings: before that they would all be told as coming. */
  let isTried = false
  let [toldNow, told]: (Standing | null)[] = [null, null]
  let work: Work | null = null
  let failure: Failure | null = null
  let running: Promise<void> | null = null
  let telling: NodeJS.Timeout | null = null
  makeBroughtTables(db)

  const isClosed = () => ending.signal.aborted
  const goesOn = () => !isClosed() && db.open
  const tell = () => {
    telling ??= setTimeout(() => {
      telling = null
      parts.tell()
    }, TELL_MS).unref()
  }
  const standAnew = () => {
    shown = null
    toldNow = null
  }
  const changed = () => {
    standAnew()
    tell()
  }
  const somethingHeld = (): boolean => {
    isAnything ??= held.read((from) => isAnythingHeld(from, clock.now())) ?? false
    return isAnything
  }
  const by = (found: Looked, outcome: BecameOf): Standing =>
    standingOf(found, decisionsKept(db), outcome, (id) => personHere(db, id)?.name ?? null)
  const current = () => {
    if (looked === null) return null
    shown ??= by(looked, became)
    return shown
  }
  /** While it is looked at anew: as it was told last. */
  const tellable = () => {
    if (isTried && looked !== null) toldNow ??= saidBefore.size === 0 ? current() : by(looked, over(saidBefore, became))
    if (isTried) told = toldNow
    return told
  }
  const planNow = (): Plan => {
    const now = current()
    if (now === null) throw new Error('nobody has looked')
    return now.plan
  }
  const willOf = <K extends BroughtKind>(kind: K) =>
    (planNow().rows.get(kind) ?? []).filter(({ standing }) => standing === 'will')

  /** What was sent from here, and was found at the hub, is told as what it is: it came, whether or not the hub's answer did. */
  const rememberCame = (found: Looked) => {
    became = new Map()
    const of = (
      kind: BroughtKind,
      isKnown: (id: string) => boolean,
      more: (id: string) => Partial<Became> = () => ({}),
    ) =>
      became.set(
        kind,
        new Map([...cameAlong(db, kind)].filter(isKnown).map((id) => [id, { how: 'came' as const, ...more(id) }])),
      )
    of('person', (id) => found.meetings.get(id)?.how === 'there')
    of('session', (id) => found.knownSessions.has(id))
    of(
      'ticket',
      (id) => found.knownTickets.has(id),
      (id) => ({ number: found.knownTickets.get(id) ?? 0 }),
    )
    of('booking', () => true)
  }
  const note = (kind: BroughtKind) => (said: readonly (readonly [string, Became])[]) => {
    const ofKind = became.get(kind) ?? new Map<string, Became>()
    const all = said.map(([id, what]) => [id, cameIfThere(what)] as const)
    for (const [id, what] of all) ofKind.set(id, what)
    became.set(kind, ofKind)
    const came = all.filter(([, { how }]) => how === 'came').map(([id]) => id)
    if (db.open) keepCame(db, kind, came)
    const promised = all.filter(([id]) => !saidBefore.get(kind)?.has(id))
    if (work !== null) work = { ...work, done: work.done + promised.length }
    changed()
  }

  const comingPeople = (): ArrivingPerson[] => {
    const wanted = new Set(willOf('person').map(({ id }) => id))
    return (looked?.people ?? []).filter(({ id }) => wanted.has(id)).map(({ sessions: _, ...person }) => person)
  }
  /** With their people as the hub knows them; who is still to be added keeps their id. */
  const comingBookings = (): ArrivingBooking[] => {
    const wanted = new Set(willOf('booking').map(({ id }) => id))
    const at = planNow()
    const personOf = (id: Id) => at.person(id) ?? id
    return (looked?.bookings ?? [])
      .filter(({ id }) => wanted.has(id))
      .map(({ personName: _, ...booking }) => ({
        ...{ ...booking, personId: personOf(booking.personId) },
        companionId: booking.companionId === null ? null : personOf(booking.companionId),
      }))
  }

  const forgetUnlessCame = (bookingId: Id) => {
    const ofKind = became.get('booking')
    if (ofKind?.get(bookingId)?.how !== 'came') ofKind?.delete(bookingId)
  }

  async function look(from: ReadableDb): Promise<void> {
    work = { what: 'looking', done: 0, total: null, isWaiting: false }
    const found = await lookAtAll({
      ...{ from, ask, role: parts.role(), now: clock.now() },
      progress: (done, total) => {
        if (!goesOn()) throw new HubAway(false)
        work = { what: 'looking', done, total, isWaiting: false }
        tell()
      },
    })
    const earlier = { looked, became, isTried }
    looked = found
    rememberCame(found)
    standAnew()
    isTried = false
    try {
      await tryThem(comingBookings())
    } catch (error) {
      ;({ looked, became, isTried } = earlier)
      standAnew()
      throw error
    }
    isTried = true
    changed()
  }
  async function tryThem(bookings: readonly ArrivingBooking[]): Promise<void> {
    const ofKind = became.get('booking') ?? new Map<string, Became>()
    became.set('booking', ofKind)
    const sent = cameAlong(db, 'booking_sent')
    for (const [id, what] of await tryBookings(ask, comingPeople(), bookings))
      if (!ofKind.has(id)) ofKind.set(id, sent.has(id) ? cameIfThere(what) : what)
  }
  /** Of somebody else the hub may say something else. Where it cannot be asked now, that is said when they are brought. */
  const tryAgain = (ids: ReadonlySet<Id>) => {
    if (ids.size === 0 || running !== null) return
    tryThem(comingBookings().filter(({ id }) => ids.has(id))).then(changed, (error: unknown) => {
      if (!(error instanceof HubAway)) log.error('bookings were not tried', 'BRING_ALONG', error)
    })
  }

  /** Each step is done again from its beginning where the hub went away in it; what is there by then is left out. */
  async function bring(from: ReadableDb): Promise<void> {
    if (looked === null) await patiently(() => look(from))
    if (!goesOn()) return
    const promised = tellable()?.plan.rows
    // What was refused is tried once more.
    saidBefore = became
    if (looked !== null) rememberCame(looked)
    standAnew()
    const kinds: readonly BroughtKind[] = ['person', 'session', 'ticket', 'booking']
    work = {
      ...{ what: 'bringing', done: 0, isWaiting: false },
      total: kinds.flatMap((kind) => promised?.get(kind) ?? []).filter(({ standing }) => standing === 'will').length,
    }
    tell()
    /** Written down before they go: an answer may be lost, and this desk closed before it comes again. */
    const ids = (kind: BroughtKind) => {
      const all = willOf(kind).map(({ id }) => id)
      keepCame(db, kind === 'booking' ? 'booking_sent' : kind, all)
      return all
    }
    const of = (kind: BroughtKind) => ({ ask, became: note(kind), goesOn })
    await patiently(() => {
      ids('person')
      return bringPeople(of('person'), comingPeople())
    })
    await patiently(() =>
      bringSessions(
        { from, link, at: planNow(), goesOn, became: (all, how) => note('session')(all.map((id) => [id, { how }])) },
        ids('session'),
      ),
    )
    await bringHalfDone({ from, db, at: planNow(), goesOn, came: parts.halfDoneCame })
    await patiently(() => bringTickets(of('ticket'), from, ids('ticket'), planNow()))
    await patiently(() => {
      ids('booking')
      return bringBookings(of('booking'), comingBookings())
    })
    const end = current()
    if (!goesOn() || end === null) return
    keepEnd(db, end.plan.rows, end.counts, clock.now())
  }

  /** For as long as it takes: the hub comes back. */
  async function patiently(step: () => Promise<void>): Promise<void> {
    while (goesOn()) {
      try {
        return await step()
      } catch (error) {
        if (!(error instanceof HubAway)) throw error
        if (work !== null) work = { ...work, isWaiting: true }
        tell()
        await hubIsBack()
        if (work !== null) work = { ...work, isWaiting: false }
      }
    }
  }
  async function hubIsBack(): Promise<void> {
    const options = { signal: ending.signal }
    await wait(parts.againMs ?? AGAIN_MS, undefined, options).catch(() => {})
    while (goesOn() && link.state().kind !== 'here')
      await wait(parts.againMs ?? AGAIN_MS, undefined, options).catch(() => {})
  }

  function start(what: Work['what'], task: (from: ReadableDb) => Promise<void>): void {
    if (running !== null) return
    failure = null
    work = { what, done: 0, total: null, isWaiting: false }
    tell()
    running = held
      .during(task)
      .catch((error: unknown) => {
        failure = failureOf(error)
        if (failure === 'unexpected') log.error('what the desk held alone was not brought along', 'BRING_ALONG', error)
      })
      .finally(() => {
        running = null
        work = null
        if (what === 'bringing') saidBefore = new Map()
        standAnew()
        if (isClosed()) return
        parts.tell()
        // Begun while it was still being looked at.
        if (what === 'looking' && failure === null && isUnfinished()) goOn()
      })
  }

  const goOn = () => start('bringing', (from) => bring(from))
  // It goes on after a start, once there is a hub to bring it to.
  const stopListening = link.onState(({ kind }) => {
    if (kind === 'here' && goesOn() && isUnfinished() && failure !== 'unexpected') goOn()
  })
  const isUnfinished = () => {
    const { begunAt, doneAt } = bringStage(db)
    return begunAt !== null && doneAt === null
  }
  if (link.state().kind === 'here' && isUnfinished()) goOn()

  return {
    status: () => {
      const { begunAt, doneAt, putOffAt, counts } = bringStage(db)
      const isBegun = begunAt !== null
      const stage =
        !isBegun && !somethingHeld()
          ? 'nothing'
          : doneAt !== null
            ? 'done'
            : isBegun
              ? 'begun'
              : putOffAt !== null
                ? 'put_off'
                : 'offered'
      return { stage, work, failure, counts: tellable()?.counts ?? counts, isLookedAt: tellable() !== null, doneAt }
    },
    look: () => {
      if (!somethingHeld() && bringStage(db).begunAt === null) return false
      start('looking', look)
      return true
    },
    putOff: () => {
      if (!somethingHeld()) return false
      putOff(db, clock.now())
      return true
    },
    rows: (kind, offset, limit) => {
      const rows = tellable()?.plan.rows.get(kind)
      if (rows === undefined) return rowsAtEnd(db, kind, offset, limit)
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
    decide: (people, types) => {
      if (looked === null || !isTried) return false
      for (const { id, decision } of people) keepDecision(db, 'person', id, decision)
      // What the hub said of their bookings it said of somebody else.
      const decided = new Set(people.map(({ id }) => id))
      const isTheirs = ({ personId, companionId }: ArrivingBooking) =>
        decided.has(personId) || decided.has(companionId ?? '')
      const theirs = looked.bookings.filter(isTheirs).map(({ id }) => id)
      for (const id of theirs) forgetUnlessCame(id)
      for (const { id, issueTypeId } of types) keepDecision(db, 'type', id, issueTypeId)
      changed()
      tryAgain(new Set(theirs))
      return true
    },
    begin: () => {
      if (looked === null || !isTried) return false
      markBegun(db, clock.now())
      goOn()
      return true
    },
    close: async () => {
      ending.abort()
      stopListening()
      if (telling !== null) clearTimeout(telling)
      await running
    },
  }
}
