import { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Version } from '../../../shared/contract/versions.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { goneId } from '../retention/gone.ts'
import { conversationName, referenceName } from '../retention/known-gone.ts'
import type { HeardRows, LifeRows } from './heard-rows.ts'

interface Known {
  readonly id: string
  /** As which it went. */
  readonly version: Version
  readonly countedAs: string | null
}

const KNOWN = inEach((say) => `SELECT id, version, counted_as AS countedAs FROM known_gone WHERE ${say(among('id'))}`)
const NOTES = inEach((say) => `SELECT id FROM note WHERE ${say(among('id'))}`)

type Rows = { [T in keyof HeardRows]: HeardRows[T][] }
type Life = { [T in keyof LifeRows]: LifeRows[T][] }

function* knownGone(names: readonly string[]): Query<ReadonlyMap<string, Known>> {
  const found = names.length === 0 ? [] : yield* rows<Known>(KNOWN, [JSON.stringify([...new Set(names)])])
  return new Map(found.map((one) => [one.id, one]))
}

/**
 * Without what this hub knew and deleted by the rules of retention: a desk that was restored from a copy tells of it once more. What no hub ever heard stays, whatever
 * the rules did to the rest of its session: a desk that was sent away tells of it when it is back. So does a note that was changed since; not what it said before.
 */
export function* withoutGone(told: Rows): Query<Rows> {
  const { call, note, note_event: events, conversation, meeting, meeting_line: lines, thanks } = told
  const noteIds = [...note.map(({ id }) => id), ...[...events, ...thanks].map((row) => row.note_id)]
  const known = yield* knownGone([
    ...noteIds,
    ...[...thanks, ...meeting, ...lines].map(({ id }) => id),
    ...call.map(({ id }) => referenceName(id)),
    ...conversation.map((row) => conversationName(row.call_id)),
  ])
  if (known.size === 0) return told
  const there = new Set((yield* rows<{ id: Id }>(NOTES, [JSON.stringify(noteIds)])).map(({ id }) => id))
  const kept: HeardRows['note'][] = []
  for (const row of note) {
    const gone = known.get(row.id)
    if (gone !== undefined && !there.has(row.id)) {
      if (row.version <= gone.version) continue
      yield* countByItself(row, gone)
      there.add(row.id)
    }
    kept.push(row)
  }
  for (const { id } of kept) there.add(id)
  const wentWithNote = (row: { note_id: Id }) => known.has(row.note_id) && !there.has(row.note_id)
  return {
    ...told,
    call: call.map((row) => (known.has(referenceName(row.id)) ? { ...row, reference: null } : row)),
    note: kept,
    note_event: events
      .filter((row) => !wentWithNote(row))
      .map((row) => (known.has(row.note_id) ? { ...row, before_json: null } : row)),
    conversation: conversation.filter((row) => !known.has(conversationName(row.call_id))),
    meeting: yield* changedSince(meeting, known),
    meeting_line: yield* changedSince(lines, known),
    thanks: thanks.filter((row) => !known.has(row.id) && !wentWithNote(row)),
  }
}

/**
 * What was said at a meeting went, and it stayed as one that says nothing, as a change of its own here: a desk that changed it as often since is not behind for that.
 */
function* changedSince<T extends { readonly id: Id; readonly version: Version }>(
  all: readonly T[],
  known: ReadonlyMap<string, Known>,
): Query<T[]> {
  const kept: T[] = []
  for (const row of all) {
    const gone = known.get(row.id)
    if (gone !== undefined && row.version <= gone.version) continue
    if (gone !== undefined) yield* write(AS_CHANGED, [row.version, row.id])
    kept.push(gone === undefined ? row : { ...row, version: Math.max(row.version, gone.version + 2) })
  }
  return kept
}

const AS_CHANGED = 'UPDATE known_gone SET version = ?, counted_as = NULL WHERE id = ?'
const NOT_TWICE = Object.fromEntries(
  NoteKind.options.map((kind) => [
    kind,
    `UPDATE words_gone SET ${kind} = ${kind} - 1 WHERE id = (SELECT '${goneId('notes', '')}' || session_id FROM call WHERE call.id = ?) AND ${kind} > 0`,
  ]),
)

/** It is there again, so what went of its session does not count it any more. */
function* countByItself({ id, call_id: callId, version }: HeardRows['note'], { countedAs }: Known): Query<void> {
  const uncount = countedAs === null ? undefined : NOT_TWICE[countedAs]
  if (uncount !== undefined) yield* write(uncount, [callId])
  yield* write(AS_CHANGED, [version, id])
}

/** What this hub knew of what is sealed, and of remarks, and deleted, comes no more. */
export function* withoutGoneCases(life: Life): Query<Life> {
  const { life_sealed: sealed, life_event: events } = life
  const known = yield* knownGone([...sealed, ...events].map(({ id }) => id))
  if (known.size === 0) return life
  return {
    ...life,
    life_sealed: sealed.filter(({ id }) => !known.has(id)),
    life_event: events.map((row) => (known.has(row.id) ? { ...row, remark: null } : row)),
  }
}
