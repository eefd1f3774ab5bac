import { isCounting, REACH, SIGN, type Signs } from './signs.ts'

/** Digits, however they are told, with no more between two of them than a short word. */
export interface DigitRun {
  /** Its first sign and its last one. */
  readonly first: number
  readonly last: number
  readonly count: number
  /** None of it, some or all is said in words. */
  readonly told: 'written' | 'mixed' | 'said'
}

const FARTHEST_APART = 4

export function digitRunsIn({ kinds, length }: Signs): DigitRun[] {
  const runs: DigitRun[] = []
  let [first, last, count, said] = [0, Number.NEGATIVE_INFINITY, 0, 0]
  const close = () => {
    if (count > 0) runs.push({ first, last, count, told: said === 0 ? 'written' : said === count ? 'said' : 'mixed' })
  }
  for (let place = 0; place < length; place++) {
    const kind = kinds[place + REACH] ?? SIGN.beyond
    if (!isCounting(kind)) continue
    if (place - last > FARTHEST_APART) {
      close()
      ;[first, count, said] = [place, 0, 0]
    }
    last = place
    count++
    if (kind !== SIGN.digit) said++
  }
  close()
  return runs
}
