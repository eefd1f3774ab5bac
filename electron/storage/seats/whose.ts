import type { WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'
import type { MovedRequest, MovedWait } from '../house/merges.ts'
import { type By, guarded } from '../versions.ts'

// Whose something is, changed where two records turn out to be one person's. Each inside a transaction that holds both.

const WAITS = `SELECT id, person_id AS personId, companion_id AS companionId FROM waitlist_entry
  WHERE state = 'waiting' AND (person_id = :id OR companion_id = :id) ORDER BY id`

/** Waits for themselves, or beside somebody. */
export const waitsNaming = (id: Id): Query<MovedWait[]> => rows<MovedWait>(WAITS, { id })

const BESIDE = inEach(
  (say) => `SELECT id, companion_id AS companionId FROM waitlist_entry
  WHERE state = 'waiting' AND ${say(among('companion_id'))} ORDER BY id`,
)

/** Waits to come with one of these. */
export const waitsBeside = (ids: readonly Id[]): Query<{ id: Id; companionId: Id }[]> =>
  rows(BESIDE, [JSON.stringify(ids)])

const SET_WAIT = `UPDATE waitlist_entry SET person_id = :personId, companion_id = :companionId WHERE id = :id AND state = 'waiting'`

/** False: it came to something, or to nothing, meanwhile. */
export function* setWaitPeople(wait: MovedWait): Query<boolean> {
  const { id, personId, companionId } = wait
  return (yield* write(SET_WAIT, { id, personId, companionId })) > 0
}

const SET_WINDOWS = `UPDATE waitlist_entry SET windows_json = :windows, starts_at = :startsAt, ends_at = :endsAt
  WHERE id = :id AND state = 'waiting'`

/** What it waits for from now on, while it does. `span`: from where the first window begins to where the last one ends. */
export const setWaitWindows = (id: Id, windows: readonly WaitWindow[], span: Span): Query<number> =>
  write(SET_WINDOWS, { id, ...span, windows: JSON.stringify(windows) })

const OFFERS = `SELECT id, starts_at AS startsAt, ends_at AS endsAt FROM waitlist_offer WHERE state = 'open' AND person_id = ? ORDER BY starts_at`

/** What is held for somebody now. */
export const openOffersOf = (id: Id): Query<{ id: Id; startsAt: string; endsAt: string }[]> => rows(OFFERS, [id])

export function* setOfferPerson(offerId: Id, personId: Id): Query<boolean> {
  const sql = `UPDATE waitlist_offer SET person_id = ? WHERE id = ? AND state = 'open'`
  return (yield* write(sql, [personId, offerId])) > 0
}

const ASKED = `UPDATE booking_swap SET booking_version = booking_version + 1
  WHERE booking_id = :id AND booking_version = :version AND state IN ('open', 'declined') AND (SELECT person_id FROM booking WHERE id = other_id) <> :personId`
const ASKED_OF = `UPDATE booking_swap SET other_version = other_version + 1
  WHERE other_id = :id AND other_version = :version AND state IN ('open', 'declined') AND (SELECT person_id FROM booking WHERE id = booking_id) <> :personId`

/** What was asked about a booking, or declined and not read of yet, goes on in its next version, which names another record: not what one would ask of themselves. */
export function* keepSwapsAsked(id: Id, version: number, personId: Id): Query<void> {
  for (const sql of [ASKED, ASKED_OF]) yield* write(sql, { id, version, personId })
}

const REQUESTS = `SELECT DISTINCT asker.request_id AS id, asker.window_id AS windowId
  FROM draw_asker asker JOIN draw_window ON draw_window.id = asker.window_id
  WHERE asker.person_id = ? AND draw_window.state = 'open' ORDER BY asker.window_id, asker.request_id`

/** Requests of open windows that are theirs, or that name them. */
export const openRequestsNaming = (id: Id): Query<{ id: Id; windowId: Id }[]> => rows(REQUESTS, [id])

const OF_ANY = inEach(
  (say) => `SELECT DISTINCT asker.request_id AS id
  FROM draw_asker asker JOIN draw_window ON draw_window.id = asker.window_id
  WHERE ${say(among('asker.person_id'))} AND draw_window.state = 'open' ORDER BY asker.request_id`,
)

/** The same of any of these. */
export const openRequestsOf = (ids: readonly Id[]): Query<{ id: Id }[]> => rows(OF_ANY, [JSON.stringify(ids)])

const SET_REQUEST = `UPDATE draw_request SET person_id = :personId, together_json = :together, version = version + 1
  WHERE id = :id AND version = :version`
const ASKER = 'INSERT INTO draw_asker (window_id, person_id, request_id) VALUES (?, ?, ?)'

/** Nobody of them asks in another request of the window. */
export function* setRequestPeople(
  before: MovedRequest & { windowId: Id },
  after: Omit<MovedRequest, 'id' | 'version'>,
  by: By,
) {
  const { id, version, windowId } = before
  const { personId, togetherWith } = after
  yield* guarded(
    id,
    [before, after],
    by,
    write(SET_REQUEST, { id, version, personId, together: JSON.stringify(togetherWith) }),
  )
  yield* write('DELETE FROM draw_asker WHERE request_id = ?', [id])
  for (const each of [personId, ...togetherWith]) yield* write(ASKER, [windowId, each, id])
}
