import { setTimeout as wait } from 'node:timers/promises'

const FIRST_PAUSE_MS = 500
/** So long somebody waits who pressed a key; what is asked by itself is asked again later anyway. */
const LONGEST_MS = 20_000
/** So long a question waits: what it was answered before is shown after that, and is better than nothing for longer. */
export const LONGEST_QUESTION_MS = 4_000

/** Asks again, with growing pauses, as long as the hub says that it is too busy; then that is the answer. */
export async function untilNotBusy(
  ask: () => Promise<unknown>,
  busy: () => void = () => {},
  longestMs = LONGEST_MS,
): Promise<unknown> {
  const startedMs = performance.now()
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    const answer = await ask()
    if (isBusy(answer)) busy()
    if (!isBusy(answer) || performance.now() - startedMs + pauseMs > longestMs) return answer
    // Not all who were sent away come back in one moment.
    await wait(pauseMs * (0.5 + Math.random()), null, { ref: false })
  }
}

const isBusy = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 'hub_busy'

/** Whether it was said to be busy within so long; tells when that changes. */
export function busyFor(ms: number) {
  let timer: NodeJS.Timeout | undefined
  let tell = () => {}
  const over = () => {
    timer = undefined
    tell()
  }
  return {
    is: () => timer !== undefined,
    said: () => {
      const isNew = timer === undefined
      clearTimeout(timer)
      timer = setTimeout(over, ms).unref()
      if (isNew) tell()
    },
    on: (listener: () => void) => {
      tell = listener
    },
    end: () => clearTimeout(timer),
  }
}
