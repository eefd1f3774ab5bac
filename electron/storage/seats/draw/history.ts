import type { DrawEvent, DrawEventKind } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { type Query, rows, write } from '../../engine/query.ts'
import { nowOf } from '../../house/same-person.ts'

const MOST_EVENTS = 500

/** `after`: the request or the closing time as it is since then. */
export interface StoredEvent {
  readonly id: Id
  readonly windowId: Id
  readonly requestId: Id | null
  readonly at: Instant
  readonly actorId: Id | null
  readonly what: DrawEventKind
  readonly reason: string | null
  readonly after: object
}

const INSERT = `INSERT INTO draw_event (id, window_id, request_id, at, actor_id, what, reason, after_json)
  VALUES (:id, :windowId, :requestId, :at, :actorId, :what, :reason, :afterJson)`

export function* insertDrawEvent({ after, ...event }: StoredEvent): Query<void> {
  yield* write(INSERT, { ...event, afterJson: JSON.stringify(after) })
}

const SELECT = `SELECT draw_event.id, at, actor.name AS actorName, ${nowOf('actor_id')} AS actorId, what, request_id AS requestId,
    person.name AS personName, ${nowOf('draw_request.person_id')} AS personId,
    after_json ->> 'closesAt' AS closesAt, draw_event.reason,
    CASE WHEN ${nowOf('actor_id')} = ${nowOf('draw_request.person_id')} THEN 1 ELSE 0 END AS isOwn
  FROM draw_event LEFT JOIN person actor ON actor.id = actor_id LEFT JOIN draw_request ON draw_request.id = request_id
  LEFT JOIN person ON person.id = draw_request.person_id
  WHERE draw_event.window_id = ? ORDER BY at DESC, draw_event.id DESC LIMIT ${MOST_EVENTS}`

/** Newest first. */
export function* eventsOfWindow(windowId: Id): Query<DrawEvent[]> {
  const found = yield* rows<Omit<DrawEvent, 'isOwn'> & { isOwn: 0 | 1 }>(SELECT, [windowId])
  return found.map(({ isOwn, ...event }) => ({ ...event, isOwn: isOwn === 1 }))
}
