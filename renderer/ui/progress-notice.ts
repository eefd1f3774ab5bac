import type { Say } from '../lib/i18n.ts'
import { NOT_LONG_MS } from '../lib/use-lasts.ts'
import { dismissNotice, notify, renewNotice } from './notices.ts'

/** Read aloud at each. */
const STEPS = 10

/**
 * Tells that something goes on, where it is not over in a moment, and how far it is, from the first of its calls that is not the last. `far`: null before that. `over`: it has
 * ended, however it did.
 */
export function progressNotice(words: (far: { done: number; total: number } | null) => Say) {
  let id: number | null = null
  let shown: number | null = null
  const say = (title: Say) => {
    clearTimeout(timer)
    if (id === null) id = notify({ tone: 'info', title, stays: true })
    else renewNotice(id, title)
  }
  const timer = setTimeout(() => say(words(null)), NOT_LONG_MS)
  return {
    isAt(done: number, total: number): void {
      const step = Math.floor((done / total) * STEPS)
      if (step >= STEPS || step === shown) return
      shown = step
      say(words({ done, total }))
    },
    over(): void {
      clearTimeout(timer)
      if (id !== null) dismissNotice(id)
    },
  }
}
