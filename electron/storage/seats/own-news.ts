import type { OwnKind } from '../../../shared/contract/seats/own-news.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'

/** What it is, and how those whose it is knew it. */
interface Known {
  readonly kind: OwnKind
  readonly ofId: Id
  readonly known: string
}

/** Changed once more before they read of it, they still know what they knew, under whichever of their records. */
const TELL = `INSERT INTO own_news (person_id, kind, of_id, known, at, by_id)
  SELECT coalesce((SELECT min(news.person_id) FROM own_news news WHERE news.kind = :kind AND news.of_id = :ofId AND news.person_id IN ${recordsOf('told.id')}), told.id),
    :kind, :ofId, :known, :at, CAST(:actorId AS TEXT) FROM person told
    WHERE told.id = ${nowOf(':personId')} AND told.id <> coalesce(${nowOf('CAST(:actorId AS TEXT)')}, '')
  ON CONFLICT (person_id, kind, of_id) DO UPDATE SET at = excluded.at, by_id = excluded.by_id`
const KNOWN_BY_ACTOR = `DELETE FROM own_news WHERE person_id IN ${recordsOf(':actorId')} AND kind = :kind AND of_id = :ofId`

/** Whoever has to do with it is to be told, but for whoever did it. How it is then is read when they are. */
export function* tellOfOwn({ kind, ofId, known }: Known, people: readonly (Id | null)[], by: By): Query<void> {
  const { at, actorId } = by
  for (const personId of new Set(people))
    if (personId !== null) yield* write(TELL, { kind, ofId, known, at, actorId, personId })
  if (actorId !== null) yield* write(KNOWN_BY_ACTOR, { kind, ofId, actorId })
}

export interface StoredOwnNews extends Known {
  readonly at: Instant
  readonly byName: string | null
}

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const ownNewsQueries = {
  ofPerson: `SELECT kind, of_id AS ofId, known, at, actor.name AS byName FROM own_news LEFT JOIN person actor ON actor.id = ${nowOf('by_id')}
    WHERE person_id IN ${recordsOf(':personId')} AND at > :since ORDER BY at, kind, of_id`,
}

/** What somebody is perhaps to be told that happened since then; whether it still is so is to be asked. */
export function* ownNewsOf(personId: Id, since: Instant): Query<StoredOwnNews[]> {
  const found = yield* rows<StoredOwnNews>(ownNewsQueries.ofPerson, { personId, since })
  // Two of their records may have been told of one thing, while these were two people's.
  return [...new Map(found.map((one) => [`${one.kind} ${one.ofId}`, one])).values()]
}

const READ = `DELETE FROM own_news WHERE person_id IN ${recordsOf(':personId')} AND kind = :kind AND of_id = :ofId
  AND EXISTS (SELECT 1 FROM own_news known WHERE known.person_id IN ${recordsOf(':personId')} AND known.kind = :kind AND known.of_id = :ofId AND known.at = :at)`

/** They read of it; what happened to it since is told all the same. */
export function* keepReadOwn(personId: Id, one: Pick<StoredOwnNews, 'kind' | 'ofId' | 'at'>): Query<void> {
  yield* write(READ, { personId, kind: one.kind, ofId: one.ofId, at: one.at })
}

/** Of a change of a booking. */
export const reasonAt = (bookingId: Id, at: Instant): Query<string | null> =>
  value<string>(
    'SELECT reason AS value FROM booking_event WHERE booking_id = ? AND at = ? ORDER BY rowid DESC LIMIT 1',
    [...[bookingId, at]],
  )
