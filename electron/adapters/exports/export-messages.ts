import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { LastEvents, MadeBytes } from '../../storage/exports/exports.ts'
import type { FileLanguage } from './export-words.ts'

/** What a file is made of. */
export interface FileToMake {
  readonly format: ExportFormat
  readonly language: FileLanguage
  readonly timeZone: string
  readonly ticketNumbers: readonly number[]
}

/** What the worker is started with. */
export interface ExportJob extends FileToMake {
  /** Where the finished bytes go; made as `<path>.part` first. */
  readonly path: string
  /** From this database, which the worker reads itself; or page by page from whoever started it, all of them telling of these events at least. */
  readonly rows: { readonly databasePath: string } | { readonly lastEvents: LastEvents }
}

export type MadeExport = MadeBytes

/** `page`: asks for the rows of these tickets; answered by an `ExportedTicket[]`. */
export type ExportReport =
  | { kind: 'progress'; doneTickets: number }
  | { kind: 'page'; ticketNumbers: readonly number[] }
  | { kind: 'made'; made: MadeExport }

export type PageAnswer = ExportedTicket[]
