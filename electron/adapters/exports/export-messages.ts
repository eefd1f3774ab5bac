import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { LastEvents } from '../../storage/exports/exports.ts'
import type { FileLanguage } from './export-words.ts'

/** What the worker is started with. */
export interface ExportJob {
  readonly databasePath: string
  /** Where the finished bytes go; made as `<path>.part` first. */
  readonly path: string
  readonly format: ExportFormat
  readonly language: FileLanguage
  readonly timeZone: string
  readonly ticketNumbers: readonly number[]
}

export interface MadeExport {
  /** Of the bytes, lower-case hex. */
  readonly sha256: string
  readonly sizeBytes: number
  /** What is really in the file: tickets withdrawn meanwhile are not. */
  readonly ticketNumbers: readonly number[]
  /** What had happened when they were read. */
  readonly lastEvents: LastEvents
}

export type ExportReport = { kind: 'progress'; doneTickets: number } | { kind: 'made'; made: MadeExport }
