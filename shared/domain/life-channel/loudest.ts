/** A token decides with others when it says this much of what the loudest says. */
const LOUD = 0.4
/** So many others between two that decide belong to the same words. */
const FEW = 1
const MOST_SPANS = 4

/** Which of so many tokens speak loudest, by how much each says: from, and up to without; in order, at least one. */
export function loudestIn(shares: ArrayLike<number>): { from: number; to: number }[] {
  const most = Math.max(...Array.from(shares))
  const spans: { from: number; to: number; share: number }[] = []
  for (const [at, share] of Array.from(shares).entries()) {
    if (share < most * LOUD || share <= 0) continue
    const last = spans.at(-1)
    if (last !== undefined && at - last.to <= FEW) Object.assign(last, { to: at + 1, share: last.share + share })
    else spans.push({ from: at, to: at + 1, share })
  }
  if (spans.length === 0) return [{ from: 0, to: shares.length }]
  const loudest = spans.toSorted((one, other) => other.share - one.share).slice(0, MOST_SPANS)
  return loudest.toSorted((one, other) => one.from - other.from).map(({ from, to }) => ({ from, to }))
}
