import { createWriteStream, type WriteStream } from 'node:fs'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { Instant } from '../../../shared/domain/instants.ts'
import type { FileLanguage } from './export-words.ts'

export interface WritingFacts {
  /** In this machine's own folder; must not exist yet. */
  readonly path: string
  readonly language: FileLanguage
  /** IANA name; times in the file are on this zone's clock. */
  readonly timeZone: string
  readonly writtenAt: Instant
  readonly ticketCount: number
  /** Gets how many tickets are written so far, at most every few tickets. */
  onProgress(doneTickets: number): void
}

export type Rows = Iterable<ExportedTicket> | AsyncIterable<ExportedTicket>

/** Writes the whole file and flushes it to the disk; rejects when any byte could not be written. */
export type WriteExport = (rows: Rows, facts: WritingFacts) => Promise<void>

export const PROGRESS_EVERY = 50

/** `flush`: the bytes are on the disk, not only handed to the system, when the stream has closed. */
export const openForBytes = (path: string): WriteStream => createWriteStream(path, { flags: 'wx', flush: true })

/** Passes the rows on and tells how many went by. */
export async function* counted(rows: Rows, onProgress: (done: number) => void): AsyncGenerator<ExportedTicket> {
  let done = 0
  for await (const row of rows) {
    yield row
    done += 1
    if (done % PROGRESS_EVERY === 0) onProgress(done)
  }
  onProgress(done)
}
