/** No call of the contract takes anything nested nearly as deep. */
const MOST_LEVELS = 64

/**
 * Whether an input is nested deeper than anything that is asked. Level by level: what walks into such an input comes to the end of its stack, sooner or later by how deep it
 * stood itself.
 */
export function isNestedTooDeep(input: unknown): boolean {
  let level = [input].filter(isHolding)
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MOST_LEVELS) return true
    // What comes from a window may hold one thing in many places.
    level = [...new Set(level.flatMap((holding) => Object.values(holding).filter(isHolding)))]
  }
  return false
}

const isHolding = (value: unknown): value is object => typeof value === 'object' && value !== null
