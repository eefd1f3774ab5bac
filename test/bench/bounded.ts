/** Longer than a hub that is as busy as it can be needs for the heaviest that is asked here, and short enough to be waited for. */
export const LONGEST_MS = 90_000

/** A wait that ends: what did not come is told by its name. */
export async function bounded<T>(what: string, work: Promise<T>, longestMs = LONGEST_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${longestMs / 1_000} s for ${what}`)), longestMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
