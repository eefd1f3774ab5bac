import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, type Sql, write } from '../engine/query.ts'
import type { HeardRows } from './heard-rows.ts'
import { heardTexts } from './heard-texts.ts'
import { countAnew } from './late-words.ts'

/** `not_yours`: it belongs to what another desk heard; `refused`: it is not of its form, or names what is not there. */
export class NotLaidDown extends Error {
  readonly code: 'not_yours' | 'refused'
  constructor(code: 'not_yours' | 'refused') {
    super(code)
    this.code = code
  }
}

export interface Laying {
  readonly deskId: Id
  /** For whom the desk asks. */
  readonly personId: Id
  readonly at: Instant
  newId(): Id
  /** By the id of a session, of a call in it, or of a case. */
  readonly owners: Map<Id, Owner>
}

/** Who may write in a session: this desk, as long as it is not handed over. */
export type Owner = 'mine' | 'handed_over'

/** The call of what holds words, by which the age of its session is counted anew. */
const LATE = {
  ...{ note: 'call_id', conversation: 'call_id', meeting: 'call_id' },
  meeting_line: '(SELECT meeting.call_id FROM meeting WHERE meeting.id = meeting_line.meeting_id)',
} as const

/** `of`: what names the session they belong to. In what is handed over only those are new that are not there yet. */
export function* lay<T extends Exclude<keyof HeardRows, 'session' | 'booking_event'>>(
  table: T,
  all: readonly HeardRows[T][],
  of: (row: HeardRows[T]) => Id,
  { owners }: Laying,
): Query<void> {
  const { insert, update, addition } = heardTexts[table]
  const mine = update === null ? [] : all.filter((row) => owners.get(of(row)) === 'mine')
  const rest = mine.length === 0 ? all : all.filter((row) => owners.get(of(row)) !== 'mine')
  if (mine.length > 0) {
    const laid = yield* write(`${insert} DO UPDATE ${update}`, { rows: JSON.stringify(mine) })
    if (laid < mine.length) throw new NotLaidDown('not_yours')
  }
  const then = addition === undefined ? 'DO NOTHING' : `DO UPDATE ${addition}`
  if (rest.length === 0) return
  const parameters = { rows: JSON.stringify(rest) }
  const late = table in LATE ? LATE[table as keyof typeof LATE] : null
  if (late === null) return void (yield* write(`${insert} ${then}`, parameters))
  const laid = yield* rows<{ callId: Id }>(`${insert} ${then} RETURNING ${late} AS callId`, parameters)
  if (laid.length > 0) yield* countAnew(laid.map(({ callId }) => callId))
}

export const OWNER = 'session.desk_id AS deskId, session.handed_over_at AS handedOverAt FROM session'
export const SESSION_OWNERS = inEach(
  (say) =>
    `SELECT session.id, ${OWNER} WHERE ${say(among('session.id', 'text', ':ids'))} ORDER BY session.id FOR NO KEY UPDATE OF session`,
)
export const CALL_OWNERS = inEach(
  (
    say,
  ) => `SELECT call.id, ${OWNER} JOIN call ON call.session_id = session.id WHERE ${say(among('call.id', 'text', ':ids'))}
    ORDER BY session.id FOR NO KEY UPDATE OF session`,
)

/** Held: a session is handed over, or written in, one after the other. Throws where one is another desk's, or there is none. */
export function* findOwners(sql: Sql, ids: readonly Id[], { deskId, owners }: Laying): Query<void> {
  const unknown = [...new Set(ids)].filter((id) => !owners.has(id))
  if (unknown.length === 0) return
  type Found = { id: Id; deskId: Id | null; handedOverAt: Instant | null }
  const found = yield* rows<Found>(sql, { ids: JSON.stringify(unknown), deskId })
  if (found.some((one) => one.deskId !== deskId)) throw new NotLaidDown('not_yours')
  if (found.length < unknown.length) throw new NotLaidDown('refused')
  for (const { id, handedOverAt } of found) owners.set(id, handedOverAt === null ? 'mine' : 'handed_over')
}
