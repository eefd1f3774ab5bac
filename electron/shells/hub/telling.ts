import type { Topic } from '../../../shared/contract/entry.ts'

const STEP_MS = 20

export interface Telling<Desk> {
  /** All desks are to hear that these topics changed. */
  changed(topics: readonly Topic[], desks: Iterable<Desk>): void
  /** Tells nobody any more. */
  end(): void
}

/**
 * Tells desks one after another, all of them within so many milliseconds. Whoever is told asks at once: told in one moment, two hundred windows would all wait for the slowest of two hundred
 * answers. What changes while a desk waits for its turn is told with it, so nobody is told more often than once a round, and nobody's turn is
 * taken by others'. A few desks are told with no delay that anybody could see.
 */
export function telling<Desk>(withinMs: number, tell: (desk: Desk, topics: readonly Topic[]) => void): Telling<Desk> {
  const steps = Math.max(1, withinMs / STEP_MS)
  /** In the order of their turns. */
  const untold = new Map<Desk, Set<Topic>>()
  let atOnce = 1
  let next: NodeJS.Timeout | undefined
  const step = () => {
    next = undefined
    let left = atOnce
    for (const [desk, topics] of untold) {
      if (left === 0) break
      left -= 1
      untold.delete(desk)
      tell(desk, [...topics])
    }
    if (untold.size > 0) next = setTimeout(step, STEP_MS).unref()
  }
  return {
    changed: (topics, desks) => {
      for (const desk of desks) {
        const known = untold.get(desk)
        if (known === undefined) untold.set(desk, new Set(topics))
        else for (const topic of topics) known.add(topic)
      }
      atOnce = Math.max(1, Math.ceil(untold.size / steps))
      if (next === undefined) step()
    },
    end: () => {
      clearTimeout(next)
      untold.clear()
    },
  }
}
