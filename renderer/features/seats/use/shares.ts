/** A whole percentage; never 100 nor 0 for what is only nearly so. More than was open is all of it. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0
  if (part >= whole) return 100
  return Math.max(1, Math.min(99, Math.round((part / whole) * 100)))
}
