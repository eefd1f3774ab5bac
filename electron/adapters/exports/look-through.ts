import type { MaskingRules } from '../../../shared/contract/house/masking.ts'
import { askToEnd, type EndMark, newEndMark } from '../end-mark.ts'
import { startThread } from '../threads/start-thread.ts'
import type { LookedThroughFile } from './looked-through.ts'

export interface LookWish {
  readonly databasePath: string
  readonly file: LookedThroughFile
  readonly maskingRules: Omit<MaskingRules, 'version'>
}

/** What the thread is started with. */
export interface LookThread extends LookWish {
  readonly endMark: EndMark
}

/** Cut off: somebody began to listen, or it was asked to end. */
export type LookEnd = 'whole' | 'cut_off'

/** Starts a thread that looks through what files of tickets would hold; `ended` rejects when it could not. */
export function lookThrough(wish: LookWish): { readonly ended: Promise<LookEnd>; stop(): void } {
  const endMark = newEndMark()
  const worker = startThread('look-through-worker', {
    workerData: { ...wish, endMark } satisfies LookThread,
    execArgv: [],
  })
  let end: LookEnd = 'cut_off'
  worker.once('message', (said: LookEnd) => {
    end = said
  })
  const ended = new Promise<LookEnd>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve(end) : reject(new Error(`looking through ended with ${code}`))))
  })
  return { ended, stop: () => askToEnd(endMark) }
}
