import { Worker, type WorkerOptions } from 'node:worker_threads'
import { type WorkerName, workerEntry } from '../worker-entry.ts'

/** One of ours, in a thread of its own; each is started here, and ended as `end-mark.ts` says. */
export const startThread = (name: WorkerName, options: WorkerOptions): Worker => new Worker(workerEntry(name), options)
