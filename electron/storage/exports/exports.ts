import type {
  ExportChoice,
  ExportKind,
  ExportRecord,
  ExportState,
  WaitReason,
} from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

/** What the ledger knows beyond the contract's record: enough to make the same file again after a crash. */
export interface ExportPlan {
  readonly record: ExportRecord
  readonly scope: string
  readonly isNamed?: boolean | undefined
  /** Stories of its tickets say a name that was forgotten. */
  readonly isToRetell?: boolean | undefined
  readonly language: 'zh' | 'en'
  /** Null: exported before this was kept. */
  readonly choice: ExportChoice | null
  /** Numbers of the tickets that belong in the file, in the order of the file. */
  readonly ticketNumbers: readonly number[]
  /** Whose minutes it is. */
  readonly callId: Id | null
  /** Those on a page of thanks, and who hands them over with it. */
  readonly thanks: ThanksOfPage | null
}

export interface ThanksOfPage {
  readonly ids: readonly Id[]
  readonly actorId: Id | null
}

/**
 * `isNamed`: whoever asked typed the scope themselves; left out where that is not known. `retell`: so many tickets, the first of it, have it in their story under a
 * name that was forgotten since, and are told once more what it is called now.
 */
export type StoredChoice = ExportChoice & {
  readonly isNamed?: boolean | undefined
  readonly retell?: { readonly before: string; readonly count: number } | undefined
}

/** As it is stored. */
interface Selection {
  readonly ticketNumbers: number[]
  readonly thanks?: ThanksOfPage
}

/** The last events that a file tells of; empty where none had happened. */
export interface LastEvents {
  readonly ticketEventId: Id | ''
  readonly noteEventId: Id | ''
}

export const RECORD_COLUMNS = `id, kind, format, folder, file_name AS fileName, state, reason, ticket_count AS ticketCount, sha256,
  size_bytes AS sizeBytes, created_at AS createdAt, delivered_at AS deliveredAt, tries,
  exported_by AS exportedBy`
/** A condition: nothing tells of minutes whose call is sealed, and nobody works on them. */
export const IS_TOLD = `(call_id IS NULL OR ${notSealed('export_record.call_id')})`
const SELECT = `SELECT ${RECORD_COLUMNS} FROM export_record WHERE ${IS_TOLD}`

const INTO = `export_record (id, format, folder, file_name, state, reason, selection_json, scope, language, ticket_count,
  sha256, size_bytes, created_at, delivered_at, tries, exported_by, choice_json, kind, call_id`
const VALUES = `:id, :format, :folder, :fileName, :state, :reason, :selection, :scope, :language, :ticketCount,
  :sha256, :sizeBytes, :createdAt, :deliveredAt, :tries, :exportedBy, :choice, :kind, :callId`
/** A company's ledger has the files of many desks, each of which makes and delivers its own. */
const INSERT = {
  sqlite: `INSERT INTO ${INTO}) VALUES (${VALUES})`,
  postgres: `INSERT INTO ${INTO}, desk_id) VALUES (${VALUES}, :deskId)`,
}

/** All files of one wish, or none: inside a transaction. `deskId`: whose hands they are in; null on a desk of its own. */
export function* insertExports(
  records: readonly ExportRecord[],
  wish: Omit<ExportPlan, 'record' | 'choice'> & { choice: ExportChoice },
  deskId: Id | null,
): Query<void> {
  const { scope, language, callId, ticketNumbers, thanks } = wish
  const selection = JSON.stringify({ ticketNumbers, ...(thanks !== null && { thanks }) })
  const choice = JSON.stringify({ ...wish.choice, isNamed: wish.isNamed })
  for (const record of records) yield* write(INSERT, { ...record, selection, choice, scope, language, callId, deskId })
}

/** Newest first: by rowid, because the order of happening must survive a clock that is set back. */
export const listExports = (limit: number, kind: ExportKind | null): Query<ExportRecord[]> =>
  kind === null
    ? rows<ExportRecord>(`${SELECT} ORDER BY rowid DESC LIMIT ?`, [limit])
    : rows<ExportRecord>(`${SELECT} AND kind = ? ORDER BY rowid DESC LIMIT ?`, [kind, limit])

