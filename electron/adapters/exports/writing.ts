import { createWriteStream, type WriteStream } from 'node:fs'
import type { Instant } from '../../../shared/domain/instants.ts'
import type { FileLanguage } from './export-words.ts'
import type { GoingOut } from './masked-going-out.ts'

export interface WritingFacts {
  /** In this machine's own folder; must not exist yet. */
  readonly path: string
  readonly language: FileLanguage
  /** IANA name; times in the file are on this zone's clock. */
  readonly timeZone: string
  readonly writtenAt: Instant
  readonly ticketCount: number
  /** Gets how many tickets are written so far, at most every page. */
  onProgress(doneTickets: number): void
}

export type Pages = AsyncIterable<readonly GoingOut[]>

/** Writes the whole file and flushes it to the disk; rejects when any byte could not be written. */
export type WriteExport = (pages: Pages, facts: WritingFacts) => Promise<void>

/** `flush`: the bytes are on the disk, not only handed to the system, when the stream has closed. */
export const openForBytes = (path: string): WriteStream => createWriteStream(path, { flags: 'wx', flush: true })

/** Passes the pages on and tells how many tickets went by. */
export async function* counted(pages: Pages, onProgress: (done: number) => void): AsyncGenerator<readonly GoingOut[]> {
  let done = 0
  for await (const page of pages) {
    yield page
    done += page.length
    onProgress(done)
  }
}
