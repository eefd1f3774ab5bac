import { parentPort, workerData } from 'node:worker_threads'
import { type PagesWish, readPages } from '../../storage/file/page-digests.ts'

/** Runs in a worker thread: one file, one answer, end. A surprise reaches the starter as its error. */
parentPort?.postMessage(readPages(workerData as PagesWish))
