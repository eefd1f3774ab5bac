/** What a slow line takes up in a millisecond: whatever is on its way needs its time before an answer to it can be heard. */
const SLOW_BYTES_PER_MS = 50

export interface SilenceParts {
  /** After something was said, so long nothing is heard. */
  readonly afterMs: number
  /** Everything that came over the wire so far, pieces of a long answer too. */
  heardBytes(): number
  /** Asks for a sign of life; `hear` gets what it carried with the answer to it. */
  ping(carried: string): void
  /** Whether anybody waits for an answer. */
  isAwaited(): boolean
  silent(): void
  heardAgain(): void
}

/**
 * Notices that nobody answers long before the heartbeat does: a program that stands still, a network that swallows. Looked for while
 * somebody waits, and only then.
 */
export function watchSilence(parts: SilenceParts) {
  let looking: NodeJS.Timeout | undefined
  let isSilent = false
  let said = 0
  /** By then a slow line has taken up what was said. */
  let freeAtMs = 0

  const look = (before: number) => {
    looking = undefined
    if (parts.heardBytes() === before) {
      isSilent = true
      parts.silent()
    } else if (parts.isAwaited()) watch()
  }
  const watch = () => {
    const before = parts.heardBytes()
    parts.ping(String(said))
    // A desk that itself stood still first hears what came meanwhile.
    const then = () => setImmediate(() => looking !== undefined && look(before))
    looking = setTimeout(then, parts.afterMs + Math.max(0, freeAtMs - performance.now())).unref()
  }
  return {
    said: (bytes: number) => {
      said += 1
      freeAtMs = Math.max(freeAtMs, performance.now()) + bytes / SLOW_BYTES_PER_MS
      if (looking === undefined && !isSilent) watch()
    },
    hear: (carried?: string) => {
      // All that was said went through.
      if (carried === String(said)) freeAtMs = 0
      if (!isSilent) return
      isSilent = false
      parts.heardAgain()
    },
    end: () => {
      clearTimeout(looking)
      looking = undefined
    },
  }
}
