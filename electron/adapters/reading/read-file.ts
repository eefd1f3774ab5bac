import { CONVERSATION_LIMIT_BYTES, LIST_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import { startThread } from '../threads/start-thread.ts'
import type { ReadingJob, ReadingKind, Readings } from './reading-messages.ts'

/** What a file may take. The largest honest list needs a tenth; a file made to burst or to last is given up. */
const MOST_MEMORY_MB = 512
/** Of work: a machine that has much else to do is no fault of a file. `atAllMs`: nobody waits for ever. */
const LONGEST = { workMs: 30_000, atAllMs: 300_000, lookEveryMs: 1_000 }

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
  { workMs, atAllMs, lookEveryMs } = LONGEST,
): Promise<Readings[Kind] | null> {
  const job: ReadingJob = { kind, base64, fileName }
  const worker = startThread('reading-worker', {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const [begunMs, begunWork] = [performance.now(), process.cpuUsage()]
  // Of the whole process: the thread itself is not asked, as one that runs out of memory would take the process with it. Others work beside it, so that
  // no less time than that has to have passed either.
  const impatience = setInterval(() => {
    const { user, system } = process.cpuUsage(begunWork)
    const passedMs = performance.now() - begunMs
    const isItsOwn = (user + system) / 1_000 > workMs && passedMs > workMs
    if (isItsOwn || passedMs > atAllMs) void worker.terminate()
  }, lookEveryMs)
  return new Promise<Readings[Kind] | null>((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
    )
    worker.on('exit', () => resolve(null))
  }).finally(() => {
    clearInterval(impatience)
    void worker.terminate()
  })
}
