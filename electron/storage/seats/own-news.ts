import type { OwnKind } from '../../../shared/contract/seats/own-news.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { among, type InEach, inEach } from '../engine/in-each.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'
import type { By } from '../versions.ts'

/** What it is. */
interface Own {
  readonly kind: OwnKind
  readonly ofId: Id
}

/** And how those whose it is knew it. */
interface Known extends Own {
  readonly known: string
}

/** Somebody else gave it to them, and it was not shown to them yet: taken back meanwhile, they lost nothing. */
export const NOTHING = 'none'
/** By then they have it from elsewhere, as from whoever gave it, or from their calendar. */
const LONGEST_UNSEEN_MS = 86_400_000

/** To be asked with `unseenSince`. */
export const wasNotShown = (kind: OwnKind, ofId: string, personId: string): string =>
  `EXISTS (SELECT 1 FROM own_news unseen WHERE unseen.person_id IN ${recordsOf(personId)} AND unseen.kind = '${kind}'
    AND unseen.of_id = ${ofId} AND unseen.known = '${NOTHING}' AND unseen.at > :unseenSince)`
export const unseenSince = (at: Instant): Instant => addMs(at, -LONGEST_UNSEEN_MS)

/** Changed once more before they read of it, they still know what they knew, under whichever of their records; of what was not shown to them yet the day counts from when it was given. Who sits here may be on no list, where an older copy was gone back to. */
const tellOf = (given: string, ofId: string, known: string, personId: string): string =>
  `INSERT INTO own_news (person_id, kind, of_id, known, at, by_id)
  SELECT coalesce((SELECT min(news.person_id) FROM own_news news WHERE news.kind = :kind AND news.of_id = ${ofId} AND news.person_id IN ${recordsOf('told.id')}), told.id),
    :kind, ${ofId}, ${known}, :at, (SELECT id FROM person WHERE id = CAST(:actorId AS TEXT)) FROM ${given}person told
    WHERE told.id = ${nowOf(personId)} AND told.id <> coalesce(${nowOf('CAST(:actorId AS TEXT)')}, '')
  ON CONFLICT (person_id, kind, of_id) DO UPDATE SET at = excluded.at, by_id = excluded.by_id,
    known = CASE WHEN own_news.known = '${NOTHING}' THEN excluded.known ELSE own_news.known END
    WHERE own_news.known <> '${NOTHING}' OR excluded.known = '${NOTHING}' OR own_news.at <= :unseenSince`
const TELL = tellOf('', ':ofId', ':known', ':personId')
const OF_ACTOR = `DELETE FROM own_news WHERE person_id IN ${recordsOf(':actorId')} AND kind = :kind AND`
const KNOWN_BY_ACTOR = `${OF_ACTOR} of_id = :ofId`

/** Whoever has to do with it is to be told, but for whoever did it. How it is then is read when they are. */
export function* tellOfOwn({ kind, ofId, known }: Known, people: readonly (Id | null)[], by: By): Query<void> {
  const { at, actorId } = by
  for (const personId of new Set(people))
    if (personId !== null)
      yield* write(TELL, { kind, ofId, known, at, actorId, personId, unseenSince: unseenSince(at) })
  if (actorId !== null) yield* write(KNOWN_BY_ACTOR, { kind, ofId, actorId })
}

const EACH: InEach = {
  sqlite: `(SELECT value ->> 'id' AS id, value ->> 'known' AS known FROM json_each(:told)) AS given, `,
  postgres: `(SELECT value ->> 'id' AS id, value ->> 'known' AS known FROM json_array_elements(CAST(:told AS json)) AS one (value)) AS given, `,
}
const TELL_EACH = inEach((say) => tellOf(say(EACH), 'given.id', 'given.known', 'given.id'))
const EACH_KNOWN_BY_ACTOR = inEach((say) => `${OF_ACTOR} ${say(among('of_id', 'text', ':ids'))}`)

/** The same of many people at once, of each of whom something is about themselves. */
export function* tellEachOfOwn(
  kind: OwnKind,
  told: readonly { readonly id: Id; readonly known: string }[],
  { at, actorId }: By,
): Query<void> {
  if (told.length === 0) return
  const many = { kind, told: JSON.stringify(told), at, actorId, unseenSince: unseenSince(at) }
  yield* write(TELL_EACH, many)
  const ids = JSON.stringify(told.map(({ id }) => id))
  if (actorId !== null) yield* write(EACH_KNOWN_BY_ACTOR, { kind, actorId, ids })
}

/** Whoever has to do with it does not know it, but for whoever gave it, until it is shown to them. Where nobody had said who they are, it may have been themselves. */
export function* giveOwn(own: Own, people: readonly (Id | null)[], by: By): Query<void> {
  if (by.actorId !== null) yield* tellOfOwn({ ...own, known: NOTHING }, people, by)
}

export interface StoredOwnNews extends Known {
  readonly at: Instant
  readonly byId: Id | null
  readonly byName: string | null
}

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const ownNewsQueries = {
  ofPerson: `SELECT kind, of_id AS ofId, known, at, actor.id AS byId, actor.name AS byName FROM own_news LEFT JOIN person actor ON actor.id = ${nowOf('by_id')}
    WHERE person_id IN ${recordsOf(':personId')} AND at > :since AND known <> '${NOTHING}' ORDER BY at, kind, of_id`,
  unseen: `SELECT kind, of_id AS ofId FROM own_news WHERE person_id IN ${recordsOf(':personId')} AND known = '${NOTHING}'
    AND at > :since GROUP BY kind, of_id ORDER BY max(at) DESC, kind, of_id LIMIT :limit`,
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

/** What others gave them since then, and it was not shown to them, the newest first. */
export const unseenOf = (personId: Id, since: Instant, limit: number): Query<Own[]> =>
  rows<Own>(ownNewsQueries.unseen, { personId, since, limit })

const SHOWN = `DELETE FROM own_news WHERE person_id IN ${recordsOf(':personId')} AND kind = :kind AND of_id = :ofId AND known = '${NOTHING}'`

/** They know it from now on. Of what others did to it since they knew it before they still are to read. */
export function* keepShown(personId: Id, { kind, ofId }: Own): Query<void> {
  yield* write(SHOWN, { personId, kind, ofId })
}

/** Of a change of a booking. */
export const reasonAt = (bookingId: Id, at: Instant): Query<string | null> =>
  value<string>(
    'SELECT reason AS value FROM booking_event WHERE booking_id = ? AND at = ? ORDER BY rowid DESC LIMIT 1',
    [...[bookingId, at]],
  )
