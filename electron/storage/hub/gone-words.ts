import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'
import type { HeardRows, LifeRows } from './heard-rows.ts'

interface GoneOf {
  readonly id: Id
  readonly kind: string
  readonly at: Instant
}

const OF_CALLS = inEach(
  (
    say,
  ) => `SELECT call.id, words_gone.kind, gone_at AS at FROM call JOIN words_gone ON words_gone.session_id = call.session_id
    WHERE words_gone.kind IN ('notes', 'conversations') AND ${say(among('call.id'))}`,
)
const OF_CASES = inEach(
  (say) => `SELECT substr(id, 8) AS id, kind, gone_at AS at FROM words_gone
    WHERE kind = 'sealed' AND ${say(among('substr(id, 8)'))}`,
)

const NOTES = inEach((say) => `SELECT id FROM note WHERE ${say(among('id'))}`)

type Rows = { [T in keyof HeardRows]: HeardRows[T][] }

/**
 * Without what went by the rules of retention: a desk that was restored from a copy tells of it once more. What was written after it went is new, and stays.
 * A note that is not there takes its history and its thanks along.
 */
export function* withoutGone(told: Rows): Query<Rows> {
  const { call, note, note_event: events, conversation, thanks } = told
  const ids = new Set([
    ...call.map(({ id }) => id),
    ...[...note, ...events, ...conversation, ...thanks].map((row) => row.call_id),
  ])
  if (ids.size === 0) return told
  const gone = yield* rows<GoneOf>(OF_CALLS, [JSON.stringify([...ids])])
  if (gone.length === 0) return told
  const wentAt = (kind: string, callId: Id) => gone.find((one) => one.id === callId && one.kind === kind)?.at ?? ''
  const notes = note.filter((row) => lastTouch(row) > wentAt('notes', row.call_id))
  const there = new Set((yield* rows<{ id: Id }>(NOTES, [JSON.stringify(ofGone(events, thanks))])).map(({ id }) => id))
  for (const { id } of notes) there.add(id)
  const isThere = (row: { call_id: Id; note_id: Id }) => wentAt('notes', row.call_id) === '' || there.has(row.note_id)
  return {
    ...told,
    call: call.map((row) => (wentAt('notes', row.id) === '' ? row : { ...row, reference: null })),
    note: notes,
    note_event: events.filter(isThere),
    conversation: conversation.filter((row) => wentAt('conversations', row.call_id) === ''),
    thanks: thanks.filter(isThere),
  }
}

const ofGone = (...tables: readonly (readonly { note_id: Id }[])[]): Id[] => tables.flat().map((row) => row.note_id)

const lastTouch = ({ created_at: made, edited_at: edited, removed_at: removed }: HeardRows['note']): Instant =>
  [made, edited ?? '', removed ?? ''].sort().at(-1) ?? made

/** What is sealed of a case whose words went, and remarks of it, come no more. */
export function* withoutGoneCases<Life extends { [T in keyof LifeRows]: LifeRows[T][] }>(life: Life): Query<Life> {
  const ids = new Set([...life.life_sealed, ...life.life_event].map((row) => row.case_id))
  if (ids.size === 0) return life
  const gone = new Set((yield* rows<GoneOf>(OF_CASES, [JSON.stringify([...ids])])).map(({ id }) => id))
  if (gone.size === 0) return life
  return {
    ...life,
    life_sealed: life.life_sealed.filter((row) => !gone.has(row.case_id)),
    life_event: life.life_event.map((row) => (gone.has(row.case_id) ? { ...row, remark: null } : row)),
  }
}