export const exportById = (id: Id): Query<ExportRecord | null> => row<ExportRecord>(`${SELECT} AND id = ?`, [id])

const KNOWN = inEach((say) => `SELECT id FROM export_record WHERE ${say(among('id'))}`)

/** Those of the ids that the ledger has. */
export function* knownExports(ids: readonly Id[]): Query<Set<Id>> {
  return new Set((yield* rows<{ id: Id }>(KNOWN, [JSON.stringify(ids)])).map(({ id }) => id))
}

const OF_DESK = { sqlite: '', postgres: 'AND desk_id IS NOT DISTINCT FROM :deskId' }
const IN_STATES = inEach(
  (say) => `${SELECT} AND ${say(among('state', 'text', ':states'))} ${say(OF_DESK)} ORDER BY rowid`,
)

const OURS = inEach((say) => `SELECT id FROM export_record WHERE ${say(among('id', 'text', ':ids'))} ${say(OF_DESK)}`)

/** Those of the ids that are in this desk's hands. */
export function* exportsOfDesk(ids: readonly Id[], deskId: Id | null): Query<Set<Id>> {
  return new Set((yield* rows<{ id: Id }>(OURS, { ids: JSON.stringify(ids), deskId })).map(({ id }) => id))
}

/** What this desk has in these states, oldest first, so that a queue is worked off in the order in which it was made. */
export const exportsInStates = (states: readonly ExportState[], deskId: Id | null): Query<ExportRecord[]> =>
  rows<ExportRecord>(IN_STATES, { states: JSON.stringify(states), deskId })

const PLAN = `SELECT ${RECORD_COLUMNS}, scope, language, selection_json AS selection, choice_json AS choice, call_id AS callId
  FROM export_record WHERE id = ? AND ${IS_TOLD}`

interface PlanRow extends ExportRecord {
  readonly scope: string
  readonly language: 'zh' | 'en'
  readonly selection: string
  readonly choice: string | null
  readonly callId: Id | null
}

export function* exportPlan(id: Id): Query<ExportPlan | null> {
  const found = yield* row<PlanRow>(PLAN, [id])
  if (found === null) return null
  const { scope, language, selection, choice: stored, callId, ...record } = found
  const known = stored === null ? null : (JSON.parse(stored) as StoredChoice)
  return {
    ...{ record, scope, language, callId, isNamed: known?.isNamed },
    isToRetell: known?.retell !== undefined,
    thanks: (JSON.parse(selection) as Selection).thanks ?? null,
    choice: known === null ? null : choiceIn(known),
    ticketNumbers: numbersIn(selection),
  }
}

export const choiceIn = ({ isNamed: _, retell: __, ...choice }: StoredChoice): ExportChoice => choice

export const numbersIn = (selection: string): number[] => (JSON.parse(selection) as Selection).ticketNumbers

const NAMES = `SELECT file_name AS fileName FROM export_record
  WHERE folder = ? AND id IS DISTINCT FROM ? AND state NOT IN ('cancelled', 'failed')`

/** `ledgerName`s that other files of the ledger have in this folder or are on their way to. */
export function* namesInLedger(folder: string, exceptId: Id | null): Query<Set<string>> {
  const taken = yield* rows<{ fileName: string }>(NAMES, [folder, exceptId])
  return new Set(taken.map(({ fileName }) => ledgerName(fileName)))
}

/** Of the finished bytes. */
export interface MadeBytes {
  /** As said when the making began. */
  readonly tries: number
  readonly sha256: string
  readonly sizeBytes: number
  /** Of the selection, and not in the file: withdrawn meanwhile. */
  readonly leftOut: readonly number[]
  /** Of a page of thanks: those that are on it; they alone are handed over with it. */
  readonly thanksIds: readonly Id[] | null
  readonly lastEvents: LastEvents
}

