import type { DrawInput } from '../../shared/contract/seats/draw-file.ts'
import { countEnvy } from '../../shared/domain/seats/draw/count-envy.ts'
import { holdDraw } from '../../shared/domain/seats/draw/hold-draw.ts'
import { drawnByLot, sha256 } from '../builders/draws.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const SIZES = { requests: 50_000, slots: 3_000 }
const ROUNDS = 7

/** A company's whole year asks at once; against a plain sort of the same rows by what the rules look at first. */
export const drawing: Benchmark = {
  names: ['draw'],
  needsNoArchive: true,
  run: async () => {
    const input = drawnByLot(1, SIZES)
    const sorted = plainSort(input)
    const work = { rounds: ROUNDS, perRound: 1 }
    const samples = await takeTurns(() => holdDraw(input, sha256), sorted, work)
    const { envy, wasted, overfull } = countEnvy(input, holdDraw(input, sha256), sha256)
    if (envy + wasted + overfull > 0) throw new Error(`envy ${envy}, wasted ${wasted}, overfull ${overfull}`)
    return [resultOf('draw', 'ms', both(samples, MEDIAN), { of: 'value', atMost: 1_000 })]
  },
}

function plainSort({ requests, facts }: DrawInput) {
  const known = new Map(facts.map((each) => [each.personId, each]))
  const rows = requests.map(({ id, personId }) => {
    const { owesDuty = false, lastSeatOn = null, noShows = 0 } = known.get(personId) ?? {}
    return { id, owes: owesDuty ? 0 : 1, lastSeatOn: lastSeatOn ?? '', noShows }
  })
  return () =>
    rows.toSorted(
      (left, right) =>
        left.owes - right.owes ||
        (left.lastSeatOn < right.lastSeatOn ? -1 : left.lastSeatOn > right.lastSeatOn ? 1 : 0) ||
        left.noShows - right.noShows ||
        (left.id < right.id ? -1 : 1),
    )
}
