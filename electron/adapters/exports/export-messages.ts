import type { Thanks } from '../../../shared/contract/agents/thanks.ts'
import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { MaskingRules } from '../../../shared/contract/house/masking.ts'
import type { Minutes } from '../../../shared/contract/meetings/meetings.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { Instant } from '../../../shared/domain/instants.ts'
import type { LastEvents, MadeBytes } from '../../storage/exports/exports.ts'
import type { EndMark } from '../end-mark.ts'
import type { FileLanguage } from './export-words.ts'
import type { LookedThroughFile } from './looked-through.ts'

/** What a file is made of. */
export interface FileToMake {
  readonly format: ExportFormat
  readonly language: FileLanguage
  readonly timeZone: string
  readonly ticketNumbers: readonly number[]
  /** Of the record: told again with the bytes, which count for nothing where all was to be made anew meanwhile. */
  readonly tries: number
  /** Null: a file of tickets. */
  readonly page: PageToMake | null
  /** The company's, as they stood when all this was read: neither a thread nor a desk of a hub may know of them by now. */
  readonly maskingRules: Omit<MaskingRules, 'version'>
}

export type PageToMake =
  | { readonly kind: 'minutes'; readonly minutes: Minutes }
  | { readonly kind: 'thanks'; readonly thanks: Thanks[] }

/** What is to be made, and where from. */
export interface ExportJob extends Omit<FileToMake, 'page' | 'tries'> {
  readonly writtenAt: Instant
  /** Where the finished bytes go; made as `<path>.part` first. */
  readonly path: string
  /**
   * From this database, which the worker reads itself; or page by page from whoever started it, all of them telling of these events at least. Or no rows at
   * all: what is on the page.
   */
  readonly rows: { readonly databasePath: string } | { readonly lastEvents: LastEvents } | PageToMake
  /** What need not be masked once more; left out, all of it is. */
  readonly lookedThrough?: LookedThroughFile | null
}

/** What the worker is started with. Without a mark nobody asks it to end. */
export interface ExportThread extends ExportJob {
  readonly endMark?: EndMark
}

export type MadeExport = Omit<MadeBytes, 'tries' | 'thanksIds'>

/** `page`: asks for the rows of these tickets; answered by a `PageAnswer`. */
export type ExportReport =
  | { kind: 'progress'; doneTickets: number }
  | { kind: 'page'; ticketNumbers: readonly number[] }
  | { kind: 'made'; made: MadeExport }

/** Null: nobody answers any more, the thread ends. */
export type PageAnswer = ExportedTicket[] | null
