import type {
  DrawFacts,
  DrawInput,
  DrawReason,
  DrawResult,
  DrawSlot,
  OtherWishes,
} from '../../../contract/seats/draw-file.ts'
import { runsOf } from './runs.ts'
import { type Digest, decidingStep, inOrder, type Party } from './standing.ts'

/** What stands in the way of one wish. */
type Hindrance =
  | { readonly code: 'not_offered' | 'already_booked' | 'no_room_together' }
  | { readonly code: 'full'; readonly takenBy: Placed }

const NOT_OFFERED: Hindrance = { code: 'not_offered' }

interface Placed extends Party {
  readonly place: number
}

/** The seats left of a slot, and who was the last to take one. */
interface Left {
  seats: number
  takenBy: Placed | null
}

/**
 * One after the other, in the order of the rules, everybody gets the dearest of their wishes that is still free. So nobody can lose
 * a slot to somebody who stood behind them. Nothing of the result depends on the order in which requests came.
 */
export function holdDraw(input: DrawInput, digest: Digest): DrawResult[] {
  const runFrom = runsOf(input.slots)
  const left = new Map(input.slots.map(({ id, capacity }): [string, Left] => [id, { seats: capacity, takenBy: null }]))
  const leftOf = (slot: DrawSlot): Left => left.get(slot.id) ?? { seats: 0, takenBy: null }

  function hindranceOf({ people }: Party, run: readonly DrawSlot[]): Hindrance | null {
    if (people.some(({ busy }) => isBusy(busy, run))) return { code: 'already_booked' }
    let fewest = Number.POSITIVE_INFINITY
    for (const slot of run) {
      const { seats, takenBy } = leftOf(slot)
      if (seats === 0 && takenBy !== null) return { code: 'full', takenBy }
      fewest = Math.min(fewest, seats)
    }
    return fewest < people.length ? { code: 'no_room_together' } : null
  }

  const parties = inOrder(input, digest)
  return parties.map((party, index): DrawResult => {
    const { request } = party
    const placed: Placed = { ...party, place: index + 1 }
    const stood = { requestId: request.id, place: placed.place, of: parties.length }
    const hindrances: Hindrance[] = []
    for (const [at, wish] of request.wishes.entries()) {
      const run = runFrom(wish, request.lengthMs)
      const hindrance = run === null ? NOT_OFFERED : hindranceOf(party, run)
      if (run === null || hindrance !== null) {
        hindrances.push(hindrance ?? NOT_OFFERED)
        continue
      }
      for (const slot of run) take(leftOf(slot), placed)
      const reason: DrawReason =
        at === 0 ? { code: 'first_wish' } : { code: 'later_wish', wish: at + 1, ...othersAmong(input, hindrances) }
      return { ...stood, slotIds: run.map(({ id }) => id), reason }
    }
    return { ...stood, slotIds: [], reason: refusalOf(input, placed, hindrances) }
  })
}

function take(left: Left, by: Placed): void {
  left.seats -= by.people.length
  left.takenBy = by
}

const isBusy = (busy: DrawFacts['busy'], run: readonly DrawSlot[]): boolean =>
  busy.some((span) => run.some((slot) => span.startsAt < slot.endsAt && slot.startsAt < span.endsAt))

/** Of several hindrances the one that came closest to a seat is told. */
function refusalOf(
  input: DrawInput,
  { request, people, standing }: Placed,
  hindrances: readonly Hindrance[],
): DrawReason {
  const codes = new Set(hindrances.map(({ code }) => code))
  const others = othersAmong(input, hindrances)
  if (codes.has('no_room_together')) return { code: 'no_room_together', people: people.length, ...others }
  const takers = hindrances.flatMap((each) => (each.code === 'full' ? [each.takenBy] : []))
  const [last] = [...takers].sort((left, right) => right.place - left.place)
  if (last !== undefined) {
    const step = decidingStep(input.rules.steps, last.standing, standing)
    const wishes = request.wishes.length - (others.others?.wishes ?? 0)
    return { code: 'full', wishes, lastPlace: last.place, step, ...others }
  }
  if (!codes.has('already_booked')) return { code: 'not_offered' }
  return {
    code: 'already_booked',
    ...othersAmong(
      input,
      hindrances.filter(({ code }) => code !== 'already_booked'),
    ),
  }
}

/** Wishes that nobody who stood before had taken: they are told beside those that somebody had. By the first rules they were not. */
function othersAmong({ rules }: DrawInput, hindrances: readonly Hindrance[]): { others?: OtherWishes } {
  if (rules.version === 1) return {}
  const why = (['already_booked', 'not_offered'] as const).filter((one) => hindrances.some(({ code }) => code === one))
  const wishes = hindrances.filter(({ code }) => code === 'already_booked' || code === 'not_offered').length
  return wishes === 0 ? {} : { others: { wishes, why } }
}
