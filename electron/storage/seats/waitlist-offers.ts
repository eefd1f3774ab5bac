import type { Offer } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { type Query, row, rows, step, value, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { recordsOf } from '../house/same-person.ts'
import { IN_SPAN, spanParameters } from './bookings.ts'
import { keepShown, NOTHING, tellOfOwn } from './own-news.ts'

const SELECT = `SELECT offer.id, wait_id AS waitId, offer.person_id AS personId, person.name AS personName, offer.seat_id AS seatId,
    seat.number AS seatNumber, offer.starts_at AS startsAt, offer.ends_at AS endsAt, entry.purpose, offer.made_at AS madeAt,
    expires_at AS expiresAt, offer.state
  FROM waitlist_offer offer JOIN waitlist_entry entry ON entry.id = wait_id JOIN person ON person.id = offer.person_id
  JOIN seat ON seat.id = offer.seat_id`
const IN_OFFER_SPAN = IN_SPAN.replaceAll(/(starts_at|ends_at)/g, 'offer.$1')

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const offerQueries = {
  byId: `${SELECT} WHERE offer.id = ?`,
  open: `${SELECT} WHERE offer.state = 'open' ORDER BY offer.starts_at, seat.number`,
  heldIn: `${SELECT} WHERE offer.state = 'open' AND ${IN_OFFER_SPAN} ORDER BY offer.starts_at, seat.number`,
  holder: `${SELECT} WHERE offer.state = 'open' AND offer.seat_id = :seatId AND offer.person_id <> :personId AND ${IN_OFFER_SPAN}
    ORDER BY offer.starts_at LIMIT 1`,
  notTaken: `SELECT wait_id AS waitId, offer.seat_id AS seatId, offer.starts_at AS startsAt, offer.ends_at AS endsAt
    FROM waitlist_offer offer JOIN waitlist_entry entry ON entry.id = wait_id
    WHERE entry.state = 'waiting' AND offer.state IN ('declined', 'expired')`,
  /** Somebody else was asked about a declined place, or some of it, since. */
  passedOn: `SELECT 1 AS value FROM waitlist_offer mine JOIN waitlist_offer offer ON offer.seat_id = mine.seat_id
      AND offer.starts_at < mine.ends_at AND offer.ends_at > mine.starts_at AND offer.made_at >= mine.answered_at AND offer.wait_id <> mine.wait_id
    WHERE mine.id = ? LIMIT 1`,
  /**
   * Held now for somebody, for one who named them, or for one for whom they asked; or taken for them: an answer that was given needs no
   * telling.
   */
  untold: `${SELECT} WHERE offer.state IN ('open', 'accepted') AND offer.starts_at > :now AND offer.told_at IS NULL
    AND (offer.person_id = :personId OR entry.made_by IN ${recordsOf(':personId')}
      OR offer.person_id IN (SELECT person_id FROM delegation WHERE booker_id = :personId))
    AND NOT EXISTS (SELECT 1 FROM told_offer told WHERE told.offer_id = offer.id AND told.person_id = :personId)
    AND (offer.state = 'open' AND expires_at > :now OR offer.state = 'accepted' AND answered_at = offer.made_at)
    ORDER BY offer.starts_at`,
}

export const offerById = (id: Id): Query<Offer | null> => row<Offer>(offerQueries.byId, [id])

const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM waitlist_offer WHERE id = ? FOR NO KEY UPDATE' }

/** The offer, which nobody else answers before the transaction that asked is over. */
export function* offerToChange(id: Id): Query<Offer | null> {
  yield* rows(HOLD, [id])
  return yield* offerById(id)
}

/** Everything that is held. */
export const openOffers = (): Query<Offer[]> => rows<Offer>(offerQueries.open)

/** What is held in a span. */
export const heldIn = (span: Span): Query<Offer[]> => rows<Offer>(offerQueries.heldIn, spanParameters(span))

/** The first place across it that is held for somebody else. */
export const heldForOther = (place: SeatSpan, personId: Id): Query<Offer | null> =>
  row<Offer>(offerQueries.holder, { ...spanParameters(place), seatId: place.seatId, personId })

/** Places that were offered to those who still wait, and not taken: nobody is asked about one twice. */
export const notTaken = (): Query<(SeatSpan & { waitId: Id })[]> => rows(offerQueries.notTaken)

/** Whether somebody was asked about the place of an offer after it was answered. */
export function* wasPassedOn(offerId: Id): Query<boolean> {
  return (yield* value<number>(offerQueries.passedOn, [offerId])) !== null
}

/** What to tell somebody of; whether they may answer it is to be asked still. */
export const untoldOffers = (personId: Id, now: Instant): Query<Offer[]> =>
  rows<Offer>(offerQueries.untold, { personId, now })

const INSERT = `INSERT INTO waitlist_offer (id, wait_id, person_id, seat_id, starts_at, ends_at, made_at, expires_at, state, answered_at)
  VALUES (:id, :waitId, :personId, :seatId, :startsAt, :endsAt, :madeAt, :expiresAt, :state, :answeredAt)`

/** The second and third are one index, as each engine names it. */
const REFUSALS = ['place_held', 'waitlist_one_offer', 'waitlist_offer.wait_id']

export type StoredOffer = Omit<Offer, 'personName' | 'seatNumber' | 'purpose'>

/** False when the database refuses: it is held, or taken, or this wait has another. An offer that is accepted as it is made was taken for them. `by`: nobody, of what is passed on. */
export function* insertOffer(offer: StoredOffer, by: Id | null = null): Query<boolean> {
  try {
    const answeredAt = offer.state === 'accepted' ? offer.madeAt : null
    yield* step(write(INSERT, { ...offer, answeredAt }))
  } catch (error) {
    if (REFUSALS.some((name) => isRefusedBy(error, name))) return false
    throw error
  }
  const { id: ofId, madeAt: at } = offer
  const own = { kind: 'offer' as const, ofId, known: NOTHING }
  if (offer.state === 'open') yield* tellOfOwn(own, yield* peopleOfOffer(ofId), { at, actorId: by })
  return true
}

const CLOSE = `UPDATE waitlist_offer SET state = ?, answered_at = ?, answered_by = ? WHERE id = ? AND state = 'open'`

/** Whoever has to do with it is told where it came to nothing, unless its time went by. False when it is not open any more. */
export function* closeOffer(id: Id, state: Offer['state'], at: Instant, by: Id | null): Query<boolean> {
  if (!(yield* closeUntold(id, state, at, by))) return false
  if (state === 'declined' || state === 'withdrawn')
    yield* tellOfOwn({ kind: 'offer', ofId: id, known: 'open' }, yield* peopleOfOffer(id), { at, actorId: by })
  return true
}

/** Of this nobody is told: its wait goes on in another. */
export function* closeUntold(id: Id, state: Offer['state'], at: Instant, by: Id | null): Query<boolean> {
  return (yield* write(CLOSE, [state, at, by, id])) > 0
}

const PEOPLE = `SELECT person_id AS id FROM waitlist_offer WHERE id = :id UNION SELECT person_id FROM told_offer WHERE offer_id = :id
  UNION SELECT made_by FROM waitlist_entry WHERE id = (SELECT wait_id FROM waitlist_offer WHERE id = :id)`

/** Who was asked, who put them on the list, and who was told for them. */
function* peopleOfOffer(id: Id): Query<(Id | null)[]> {
  return (yield* rows<{ id: Id | null }>(PEOPLE, { id })).map((one) => one.id)
}

/** Which booking came of it. */
export function* tieBooking(offerId: Id, bookingId: Id): Query<void> {
  yield* write('UPDATE waitlist_offer SET booking_id = ? WHERE id = ? AND state = ?', [bookingId, offerId, 'accepted'])
}

const UNTIE =
  'UPDATE waitlist_offer SET state = ?, answered_at = ?, answered_by = ?, booking_id = NULL WHERE id = ? AND state = ?'

/** What was accepted was declined instead: its wait is not asked about that place by itself again. */
export function* takeBackAcceptance(offerId: Id, at: Instant, by: Id | null): Query<void> {
  yield* write(UNTIE, ['declined', at, by, offerId, 'accepted'])
}

const ACCEPT_AFTER_ALL =
  'UPDATE waitlist_offer SET state = ?, answered_at = ?, answered_by = ?, booking_id = ? WHERE id = ? AND state = ?'

/** What had been taken back is accepted once more, with the booking that came of it. */
export function* acceptAfterAll(offerId: Id, bookingId: Id, at: Instant, by: Id | null): Query<void> {
  yield* write(ACCEPT_AFTER_ALL, ['accepted', at, by, bookingId, offerId, 'declined'])
}

/** The booking that came of an offer. */
export const bookingOfOffer = (offerId: Id): Query<Id | null> =>
  value<Id>('SELECT booking_id AS value FROM waitlist_offer WHERE id = ?', [offerId])

/** Counted from another moment: somebody set the clock back behind the one at which it was made. */
export function* countAnew(offerId: Id, madeAt: Instant, expiresAt: Instant): Query<void> {
  yield* write(`UPDATE waitlist_offer SET made_at = ?, expires_at = ? WHERE id = ? AND state = 'open'`, [
    ...[madeAt, expiresAt, offerId],
  ])
}

const TELL =
  'INSERT INTO told_offer (offer_id, person_id, told_at) VALUES (?, ?, ?) ON CONFLICT (offer_id, person_id) DO NOTHING'

/** Of the place, and so that they wait for it. False when the person was told before. */
export function* keepToldOffer(offerId: Id, personId: Id, at: Instant): Query<boolean> {
  const ofId = yield* value<Id>('SELECT wait_id AS value FROM waitlist_offer WHERE id = ?', [offerId])
  if (ofId !== null) yield* keepShown(personId, { kind: 'wait', ofId })
  yield* keepShown(personId, { kind: 'offer', ofId: offerId })
  return (yield* write(TELL, [offerId, personId, at])) > 0
}

/** Whoever answers it brought it about: nobody is told of it. */
export function* keepUntold(offerId: Id, at: Instant): Query<void> {
  yield* write('UPDATE waitlist_offer SET told_at = ? WHERE id = ? AND told_at IS NULL', [at, offerId])
}