/** A file of tickets that were all withdrawn meanwhile goes nowhere. */
const MADE = `UPDATE export_record SET state = CASE WHEN kind = 'tickets' AND :ticketCount = 0 THEN 'cancelled' ELSE 'delivering' END, reason = NULL, sha256 = :sha256, size_bytes = :sizeBytes,
    ticket_count = :ticketCount, selection_json = :selection, last_ticket_event_id = :ticketEventId,
    last_note_event_id = :noteEventId WHERE id = :id AND state = 'preparing' AND tries = :tries AND ${IS_TOLD}`

const SELECTION = 'SELECT selection_json AS value FROM export_record WHERE id = ?'

/** The bytes are whole; the selection becomes what the file really holds. Those that were begun before all was to be made anew count for nothing. */
export function* saveMade(id: Id, made: MadeBytes): Query<void> {
  const { sha256, sizeBytes, leftOut, thanksIds, lastEvents, tries } = made
  const stored = yield* value<string>(SELECTION, [id])
  if (stored === null) return
  const wanted = JSON.parse(stored) as Selection
  const isLeftOut = new Set(leftOut)
  const ticketNumbers = wanted.ticketNumbers.filter((number) => !isLeftOut.has(number))
  const thanks = wanted.thanks && { thanks: { ...wanted.thanks, ids: thanksIds ?? [] } }
  const selection = JSON.stringify({ ticketNumbers, ...thanks } satisfies Selection)
  yield* write(MADE, { id, tries, sha256, sizeBytes, ticketCount: ticketNumbers.length, selection, ...lastEvents })
}

export const saveTry = (id: Id): Query<number> => write('UPDATE export_record SET tries = tries + 1 WHERE id = ?', [id])

export const saveWaiting = (id: Id, reason: WaitReason): Query<number> =>
  write(
    `UPDATE export_record SET state = 'waiting', reason = ? WHERE id = ? AND state IN ('preparing', 'delivering', 'waiting')`,
    [reason, id],
  )

const AGAIN = `UPDATE export_record SET state = CASE WHEN sha256 IS NULL THEN 'preparing' ELSE 'delivering' END, reason = NULL,
  folder = ?, file_name = ? WHERE id = ? AND state = 'waiting'`

/** Back on its way, perhaps to another folder and name; its bytes are made first when they are not there yet. */
export const saveDeliveringAgain = (id: Id, to: { folder: string; fileName: string }): Query<number> =>
  write(AGAIN, [to.folder, to.fileName, id])

/** What it was made of is not told any more: it is made anew as it goes again. */
export const forgetBytes = (id: Id): Query<number> =>
  write(
    `UPDATE export_record SET sha256 = NULL, size_bytes = NULL, tries = tries + 1 WHERE id = ? AND state = 'waiting'`,
    [id],
  )

export const saveEnded = (id: Id, state: 'cancelled' | 'failed'): Query<number> =>
  write(`UPDATE export_record SET state = ?, reason = NULL WHERE id = ? AND state NOT IN ('delivered', 'cancelled')`, [
    state,
    id,
  ])

/** Pages of thanks on their way, with what is on them. */
const ON_THEIR_WAY = `SELECT file_name AS fileName, selection_json AS selection FROM export_record
  WHERE kind = 'thanks' AND state IN ('preparing', 'delivering', 'waiting') ORDER BY rowid`

/** Of each thanks that is on its way in a page, the name of that page. */
export function* pagesOfThanks(): Query<Map<Id, string>> {
  const pages = yield* rows<{ fileName: string; selection: string }>(ON_THEIR_WAY)
  return new Map(
    pages.flatMap(({ fileName, selection }) =>
      ((JSON.parse(selection) as Selection).thanks?.ids ?? []).map((id): [Id, string] => [id, fileName]),
    ),
  )
}

/**
 * A call was sealed, words went by rule, or more must be masked: no file that is still here may hold what may not be told any more. All that are on their way
 * are made anew, of what may be told by then. It counts as a try: what a thread makes of what it read before is not taken (`saveMade`).
 */
export const makeAllAnew = (): Query<number> =>
  write(`UPDATE export_record SET state = 'preparing', reason = NULL, sha256 = NULL, size_bytes = NULL,
    tries = tries + 1 WHERE state IN ('preparing', 'delivering', 'waiting')`)
