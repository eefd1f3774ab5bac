import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_LEDGER_LINES } from '../limits.ts'
import { TicketEvent, TicketFilter } from '../tickets/tickets.ts'
import { DurationMs, Id, Instant, Nothing, searchedText, shortText } from '../values.ts'
import { everyone, noteTakers } from '../who.ts'
import { exportFormatNames } from './export-formats.ts'

const Format = z.enum(exportFormatNames)

/**
 * - `preparing`: the bytes are being made in this machine's own folder
 * - `waiting`: the folder did not take the bytes, or this machine's own did not (`sha256` is null then); `reason` says why; tried again
 *   on demand and when the folder is back
 * - `delivering`: being copied under a temporary name
 * - `delivered`: whole, under its final name
 * - `cancelled`: given up by a person; `failed`: the bytes could not be made
 */
export const ExportState = z.enum(['preparing', 'delivering', 'waiting', 'delivered', 'cancelled', 'failed'])
export type ExportState = z.infer<typeof ExportState>

/**
 * - `folder_…`, `not_a_folder`, `file_too_large`, `name_…`: the folder answers and does not take the file
 * - `data_folder`: of this console or another, or below one
 * - `folder_busy`, `rename_refused`: something else holds the folder or the file, for longer than a moment
 * - `drive_…`: the drive itself; `drive_away`: it was mounted here and is not, what remains is an ordinary folder below it
 * - `bytes_differ`: what was read back is not what was written
 * - `outbox_…`: this machine's own folder; the bytes may not be made yet
 * - `seal_refused`: the hub did not take a call that was sealed at this desk, and would let its words out; until it has, nothing is made or sent
 */
export const WaitReason = z.enum([
  'folder_missing',
  'folder_read_only',
  'folder_full',
  'folder_busy',
  'data_folder',
  'not_a_folder',
  'file_too_large',
  'rename_refused',
  'name_refused',
  'name_taken',
  'bytes_differ',
  'drive_not_answering',
  'drive_lost',
  'drive_away',
  'outbox_refused',
  'outbox_full',
  'seal_refused',
  'unknown',
])
export type WaitReason = z.infer<typeof WaitReason>

/** What a file is of. Pages of thanks and minutes are one Markdown file each, and hold no tickets. */
export const ExportKind = z.enum(['tickets', 'minutes', 'thanks'])
export type ExportKind = z.infer<typeof ExportKind>

/** One file: a row of the ledger. Minutes of a call that is sealed are in no answer, as long as it is. */
export const ExportRecord = z.object({
  id: Id,
  kind: ExportKind,
  format: Format,
  folder: z.string(),
  fileName: z.string(),
  state: ExportState,
  reason: WaitReason.nullable(),
  /** 0 of what is not of tickets. */
  ticketCount: z.number().int(),
  /** Of the finished bytes; lower-case hex. Null while preparing. */
  sha256: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
  /** How often delivery was tried. */
  tries: z.number().int(),
  /** The name of who asked for it, as it was that day. Null where it is not known: nobody was named here, or it was not kept yet. */
  exportedBy: z.string().nullable(),
})
export type ExportRecord = z.infer<typeof ExportRecord>

/** Opened today, in this week (Monday first), in this month, or ever. */
export const ExportRange = z.enum(['today', 'week', 'month', 'all'])
export type ExportRange = z.infer<typeof ExportRange>

const ByFilter = z.object({ by: z.literal('filter'), filter: TicketFilter })
const ByRange = z.object({ by: z.literal('range'), range: ExportRange })

/** Chosen tickets, everything a filter finds, or what was opened in a range, by the room's days of today. */
export const ExportSelection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ticketIds: z.array(Id).min(1).max(10_000) }),
  ByFilter,
  ByRange,
])
export type ExportSelection = z.infer<typeof ExportSelection>

