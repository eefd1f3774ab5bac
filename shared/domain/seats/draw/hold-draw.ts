import type {
  DrawFacts,
  DrawInput,
  DrawReason,
  DrawResult,
  DrawSlot,
  OtherWishes,
  UsedUp,
} from '../../../contract/seats/draw-file.ts'
import { runsOf } from './runs.ts'
import { type Digest, decidingStep, inOrder, type Party } from './standing.ts'

/** What stands in the way of one wish. */
type Hindrance =
  | { readonly code: 'not_offered' | 'already_booked' | 'no_room_together' }
  | { readonly code: 'full'; readonly takenBy: Placed }
  | { readonly code: 'over_limit'; readonly limit: UsedUp }

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
    const limit = input.rules.version < 3 ? null : limitIn(people, run)
    if (limit !== null) return { code: 'over_limit', limit }
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

/** A limit that leaves one of them nothing where the run begins. */
function limitIn(people: readonly DrawFacts[], [first]: readonly DrawSlot[]): UsedUp | null {
  if (first === undefined) return null
  const isThere = ({ roomId, startsAt, endsAt }: UsedUp) =>
    roomId === first.roomId && startsAt <= first.startsAt && first.startsAt < endsAt
  for (const { usedUp = [] } of people) {
    const found = usedUp.find(isThere)
    if (found !== undefined) return found
  }
  return null
}

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
  const besides = (told: Hindrance['code']) =>
    othersAmong(
      input,
      hindrances.filter(({ code }) => code !== told),
    )
  if (codes.has('already_booked')) return { code: 'already_booked', ...besides('already_booked') }
  const limits = limitsAmong(hindrances)
  return limits.length === 0 ? { code: 'not_offered' } : { code: 'over_limit', limits, ...besides('over_limit') }
}

/** Each once, in the order in which they were wished against. */
function limitsAmong(hindrances: readonly Hindrance[]): Pick<UsedUp, 'count' | 'per'>[] {
  const limits = hindrances.flatMap((each) => (each.code === 'over_limit' ? [each.limit] : []))
  return [...new Map(limits.map(({ count, per }) => [`${count} ${per}`, { count, per }])).values()]
}

/** What has nothing to do with anybody else's requests. */
const THEIR_OWN = ['already_booked', 'over_limit', 'not_offered'] as const

/** Wishes that nobody who stood before had taken: they are told beside those that somebody had. By the first rules they were not. */
function othersAmong({ rules }: DrawInput, hindrances: readonly Hindrance[]): { others?: OtherWishes } {
  if (rules.version === 1) return {}
  const why = THEIR_OWN.filter((one) => hindrances.some(({ code }) => code === one))
  const wishes = hindrances.filter(({ code }) => THEIR_OWN.some((one) => one === code)).length
  return wishes === 0 ? {} : { others: { wishes, why } }
}
