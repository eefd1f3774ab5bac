import type { Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import type { PastWeek } from '../../../shared/domain/seats/waitlist.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'
import { spanParameters } from './bookings.ts'
import { giveOwn, tellOfOwn } from './own-news.ts'

type Row = Omit<Wait, 'windows'> & { readonly windows: string }

/** While they wait, a companion who is off the list is none, and is one again as soon as they are back on it. */
const SELECT = `SELECT entry.id, room_id AS roomId, person_id AS personId, person.name AS personName, companion.id AS companionId,
    companion.name AS companionName, purpose, windows_json AS windows, accept_hours AS acceptHours, made_at AS madeAt, state
  FROM waitlist_entry entry JOIN person ON person.id = person_id LEFT JOIN person companion
    ON companion.id = companion_id AND (state <> 'waiting' OR companion.removed_at IS NULL)`

const WAS_HELD = `known.after_json ->> 'state' IN ('booked', 'checked_in')`

/** Nobody ended it: they were off the list. What ended at that very moment was given up with all they had before them, by whoever sat there unnamed. */
const ENDED_WITHOUT = `SELECT entry.id FROM waitlist_entry entry JOIN person ON person.id = person_id
  WHERE state = 'left' AND ended_by IS NULL AND ended_at > removed_at AND ends_at > :now`
const ENDED_WITHOUT_THEM = inEach(
  (say) => `${ENDED_WITHOUT} AND ${say(among('person.id', 'text', ':ids'))} ORDER BY entry.id`,
)

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const waitQueries = {
  line: `${SELECT} WHERE state = 'waiting' ORDER BY made_at, entry.id`,
  byId: `${SELECT} WHERE entry.id = ?`,
  hasWork: `SELECT 1 AS value WHERE EXISTS (SELECT 1 FROM waitlist_entry WHERE state = 'waiting')
    OR EXISTS (SELECT 1 FROM waitlist_offer WHERE state = 'open')`,
  madeBy: `SELECT id FROM waitlist_entry WHERE state = 'waiting' AND made_by IN ${recordsOf(':personId')}`,
  /** What people hold in the time they wait for, in the same room; and where each of these lay when they asked, if it was held then. */
  served: `SELECT entry.id AS waitId, booking.starts_at AS startsAt, booking.ends_at AS endsAt,
      (SELECT ${nowOf('last.actor_id')} FROM booking_event last WHERE last.booking_id = booking.id
        ORDER BY CAST(last.after_json ->> 'version' AS bigint) DESC LIMIT 1) AS byId,
      CASE WHEN ${WAS_HELD} THEN known.after_json ->> 'startsAt' END AS knownStartsAt, CASE WHEN ${WAS_HELD} THEN known.after_json ->> 'endsAt' END AS knownEndsAt
    FROM waitlist_entry entry JOIN booking ON booking.person_id = entry.person_id AND booking.starts_at < entry.ends_at
      AND booking.ends_at > entry.starts_at AND booking.state IN ('booked', 'checked_in')
    JOIN seat ON seat.id = booking.seat_id AND seat.room_id = entry.room_id
    LEFT JOIN booking_event known ON known.id = (SELECT event.id FROM booking_event event WHERE event.booking_id = booking.id
      AND event.at <= entry.made_at ORDER BY CAST(event.after_json ->> 'version' AS bigint) DESC LIMIT 1)
    WHERE entry.state = 'waiting'`,
  ofRemoved: `SELECT entry.id, removed_at AS removedAt FROM waitlist_entry entry JOIN person ON person.id = person_id
    WHERE state = 'waiting' AND removed_at IS NOT NULL`,
  endedWithout: `${ENDED_WITHOUT} AND person.id = :personId ORDER BY entry.id`,
  /** A place that was given back several times served one who waits; whoever got up from one they had walked up to gave back none. */
  pastWeek: `SELECT count(*) AS used,
      count(DISTINCT CASE WHEN state = 'cancelled' AND walk_up_of IS NULL THEN seat_id || ' ' || starts_at END) AS freed
    FROM booking JOIN seat ON seat.id = seat_id WHERE starts_at > :lookBackTo AND starts_at < :endsAt AND ends_at > :startsAt
    AND room_id = :roomId AND (CAST(:seatId AS TEXT) IS NULL OR seat_id = :seatId)`,
}

const waitOf = ({ windows, ...found }: Row): Wait => ({ ...found, windows: JSON.parse(windows) as WaitWindow[] })

/** Whether anybody waits, or anything is held: else there is nothing to pass on. */
export function* hasRelayWork(): Query<boolean> {
  return (yield* value<number>(waitQueries.hasWork)) !== null
}

/** Everybody who waits, whoever asked first before the others. */
export function* waitingLine(): Query<Wait[]> {
  return (yield* rows<Row>(waitQueries.line)).map(waitOf)
}

export function* waitById(id: Id): Query<Wait | null> {
  const found = yield* row<Row>(waitQueries.byId, [id])
  return found === null ? null : waitOf(found)
}

/** Waits for whoever is changing it. On the desk's own file there is one writer at a time anyway. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM waitlist_entry WHERE id = ? FOR NO KEY UPDATE' }

/** The wait, which nobody else changes before the transaction that asked is over. */
export function* waitToChange(id: Id): Query<Wait | null> {
  yield* rows(HOLD, [id])
  return yield* waitById(id)
}

const INSERT = `INSERT INTO waitlist_entry (id, room_id, person_id, companion_id, purpose, windows_json, starts_at, ends_at, accept_hours, made_at, made_by, state)
  VALUES (:id, :roomId, :personId, :companionId, :purpose, :windows, :startsAt, :endsAt, :acceptHours, :madeAt, :madeBy, :state)`

export type StoredWait = Omit<Wait, 'personName' | 'companionName'>

/** `span`: from where the first window begins to where the last one ends. */
export function* insertWait({ windows, ...wait }: StoredWait, span: Span, madeBy: Id | null): Query<void> {
  yield* write(INSERT, { ...wait, ...span, windows: JSON.stringify(windows), madeBy })
  yield* giveOwn({ kind: 'wait', ofId: wait.id }, [wait.personId], { at: wait.madeAt, actorId: madeBy })
}

const END = 'UPDATE waitlist_entry SET state = ?, ended_at = ?, ended_by = ? WHERE id = ? AND state = ?'
const REOPEN = 'UPDATE waitlist_entry SET state = ?, ended_at = NULL, ended_by = NULL WHERE id = ? AND state = ?'

/** It came to something, or to nothing, and whoever has to do with it is told, unless its time went by. One that has ended already stays as it is. */
export function* endWait(id: Id, state: Exclude<Wait['state'], 'waiting'>, at: Instant, by: Id | null): Query<void> {
  if (!(yield* endUntold(id, state, at, by)) || state === 'over') return
  yield* tellOfOwn({ kind: 'wait', ofId: id, known: 'waiting' }, yield* peopleOfWait(id), { at, actorId: by })
}

/** Of this nobody is told: it goes on in another wait, or they are told otherwise. False: it had ended. */
export function* endUntold(
  id: Id,
  state: Exclude<Wait['state'], 'waiting'>,
  at: Instant,
  by: Id | null,
): Query<boolean> {
  return (yield* write(END, [state, at, by, id, 'waiting'])) > 0
}

/** Who waits, and who put them on the list. */
export function* peopleOfWait(id: Id): Query<(Id | null)[]> {
  const found = yield* row<{ personId: Id; madeBy: Id | null }>(
    'SELECT person_id AS personId, made_by AS madeBy FROM waitlist_entry WHERE id = ?',
    [id],
  )
  return found === null ? [] : [found.personId, found.madeBy]
}

/** As they knew it before: nobody has to be shown it. False: it is in another state. */
export function* reopenUntold(id: Id, from: Wait['state']): Query<boolean> {
  return (yield* write(REOPEN, ['waiting', id, from])) > 0
}

/** One that was left, or came to a booking that is taken back, goes on at its old place. */
export function* reopenWait(id: Id, from: Wait['state'], by: By): Query<void> {
  if (yield* reopenUntold(id, from)) yield* giveOwn({ kind: 'wait', ofId: id }, yield* peopleOfWait(id), by)
}

/** Who asked for it to be made; null while nobody had said who they are. */
export const waitMadeBy = (id: Id): Query<Id | null> =>
  value<Id>(`SELECT ${nowOf('made_by')} AS value FROM waitlist_entry WHERE id = ?`, [id])

/** What somebody put on the list, for whomever. */
export const waitsMadeBy = (personId: Id): Query<{ id: Id }[]> => rows<{ id: Id }>(waitQueries.madeBy, { personId })

/** A place that somebody holds between the first of the times they wait for and the last. */
interface HeldMeanwhile extends Span {
  readonly waitId: Id
  /** Who changed it last. */
  readonly byId: Id | null
  /** Where it lay when they asked; null: it was not theirs then. */
  readonly known: Span | null
}

export function* heldMeanwhile(): Query<HeldMeanwhile[]> {
  type Found = Span & { waitId: Id; byId: Id | null; knownStartsAt: Instant | null; knownEndsAt: Instant | null }
  return (yield* rows<Found>(waitQueries.served)).map(({ knownStartsAt, knownEndsAt, ...held }) => ({
    ...held,
    known: knownStartsAt === null || knownEndsAt === null ? null : { startsAt: knownStartsAt, endsAt: knownEndsAt },
  }))
}

/** Waits of people who were taken off the list, and when they were. */
export const waitsOfRemoved = (): Query<{ id: Id; removedAt: Instant }[]> => rows(waitQueries.ofRemoved)

/** Waits of somebody who is off the list that ended because of that, and are not over yet. */
export const waitsEndedWithout = (personId: Id, now: Instant): Query<{ id: Id }[]> =>
  rows<{ id: Id }>(waitQueries.endedWithout, { personId, now })

/** The same of each of these people. */
export const waitsEndedWithoutThem = (ids: readonly Id[], now: Instant): Query<{ id: Id }[]> =>
  rows<{ id: Id }>(ENDED_WITHOUT_THEM, { ids: JSON.stringify(ids), now })

/** What became of a room's places, or of one seat's, in a span that is over. */
export function* pastWeekOf(roomId: Id, seatId: Id | null, span: Span): Query<PastWeek> {
  const found = yield* row<{ used: number; freed: number }>(waitQueries.pastWeek, {
    ...{ ...spanParameters(span), roomId, seatId },
  })
  return { isUsed: (found?.used ?? 0) > 0, freed: found?.freed ?? 0 }
}
