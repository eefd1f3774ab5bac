import type { Integrity } from '../../storage/file/integrity.ts'
import { answerOfWorker } from '../answer-of-worker.ts'

/** Compares indexes with tables in a worker thread: a large archive takes seconds, and no note must wait for it. */
export const checkInWorker = (databasePath: string): Promise<Integrity> =>
  answerOfWorker<Integrity>('integrity-worker', databasePath)
