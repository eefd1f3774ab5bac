import type { DrawnRequest, DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { inEach } from '../../engine/in-each.ts'
import { type Query, row, rows, type Sql, step, value, write } from '../../engine/query.ts'
import { isRefusedBy } from '../../engine/refused-by.ts'
import { namedNow, nowOf, recordsOf } from '../../house/same-person.ts'
import { type By, guarded } from '../../versions.ts'
import { giveOwn, tellOfOwn } from '../own-news.ts'
import { peopleHere, type StoredResult } from './outcome.ts'
import { seatsNow } from './seats-now.ts'

/** What a person asks of a window. */
export type Wish = Pick<DrawWish, 'togetherWith' | 'purpose' | 'lengthMinutes' | 'wishes'>

export interface StoredRequest extends Wish {
  readonly id: Id
  readonly windowId: Id
  readonly personId: Id
  readonly handedInAt: Instant
  readonly handedInBy: Id | null
  readonly withdrawnAt: Instant | null
  readonly version: number
}

type Row = Omit<StoredRequest, 'togetherWith' | 'wishes'> & { togetherJson: string; wishesJson: string }

const columnsOf = (
  personId: string,
): string => `draw_request.id, draw_request.window_id AS windowId, ${personId} AS personId, purpose,
  length_minutes AS lengthMinutes, together_json AS togetherJson, wishes_json AS wishesJson, handed_in_at AS handedInAt,
  ${nowOf('handed_in_by')} AS handedInBy, withdrawn_at AS withdrawnAt, draw_request.version`
const COLUMNS = columnsOf('draw_request.person_id')

const ONE = `SELECT ${COLUMNS} FROM draw_request WHERE id = ?`

/** The request, which nobody else changes before the transaction that asked is over. */
export function* requestToChange(id: Id): Query<StoredRequest | null> {
  const sql: Sql = { sqlite: ONE, postgres: `${ONE} FOR UPDATE` }
  const found = yield* row<Row>(sql, [id])
  return found === null ? null : parsed(found)
}

/** As it stands; also one that was withdrawn. */
export function* requestById(id: Id): Query<StoredRequest | null> {
  const found = yield* row<Row>(ONE, [id])
  return found === null ? null : parsed(found)
}

const ASKS = 'SELECT 1 AS value FROM draw_asker WHERE window_id = ? AND person_id = ?'

/** Whether some request of the window is theirs, or names them. */
export function* asksIn(windowId: Id, personId: Id): Query<boolean> {
  return (yield* value<number>(ASKS, [windowId, personId])) !== null
}

const WINDOW_OF = 'SELECT window_id AS value FROM draw_request WHERE id = ?'

export const windowOfRequest = (id: Id): Query<Id | null> => value<Id>(WINDOW_OF, [id])

const STANDING = `SELECT ${COLUMNS} FROM draw_request WHERE window_id = ? AND withdrawn_at IS NULL`

/** All that are not withdrawn, in no order. */
export function* standingRequests(windowId: Id): Query<StoredRequest[]> {
  return (yield* rows<Row>(STANDING, [windowId])).map(parsed)
}

function parsed<T extends Row>(row: T) {
  const { togetherJson, wishesJson, ...rest } = row
  return { ...rest, togetherWith: JSON.parse(togetherJson) as Id[], wishes: JSON.parse(wishesJson) as string[] }
}

/** A window that is closed keeps under which of two records somebody asked, also after these turned out to be one person's: it is told of who they are by now. */
const TOLD = `SELECT ${columnsOf('person.id')}, person.name AS personName, hand.name AS handedInByName, result_json AS resultJson
  FROM draw_request JOIN person ON person.id = ${nowOf('draw_request.person_id')}
  LEFT JOIN person hand ON hand.id = ${nowOf('handed_in_by')} LEFT JOIN draw_result ON draw_result.request_id = draw_request.id`

type ToldRow = Row & { personName: string; handedInByName: string | null; resultJson: string | null }

export function* toldRequest(id: Id): Query<DrawWish> {
  const [found] = yield* told(yield* rows<ToldRow>(`${TOLD} WHERE draw_request.id = ?`, [id]))
  if (found === undefined) throw new Error('a request just stored is not there')
  return found
}

const MINE = `${TOLD} JOIN draw_window ON draw_window.id = draw_request.window_id
  WHERE withdrawn_at IS NULL AND (state = 'open' OR closes_at > :since) AND draw_request.id IN (
    SELECT request_id FROM draw_asker WHERE person_id IN ${recordsOf(':personId')}
    UNION ALL SELECT id FROM draw_request WHERE handed_in_by IN ${recordsOf(':personId')})
  ORDER BY closes_at DESC, handed_in_at, draw_request.id LIMIT 500`

/** Requests that are about a person, or that they handed in, of windows that close after then. */
export function* requestsAbout(personId: Id, since: Instant): Query<DrawWish[]> {
  return yield* told(yield* rows<ToldRow>(MINE, { personId, since }))
}

/** Until it is drawn, who is off the list is still asked with, and asks again as soon as they are back on it. */
function* told(found: readonly ToldRow[]): Query<DrawWish[]> {
  const requests = found.map(({ resultJson, ...row }) => ({ ...parsed(row), stored: resultOf(resultJson) }))
  const now = yield* seatsNow(requests.map(({ id, stored }) => ({ id, drawn: stored?.drawn ?? null })))
  const wishes: DrawWish[] = []
  for (const { handedInBy: handedInById, withdrawnAt: _, stored, ...request } of requests) {
    const { id: requestId, personId, personName } = request
    const togetherWith = stored?.togetherWith ?? request.togetherWith
    const togetherNames = yield* namesOf(togetherWith)
    const awayIds = stored === null ? yield* awayOf([personId, ...togetherWith]) : []
    const result = stored === null ? null : toldResult(stored, { requestId, personId, personName, togetherNames }, now)
    wishes.push({ ...request, handedInById, togetherWith, togetherNames, awayIds, result })
  }
  return wishes
}

const toldResult = (
  { togetherWith: _, ...result }: StoredResult,
  whose: Pick<DrawnRequest, 'requestId' | 'personId' | 'personName' | 'togetherNames'>,
  now: (requestId: Id) => DrawnRequest['seatsNow'],
): DrawnRequest => ({ ...whose, seatsNow: now(whose.requestId), ...result })

const resultOf = (json: string | null): StoredResult | null =>
  json === null ? null : (JSON.parse(json) as StoredResult)

/** What each of them is called by now. */
function* namesOf(ids: readonly Id[]): Query<string[]> {
  const names: string[] = []
  for (const id of ids) names.push((yield* namedNow(id)).name)
  return names
}

function* awayOf(ids: readonly Id[]): Query<Id[]> {
  const here = yield* peopleHere(ids)
  return ids.filter((id) => !here.has(id))
}

const INSERT = `INSERT INTO draw_request (id, window_id, person_id, purpose, length_minutes, together_json, wishes_json, handed_in_at, handed_in_by)
  VALUES (:id, :windowId, :personId, :purpose, :lengthMinutes, :togetherJson, :wishesJson, :handedInAt, :handedInBy)`

/** Thrown when the database refuses that somebody asks twice in a window. */
export class AskedAlready extends Error {}

/** Inside a transaction. Throws `AskedAlready`, which ends it. */
export function* insertRequest(request: StoredRequest): Query<void> {
  const { togetherWith, wishes, ...rest } = request
  const [togetherJson, wishesJson] = [JSON.stringify(togetherWith), JSON.stringify(wishes)]
  yield* write(INSERT, { ...rest, togetherJson, wishesJson })
  yield* keepAskers(request)
  yield* giveRequest(request, peopleOf(request), { at: request.handedInAt, actorId: request.handedInBy })
}

type Askers = Pick<StoredRequest, 'personId' | 'handedInBy' | 'togetherWith'>
const peopleOf = ({ personId, handedInBy, togetherWith }: Askers) => [personId, handedInBy, ...togetherWith]

const giveRequest = ({ id: ofId }: StoredRequest, people: readonly (Id | null)[], by: By): Query<void> =>
  giveOwn({ kind: 'request', ofId }, people, by)

const DRAWN = 'SELECT result_json AS value FROM draw_result WHERE request_id = ?'

/** Those besides whose request it is that it was drawn for, of a window that is drawn. */
export function* drawnTogether({ id, togetherWith }: StoredRequest): Query<ReadonlySet<Id>> {
  return new Set(resultOf(yield* value<string>(DRAWN, [id]))?.togetherWith ?? togetherWith)
}

/** What whoever asks together knows of a request: who comes along, and, at its end, who would if they were on the list. */
export function knownRequest({ togetherWith, purpose, lengthMinutes, wishes }: Wish, comes: ReadonlySet<Id>): string {
  const along = [...togetherWith].sort()
  const away = along.filter((id) => !comes.has(id))
  return JSON.stringify([along.filter((id) => comes.has(id)), purpose, lengthMinutes, wishes, away])
}

/** Somebody is about to change it, or to take it out; or these of it have just left the list. */
export function* tellOfRequest(before: StoredRequest, by: By, left: readonly Id[] = []): Query<void> {
  const came = new Set([...(yield* peopleHere(before.togetherWith)), ...left])
  yield* tellOfOwn({ kind: 'request', ofId: before.id, known: knownRequest(before, came) }, peopleOf(before), by)
}

/** These of it are on the list again: the others knew it without them. */
export function* tellOfReturn(request: StoredRequest, by: By, returned: ReadonlySet<Id>): Query<void> {
  const here = yield* peopleHere(request.togetherWith)
  const came = new Set([...here].filter((id) => !returned.has(id)))
  const others = peopleOf(request).filter((id) => id !== null && !returned.has(id))
  yield* tellOfOwn({ kind: 'request', ofId: request.id, known: knownRequest(request, came) }, others, by)
}

const UPDATE = `UPDATE draw_request SET purpose = :purpose, length_minutes = :lengthMinutes, together_json = :togetherJson,
  wishes_json = :wishesJson, withdrawn_at = :withdrawnAt, version = version + 1 WHERE id = :id AND version = :version`

/** Inside a transaction that holds the request. Throws `AskedAlready`, which ends it, and `StaleChange`. */
export function* updateRequest(
  before: StoredRequest,
  change: Partial<Wish & Pick<StoredRequest, 'withdrawnAt'>>,
  by: By,
): Query<void> {
  const after = { ...before, ...change }
  const knew = before.withdrawnAt === null ? peopleOf(before) : []
  if (knew.length > 0) yield* tellOfRequest(before, by)
  if (after.withdrawnAt === null) {
    const added = peopleOf(after).filter((id) => !knew.includes(id))
    if (added.length > 0) yield* giveRequest(after, added, by)
  }
  const { togetherWith, wishes, ...rest } = after
  const parameters = { ...rest, togetherJson: JSON.stringify(togetherWith), wishesJson: JSON.stringify(wishes) }
  yield* guarded(before.id, [before, change], by, write(UPDATE, parameters))
  yield* write(NO_ASKERS, [before.id])
  if (after.withdrawnAt === null) yield* keepAskers(after)
}

const NO_ASKERS = 'DELETE FROM draw_asker WHERE request_id = ?'

/** It is drawn for these alone, and what comes of it is theirs. */
export function* keepDrawnAskers(drawn: StoredRequest): Query<void> {
  yield* write(NO_ASKERS, [drawn.id])
  yield* keepAskers(drawn)
}

const ASKER = 'INSERT INTO draw_asker (window_id, person_id, request_id) VALUES (?, ?, ?)'

function* keepAskers({ id, windowId, personId, togetherWith }: StoredRequest): Query<void> {
  for (const each of [personId, ...togetherWith])
    try {
      yield* step(write(ASKER, [windowId, each, id]))
    } catch (error) {
      throw isRefusedBy(error, 'draw_asker') ? new AskedAlready() : error
    }
}

const ASKED = `SELECT person.name AS value FROM draw_asker JOIN person ON person.id = draw_asker.person_id
  WHERE window_id = ? AND draw_asker.person_id = ? AND request_id <> ?`

/** The name of one of them who asked already in another request; null: none did. */
export function* whoAsked({ id, windowId, personId, togetherWith }: StoredRequest): Query<string | null> {
  for (const each of [personId, ...togetherWith]) {
    const name = yield* value<string>(ASKED, [windowId, each, id])
    if (name !== null) return name
  }
  return null
}

const MATCHING = `FROM draw_result JOIN draw_request ON draw_request.id = draw_result.request_id
  JOIN person ON person.id = draw_request.person_id WHERE draw_result.window_id = :windowId`
const BY_NAME = inEach(
  (say) => `${say({ sqlite: 'instr(person.name, :search) > 0', postgres: 'strpos(person.name, :search) > 0' })}`,
)

const PAGE_ROWS = 100

/** A page of what was drawn, as they stood. */
export function* resultsOf(windowId: Id, search: string, offset: number) {
  const where = inEach((say) => `${MATCHING}${search === '' ? '' : ` AND ${say(BY_NAME)}`}`)
  const count = inEach((say) => `SELECT count(*) AS value ${say(where)}`)
  const page = inEach(
    (say) => `SELECT draw_request.id AS requestId, draw_request.person_id AS personId, person.name AS personName,
      together_json AS togetherJson, result_json AS resultJson ${say(where)} ORDER BY place LIMIT ${PAGE_ROWS} OFFSET :offset`,
  )
  const parameters = { windowId, search, offset }
  const total = (yield* value<number>(count, parameters)) ?? 0
  interface Found {
    readonly requestId: Id
    readonly personId: Id
    readonly personName: string
    readonly togetherJson: string
    readonly resultJson: string
  }
  const found = (yield* rows<Found>(page, parameters)).map(({ resultJson, ...rest }) => ({
    ...rest,
    stored: JSON.parse(resultJson) as StoredResult,
  }))
  const now = yield* seatsNow(found.map(({ requestId: id, stored: { drawn } }) => ({ id, drawn })))
  const told: DrawnRequest[] = []
  for (const { togetherJson, stored, ...rest } of found) {
    const togetherNames = yield* namesOf(stored.togetherWith ?? (JSON.parse(togetherJson) as Id[]))
    told.push(toldResult(stored, { ...rest, togetherNames }, now))
  }
  return { total, rows: told }
}
