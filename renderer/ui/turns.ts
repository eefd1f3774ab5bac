import type { Say } from '../lib/i18n.ts'
import { type Notice, notify } from './notices.ts'

/** Of an act: done for the first time, taken back, or done once more after that. */
export type Turn = 'first' | 'back' | 'again'

let running: Promise<unknown> = Promise.resolve()

/** What the notice of an act offers next, as often as one likes. However fast the keys come, a step begins where the one before has ended. */
export function turned(turn: Turn, next: (turn: Turn) => Promise<unknown>): Pick<Notice, 'undo' | 'redo' | 'isAgain'> {
  const step = (to: Turn) => () => {
    running = running.catch(() => {}).then(() => next(to))
  }
  if (turn === 'back') return { redo: step('again') }
  const undo = step('back')
  return turn === 'again' ? { undo, isAgain: true } : { undo }
}

/** Says what was done, on the pile of its page: the latest is in sight, and the keys go on through those beneath. */
export const tellTurn = (
  pile: string,
  turn: Turn,
  title: Say,
  next: ((turn: Turn) => Promise<unknown>) | null,
  more: Pick<Notice, 'hint' | 'action' | 'stays'> = {},
): number =>
  notify({
    ...{ tone: turn === 'back' ? 'info' : 'success', pile, title, ...more },
    ...(next === null ? {} : turned(turn, next)),
  })
