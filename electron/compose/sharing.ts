interface Kept<Answer> {
  readonly answer: Promise<Answer>
  readonly sinceMs: number
}

/**
 * Reads once for all who ask under one key at about the same moment, and for whoever asks within so many milliseconds after it. What failed, or is
 * not to be kept, is read anew by whoever asks after that.
 */
export function sharing<Answer>(
  keptMs: number,
  nowMs: () => number = () => performance.now(),
  isKept: (answer: Answer) => boolean = () => true,
): (key: string, read: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, Kept<Answer>>()
  return (key, read) => {
    // The oldest first.
    for (const [one, { sinceMs }] of kept) {
      if (nowMs() - sinceMs < keptMs) break
      kept.delete(one)
    }
    const known = kept.get(key)
    if (known !== undefined) return known.answer
    const mine = { answer: read(), sinceMs: nowMs() }
    kept.set(key, mine)
    const drop = () => {
      if (kept.get(key) === mine) kept.delete(key)
    }
    mine.answer.then((answer) => {
      if (!isKept(answer)) drop()
    }, drop)
    return mine.answer
  }
}
