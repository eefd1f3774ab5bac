/** The number of the seat meant by `3`, `3号席`, `席位 3` or `seat 3`; null when none is. */
export function typedSeatNumber(typed: string): number | null {
  const match = /^(?:seat|席位?|第)?\s*0*(\d{1,2})\s*(?:号(?:席位?|位)?|席)?$/u.exec(
    typed.normalize('NFKC').toLowerCase().trim(),
  )
  return match?.[1] === undefined ? null : Number(match[1])
}
