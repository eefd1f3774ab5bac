const windowMs = 60_000
const mostEnds = 3

/**
 * Counts the ends of a page that nobody asked for; gives whether it may be loaded again by itself. The third within a minute may
 * not: what ends it would end it again, and a person who sees a page flicker cannot read a word.
 */
export function countEndedPages(nowMs: () => number): () => boolean {
  let ends: number[] = []
  return () => {
    const now = nowMs()
    ends = [...ends.filter((end) => now - end < windowMs), now]
    if (ends.length < mostEnds) return true
    ends = []
    return false
  }
}
