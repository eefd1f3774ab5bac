import { CONVERSATION_LIMIT_BYTES, LIST_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import { startThread } from '../threads/start-thread.ts'
import type { ReadingJob, ReadingKind, Readings } from './reading-messages.ts'

/** What a file may take. The largest honest list needs a tenth; a file made to burst or to last is given up. */
const MOST_MEMORY_MB = 512
const LONGEST_MS = 30_000

/** Told by the length of the base64, before anything is unpacked. */
export const isTooLargeList = (base64: string): boolean => Buffer.byteLength(base64, 'base64') > LIST_LIMIT_BYTES
export const isTooLargeConversation = (base64: string): boolean =>
  Buffer.byteLength(base64, 'base64') > CONVERSATION_LIMIT_BYTES

/**
 * Reads a file that somebody gave us in a thread of its own: whatever is in it, notes go on being kept meanwhile. Null when the
 * file was given up: it needed more memory or time than any honest one.
 */
export function readFile<Kind extends ReadingKind>(
  kind: Kind,
  base64: string,
  fileName = '',
): Promise<Readings[Kind] | null> {
  const job: ReadingJob = { kind, base64, fileName }
  const worker = startThread('reading-worker', {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const impatience = setTimeout(() => void worker.terminate(), LONGEST_MS)
  return new Promise<Readings[Kind] | null>((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
    )
    worker.on('exit', () => resolve(null))
  }).finally(() => {
    clearTimeout(impatience)
    void worker.terminate()
  })
}
