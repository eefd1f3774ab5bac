/** A whole percentage; never 100 nor 0 for what is only nearly so. More than was open is all of it. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0
  if (part >= whole) return 100
  return Math.max(1, Math.min(99, Math.round((part / whole) * 100)))
}

const STRONG_FROM = 60

/** Whether the colour of a share is so strong that words on it are light where others are dark. */
export const isStrong = (percent: number): boolean => percent >= STRONG_FROM

/** How much of the colour a share has, in per cent: up to 50 and from 80 on. Between them neither ink has a contrast of 4.5. */
export function strengthOf(percent: number): number {
  if (!isStrong(percent)) return (percent / STRONG_FROM) * 50
  return 80 + ((percent - STRONG_FROM) / (100 - STRONG_FROM)) * 20
}
