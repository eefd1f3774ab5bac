/** Small whole numbers at few places of a large table, in two strings: how many places lie between each and the one before, and each itself. */
export interface PackedWeights {
  /** Per weight: its distance in one sign or, behind `~` for each 90 more, in several. */
  readonly distances: string
  /** In the same order, a sign each. */
  readonly weights: string
}

/** Signs that JSON writes as they are, `"` and `\` left out: 0 is the first of them. */
const FIRST_SIGN = 35
const BACKSLASH = 92
const FARTHER = '~'
/** `~` says that the distance goes on; what is below is a distance. */
const LONGEST_DISTANCE = 90

const signOf = (value: number): string => {
  const code = FIRST_SIGN + value
  return String.fromCharCode(code < BACKSLASH ? code : code + 1)
}

const numberOf = (code: number): number => (code < BACKSLASH ? code : code - 1) - FIRST_SIGN

/** `weightAt`: the weight of each place, 0 for none, at most `largest` (44 or less) to either side. */
export function packed(places: number, largest: number, weightAt: (place: number) => number): PackedWeights {
  const [distances, weights]: [string[], string[]] = [[], []]
  let before = -1
  for (let place = 0; place < places; place++) {
    const weight = weightAt(place)
    if (weight === 0) continue
    const distance = place - before
    const far = Math.floor(distance / LONGEST_DISTANCE)
    distances.push(FARTHER.repeat(far), signOf(distance - far * LONGEST_DISTANCE))
    weights.push(signOf(weight + largest))
    before = place
  }
  return { distances: distances.join(''), weights: weights.join('') }
}

/** The table that was packed. */
export function unpacked(places: number, largest: number, { distances, weights }: PackedWeights): Int8Array {
  const table = new Int8Array(places)
  let [place, next] = [-1, 0]
  for (let at = 0; at < distances.length; at++) {
    if (distances[at] === FARTHER) {
      place += LONGEST_DISTANCE
      continue
    }
    place += numberOf(distances.charCodeAt(at))
    table[place] = numberOf(weights.charCodeAt(next++)) - largest
  }
  return table
}
