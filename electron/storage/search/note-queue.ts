import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import { indexedCharacters } from '../../../shared/text/search-characters.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

/** Only a company's database has this queue: the desk's own index follows the events of its notes (`note-search.ts`). */
const onPostgres = (postgres: string) => ({ sqlite: null, postgres })

const IS_EMPTY = onPostgres('SELECT NOT EXISTS (SELECT 1 FROM note_to_search) AS value')
/** Two hubs that take in versions of one note at once could leave the older one. Whoever saves a note does not wait for this. */
const ONE_AT_A_TIME = onPostgres('LOCK TABLE note_to_search IN SHARE UPDATE EXCLUSIVE MODE')
const TAKE =
  onPostgres(`DELETE FROM note_to_search WHERE turn IN (SELECT turn FROM note_to_search ORDER BY turn LIMIT ?)
  RETURNING number`)
const of = (column: string) => inEach((say) => say(among(column, 'bigint'))).postgres
const WORDS = onPostgres(`SELECT rowid AS number, kind, text FROM note WHERE ${of('rowid')} AND removed_at IS NULL
  AND ${notSealed('note.call_id')}`)
const FORGET = onPostgres(`DELETE FROM note_search WHERE ${of('number')}`)
const LEARN = onPostgres(`INSERT INTO note_search (number, kind, characters) SELECT *
  FROM jsonb_to_recordset(CAST(? AS jsonb)) AS learned (number bigint, kind plain, characters plain)`)

/** Whether every note of a company is found as it stands now. */
export function* isNoteQueueEmpty(): Query<boolean> {
  return (yield* value<number>(IS_EMPTY)) !== 0
}

/** Makes the next notes of the queue, at most so many, findable as they stand now. True when there are no more. Inside a transaction. */
export function* takeFromNoteQueue(atMost: number): Query<boolean> {
  yield* rows(ONE_AT_A_TIME)
  const due = yield* rows<{ number: number }>(TAKE, [atMost])
  const numbers = JSON.stringify([...new Set(due.map(({ number }) => number))])
  const notes = yield* rows<{ number: number; kind: NoteKind; text: string }>(WORDS, [numbers])
  yield* write(FORGET, [numbers])
  const learned = notes.map(({ text, ...note }) => ({ ...note, characters: indexedCharacters([text]) }))
  yield* write(LEARN, [JSON.stringify(learned)])
  return due.length < atMost
}