/** What the ledger keeps of a selection. `filter`: its words may be gone, as they may quote what is not told any more. `tickets`: those in the file themselves. `minutes`: of the meeting of this call. `thanks`: so many that waited. */
export const ExportChoice = z.discriminatedUnion('by', [
  z.object({ by: z.literal('tickets') }),
  ByFilter.extend({ isTextGone: z.literal(true).optional() }),
  ByRange,
  z.object({ by: z.literal('minutes'), callId: Id, callNumber: z.number().int(), startedAt: Instant }),
  z.object({ by: z.literal('thanks'), count: z.number().int() }),
])
export type ExportChoice = z.infer<typeof ExportChoice>

/** A file of the ledger that the words are found in. */
export const FoundExport = z.object({
  record: ExportRecord,
  /** A ticket inside that holds the words which the file's own line does not. */
  ticket: z
    .object({
      number: z.number().int(),
      title: z.string(),
      /** What of it holds the words, and how that reads. */
      in: z.enum(['number', 'title', 'quote', 'reference', 'owner', 'listener', 'department', 'issueType']),
      text: z.string(),
    })
    .nullable(),
})
export type FoundExport = z.infer<typeof FoundExport>

/** What happened to a ticket after its file was made. `words`: a quote was edited; `remark` says from what to what. */
export const LaterChange = z.object({
  at: Instant,
  actorName: z.string().nullable(),
  what: z.enum([...TicketEvent.shape.what.options, 'words']),
  from: TicketEvent.shape.from,
  to: TicketEvent.shape.to,
  remark: z.string().nullable(),
})
export type LaterChange = z.infer<typeof LaterChange>

/** A ticket that is not any more what its file says. Changes oldest first; those taken back since are left out. */
export const ChangedSince = z.object({
  ticketId: Id,
  number: z.number().int(),
  title: z.string(),
  isWithdrawn: z.boolean(),
  changes: z.array(LaterChange),
})
export type ChangedSince = z.infer<typeof ChangedSince>

/** How many changed tickets are told one by one; the rest is counted. */
export const CHANGED_SHOWN = 200

const ExportWish = z.object({
  selection: ExportSelection,
  /** Goes into the file name: a department, a range, «全部». */
  scope: shortText(LONGEST.scope),
  /** Whether whoever asks typed that: then it may quote somebody. Left out: not known. */
  isNamed: z.boolean().optional(),
  /** The heading language of the file. */
  language: z.enum(['zh', 'en']),
})

