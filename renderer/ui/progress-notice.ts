import type { Say } from '../lib/i18n.ts'
import { dismissNotice, notify, renewNotice } from './notices.ts'

/** Read aloud at each. */
const STEPS = 10

/** Tells how far something is that goes on in many calls, from the first of them that is not the last. `over`: it has ended, however it did. */
export function progressNotice(words: (far: { done: number; total: number }) => Say) {
  let id: number | null = null
  let shown = 0
  return {
    isAt(done: number, total: number): void {
      const step = Math.floor((done / total) * STEPS)
      if (step >= STEPS || (id !== null && step === shown)) return
      shown = step
      const title = words({ done, total })
      if (id === null) id = notify({ tone: 'info', title, stays: true })
      else renewNotice(id, title)
    },
    over(): void {
      if (id !== null) dismissNotice(id)
    },
  }
}
