import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import type { LookedThrough } from './looked-through.ts'
import { type GoingOut, goingOut, typedWords } from './masked-going-out.ts'

export type PagesOfRows = Iterable<readonly ExportedTicket[]> | AsyncIterable<readonly ExportedTicket[]>

interface Masking {
  /** Texts that the masks leave as they are; null: nothing was looked through. */
  readonly looked: Pick<LookedThrough, 'has'> | null
  /** Only where there is a text that was not looked through. */
  masks(): Promise<(text: string) => string>
  /** Asked at each ticket; throws where all of it is to end. */
  endIfAsked(): void
}

/** What may go out of it, page by page. */
export async function* pagesGoingOut(
  pages: PagesOfRows,
  { looked, masks, endIfAsked }: Masking,
): AsyncGenerator<readonly GoingOut[]> {
  let mask: ((text: string) => string) | null = null
  for await (const page of pages) {
    const going: GoingOut[] = []
    for (const row of page) {
      endIfAsked()
      if (mask === null && !(looked !== null && typedWords(row).every(looked.has))) {
        const byMasks = await masks()
        mask = (text) => (looked?.has(text) ? text : byMasks(text))
      }
      going.push(goingOut(row, mask ?? ((text) => text)))
    }
    yield going
  }
}
