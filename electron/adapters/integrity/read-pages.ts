import type { PagesRead, PagesWish } from '../../storage/file/page-digests.ts'
import { startThread } from '../threads/start-thread.ts'

/**
 * Reads the pages of a file that is held open: in a thread, which shares what is held, and unlike SQLite's its work is made of short
 * steps. Given up it ends after one of them, and rejects.
 */
export function readPagesInWorker(wish: PagesWish, giveUp: AbortSignal): Promise<PagesRead> {
  return new Promise((resolve, reject) => {
    giveUp.throwIfAborted()
    const worker = startThread('pages-worker', { workerData: wish })
    const end = () => void worker.terminate()
    giveUp.addEventListener('abort', end)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      giveUp.removeEventListener('abort', end)
      reject(new Error(`the reading of pages ended with ${code}`))
    })
  })
}