export const exports = {
  /** What the files would hold: headings and the first 20 rows as text, the count and the names. Nothing is written. */
  preview: entry({
    where: 'hub',
    who: everyone,
    input: ExportWish.extend({ formats: z.array(Format).min(1) }),
    output: z.object({
      headings: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      ticketCount: z.number().int(),
      fileNames: z.array(z.string()),
      /** Places in quotes where somebody at the seat took a mask back («not personal») and the files have it all the same. */
      maskedAgain: z.number().int().min(0),
    }),
    refusals: { nothing_to_export: Nothing },
    changes: [],
  }),
  /**
   * Answers with the records once the folder was looked at, which takes two seconds at most; `exportProgress` events follow. `data_folder`: a
   * console's own, where no export ever goes.
   */
  start: entry({
    where: 'desk',
    who: noteTakers,
    input: ExportWish.extend({ formats: z.array(Format).min(1), folder: shortText(LONGEST.folder) }),
    output: z.array(ExportRecord),
    refusals: { nothing_to_export: Nothing, folder_not_absolute: Nothing, data_folder: Nothing },
    changes: ['exports'],
  }),
  /** The ledger, newest first; of one kind alone, or of all. */
  list: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      limit: z.number().int().min(1).max(MOST_LEDGER_LINES),
      kind: ExportKind.optional(),
    }),
    output: z.array(ExportRecord),
    refusals: {},
    changes: [],
  }),
  /**
   * What the words are found in, newest first: file name, folder, who, name of the choice, format; and title, quotes, reference, owner, department and
   * issue type of a ticket inside. Every word must be found; minutes and thanks are found by their own line alone. `ticketTotal`: so many tickets hold
   * them, exported or not; counted where nothing is found and files of tickets are looked for.
   */
  find: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      text: searchedText(LONGEST.search).refine((text) => text !== ''),
      limit: z.number().int().min(1).max(MOST_LEDGER_LINES),
      kind: ExportKind.optional(),
    }),
    output: z.object({ found: z.array(FoundExport), total: z.number().int(), ticketTotal: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** How many tickets of each of these files changed after it was made. Files without such tickets are left out. */
  changedSince: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ exportIds: z.array(Id).max(MOST_LEDGER_LINES) }),
    output: z.array(z.object({ exportId: Id, changedCount: z.number().int() })),
    refusals: {},
    changes: [],
  }),
  /** One line of the ledger with what was chosen (null: not known any more) and what changed since. */
  get: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ exportId: Id }),
    output: z.object({
      record: ExportRecord,
      scope: z.string(),
      language: z.enum(['zh', 'en']),
      choice: ExportChoice.nullable(),
      changedCount: z.number().int(),
      changed: z.array(ChangedSince).max(CHANGED_SHOWN),
    }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /**
   * The same choice, format and folder once more: a filter or range as it finds now, else, and where its words are gone, the same tickets. `changed`: of its tickets those that
   * changed since; of minutes and thanks nobody counts that (`nothing_changed`). Minutes say what their meeting says now; thanks are those of the page
   * that still stand. A file of its own, with a name of its own.
   */
  again: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ exportId: Id, what: z.enum(['all', 'changed']) }),
    output: ExportRecord,
    refusals: { not_found: Nothing, nothing_to_export: Nothing, nothing_changed: Nothing, data_folder: Nothing },
    changes: ['exports'],
  }),
  /** Tries to deliver the same bytes again, into another folder when one is given. `at_other_desk`: they lie there, and it is delivered from there. */
  retry: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ exportId: Id, folder: shortText(LONGEST.folder).nullable() }),
    output: ExportRecord,
    refusals: {
      not_found: Nothing,
      at_other_desk: Nothing,
      not_waiting: Nothing,
      folder_not_absolute: Nothing,
      data_folder: Nothing,
    },
    changes: ['exports'],
  }),
  /** The folder is meant as it is now, although a drive was mounted there before: delivers into it. */
  confirmFolder: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ exportId: Id }),
    output: ExportRecord,
    refusals: { not_found: Nothing, at_other_desk: Nothing, not_waiting: Nothing },
    changes: ['exports'],
  }),
  /** Gives it up, and waits two seconds at most for a drive that hangs. `already_delivered`: the file was there before it could be stopped. */
  cancel: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ exportId: Id }),
    output: ExportRecord,
    refusals: { not_found: Nothing, at_other_desk: Nothing, already_delivered: Nothing },
    changes: ['exports'],
  }),
  /** Opens the system's file window on the file. */
  showInFolder: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ exportId: Id }),
    output: Nothing,
    refusals: {
      not_found: Nothing,
      file_gone: Nothing,
      /** Whether the file is there cannot be told now. */
      not_reachable: z.object({ reason: WaitReason }),
      no_file_window: z.object({ path: z.string() }),
    },
    changes: [],
  }),
  /**
   * Whether the folder would take a file now; tried with a real temporary file, given up after two seconds of silence. `isTyping`: it is
   * only looked at, because a path half typed may name a folder nobody means; whether it is on a network drive is told either way.
   */
  checkFolder: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ folder: shortText(LONGEST.folder), isTyping: z.boolean().default(false) }),
    output: z.object({ isReady: z.boolean(), reason: WaitReason.nullable(), isOnNetwork: z.boolean() }),
    refusals: { folder_not_absolute: Nothing },
    changes: [],
  }),
}

/** Progress of one export, pushed while it runs. */
export const ExportProgress = z.object({
  exportId: Id,
  doneTickets: z.number().int(),
  ticketCount: z.number().int(),
  elapsedMs: DurationMs,
})
export type ExportProgress = z.infer<typeof ExportProgress>
