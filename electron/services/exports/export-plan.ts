import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type {
  ExportChoice,
  ExportKind,
  ExportRecord,
  ExportSelection,
} from '../../../shared/contract/exports/exports.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { openedRange } from '../../../shared/domain/exports/ranges.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import type { Query } from '../../storage/engine/query.ts'
import { selectedTicketNumbers, type WantedTickets } from '../../storage/exports/export-selection.ts'
import { insertExports, namesInLedger } from '../../storage/exports/exports.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import type { Clock } from '../parts.ts'
import { exportNames } from './export-names.ts'
import { planPage, type WantedPage } from './export-pages.ts'

/** The tickets of an earlier file, or what changed of them since it was made. */
export interface OfExport {
  readonly exportId: Id
  readonly what: 'all' | 'changed'
}

export interface ExportWish {
  readonly wanted: ExportSelection | OfExport | WantedPage
  /** Masked: a file name is read by everybody who may look into the folder. */
  readonly scope: string
  /** Whoever asked typed it themselves; left out: not known. */
  readonly isNamed?: boolean | undefined
  readonly language: 'zh' | 'en'
  readonly formats: readonly ExportFormat[]
}

export interface ExportPlan {
  readonly kind: ExportKind
  readonly at: Instant
  readonly timeZone: string
  readonly ticketNumbers: readonly number[]
  readonly formats: readonly ExportFormat[]
  readonly scope: string
  readonly isNamed: boolean | undefined
  readonly language: 'zh' | 'en'
  readonly choice: ExportChoice
  readonly fileNames: readonly string[]
  /** Whose minutes it is. */
  readonly callId: Id | null
  /** Those on a page of thanks. */
  readonly thanksIds: readonly Id[] | null
}

const untried = {
  state: 'preparing',
  reason: null,
  sha256: null,
  sizeBytes: null,
  deliveredAt: null,
  tries: 0,
} satisfies Partial<ExportRecord>

/** A wish whose tickets are known, where they are those of an earlier file. */
export interface KnownWish extends Omit<ExportWish, 'wanted'> {
  readonly wanted: ExportSelection | Extract<WantedTickets, { ticketNumbers: unknown }> | WantedPage
}

/** Finds the tickets and names the files; null when there is nothing to export. */
export function* planExport(at: Instant, wish: KnownWish, folder: string): Query<ExportPlan | null> {
  const { timeZone } = yield* readRoom()
  const { language, wanted, isNamed } = wish
  const contents = 'page' in wanted ? yield* planPage(wanted, language) : yield* ofTickets(wish, wanted, at, timeZone)
  if (contents === null) return null
  const { kind, scope } = contents
  const formats = [...new Set(wish.formats)]
  const taken = yield* namesInLedger(folder, null)
  const isTaken = (name: string) => taken.has(ledgerName(name))
  const fileNames = exportNames({ kind, scope, language, at, timeZone }, formats, isTaken)
  return { ticketNumbers: [], ...contents, at, timeZone, formats, language, isNamed, fileNames }
}

type WantedOfTickets = Exclude<KnownWish['wanted'], WantedPage>

function* ofTickets({ scope }: KnownWish, wanted: WantedOfTickets, at: Instant, timeZone: string) {
  const ticketNumbers = yield* selectedTicketNumbers(wantedNow(wanted, at, timeZone), at)
  if (ticketNumbers.length === 0) return null
  const own = { kind: 'tickets', callId: null, thanksIds: null } as const
  return { ...own, ticketNumbers, scope: maskText(scope).text, choice: choiceOf(wanted) }
}

/** Whose hands a file is in, and who asked for it. */
export interface ExportHands {
  /** Null on a desk of its own. */
  readonly deskId: Id | null
  readonly askerId: Id | null
  readonly folder: string
}

/** Writes the files of a plan into the ledger, in the name of who asks. Inside a transaction. */
export function* recordExports(
  clock: Clock,
  { at, kind, formats, fileNames, ticketNumbers, thanksIds, ...wish }: ExportPlan,
  { deskId, askerId, folder }: ExportHands,
): Query<ExportRecord[]> {
  const exportedBy = yield* personName(askerId)
  const records = formats.map((format, index): ExportRecord => {
    const fileName = fileNames[index] ?? ''
    const ticketCount = ticketNumbers.length
    return { ...untried, id: clock.newId(), kind, format, folder, fileName, ticketCount, createdAt: at, exportedBy }
  })
  const thanks = thanksIds === null ? null : { ids: thanksIds, actorId: askerId }
  yield* insertExports(records, { ...wish, ticketNumbers, thanks }, deskId)
  return records
}

function wantedNow(wanted: WantedOfTickets, now: Instant, timeZone: string): WantedTickets {
  if (!('by' in wanted) || wanted.by !== 'range') return wanted
  return { filter: openedRange(wanted.range, now, timeZone) }
}

/** What the ledger keeps, so that the same can be chosen again. Words that were looked for are masked as everything else on the disk. */
function choiceOf(wanted: WantedOfTickets): ExportChoice {
  if (!('by' in wanted) || wanted.by === 'ids') return { by: 'tickets' }
  if (wanted.by === 'range') return wanted
  const { alike, ...filter } = wanted.filter
  const { text } = maskText(filter.text)
  // The words stand once more beside the names that they were taken for.
  return { by: 'filter', filter: { ...filter, text, ...(text === filter.text && alike !== undefined && { alike }) } }
}
