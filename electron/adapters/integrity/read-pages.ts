import type { PagesRead, PagesWish } from '../../storage/file/page-digests.ts'
import { answerOfWorker } from '../answer-of-worker.ts'

/** Reads the pages of a file that is held open, in a worker thread. */
export const readPagesInWorker = (wish: PagesWish): Promise<PagesRead> =>
  answerOfWorker<PagesRead>('pages-worker', wish)
