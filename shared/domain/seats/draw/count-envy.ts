import type {
  DrawChecks,
  DrawInput,
  DrawRequest,
  DrawResult,
  DrawSlot,
  DrawStep,
} from '../../../contract/seats/draw-file.ts'
import { msOf } from '../../instants.ts'
import { type Digest, lotOf } from './standing.ts'

type Known = DrawInput['facts'][number]

/** The seats of one slot, by the rank of whoever holds them: `upTo[n]` are held by the first n of `ranks`. */
interface Holders {
  readonly ranks: number[]
  readonly upTo: number[]
}

/**
 * Counts what is wrong with the results of a draw. It shares nothing with the one who drew: ranks are worked out anew, and
 * whether a wish was to be had is looked up in who holds the slot, not played again.
 */
export function countEnvy(input: DrawInput, results: readonly DrawResult[], digest: Digest): DrawChecks {
  const facts = new Map(input.facts.map((known) => [known.personId, known]))
  const ranks = ranksOf(input, facts, digest)
  const given = new Map(results.map(({ requestId, slotIds }) => [requestId, slotIds]))
  const slots = [...input.slots].sort((left, right) =>
    `${left.roomId} ${left.startsAt}` < `${right.roomId} ${right.startsAt}` ? -1 : 1,
  )
  const positions = new Map(slots.map(({ id }, at) => [id, at]))
  const holders = holdersOf(input, given, ranks)
  const checks = { envy: 0, wasted: 0, overfull: 0 }
  for (const { id, capacity } of slots)
    if (heldBefore(holders.get(id), Number.POSITIVE_INFINITY) > capacity) checks.overfull += 1
  for (const request of input.requests) {
    const people = peopleOf(request)
    const rank = ranks.get(request.id) ?? 0
    const got = given.get(request.id) ?? []
    for (const wish of request.wishes) {
      if (wish === got[0]) break
      const wanted = stretch(slots, positions.get(wish), request.lengthMs)
      if (wanted.length === 0 || people.some((each) => isElsewhere(facts.get(each), wanted))) continue
      if (input.rules.version >= 3 && people.some((each) => hasEnough(facts.get(each), wanted))) continue
      const fitsBeside = (upTo: number) =>
        wanted.every(({ id, capacity }) => heldBefore(holders.get(id), upTo) + people.length <= capacity)
      if (!fitsBeside(rank)) continue
      if (fitsBeside(Number.POSITIVE_INFINITY)) checks.wasted += 1
      else checks.envy += 1
    }
  }
  return checks
}

const peopleOf = ({ personId, togetherWith }: DrawRequest): string[] => [personId, ...togetherWith]

/** Of several people the one who stands last counts. */
function ranksOf({ rules, seed, requests }: DrawInput, facts: ReadonlyMap<string, Known>, digest: Digest) {
  const lots = new Map([...facts.keys()].map((personId) => [personId, lotOf(personId, seed, digest)]))
  const lotBefore = (left: string, right: string) => ((lots.get(left) ?? '') < (lots.get(right) ?? '') ? -1 : 1)
  const compares: Readonly<Record<DrawStep, (left: Known, right: Known) => number>> = {
    owes_duty: (left, right) => (left.owesDuty ? 0 : 1) - (right.owesDuty ? 0 : 1),
    longest_since_last_seat: (left, right) => dayOf(left) - dayOf(right),
    fewest_no_shows: (left, right) => left.noShows - right.noShows,
    lottery: (left, right) => (left === right ? 0 : lotBefore(left.personId, right.personId)),
  }
  const compare = (left: Known, right: Known): number =>
    rules.steps.reduce((told, step) => told || compares[step](left, right), 0)
  const rows = requests.flatMap((request) => {
    const people = peopleOf(request).flatMap((each) => facts.get(each) ?? [])
    const last = people.sort(compare).at(-1)
    return last === undefined ? [] : [{ id: request.id, last }]
  })
  rows.sort((left, right) => compare(left.last, right.last) || (left.id < right.id ? -1 : 1))
  return new Map(rows.map(({ id }, rank) => [id, rank]))
}

/** Days since 1970; never was before all days. */
const dayOf = ({ lastSeatOn }: Known): number =>
  lastSeatOn === null ? -1_000_000_000 : msOf(`${lastSeatOn}T00:00:00.000Z`) / 86_400_000

function holdersOf(
  { requests }: DrawInput,
  given: ReadonlyMap<string, readonly string[]>,
  ranks: ReadonlyMap<string, number>,
): Map<string, Holders> {
  const seats = new Map<string, { rank: number; people: number }[]>()
  for (const request of requests)
    for (const slotId of given.get(request.id) ?? []) {
      const held = seats.get(slotId) ?? []
      held.push({ rank: ranks.get(request.id) ?? 0, people: peopleOf(request).length })
      seats.set(slotId, held)
    }
  return new Map(
    [...seats].map(([slotId, held]): [string, Holders] => {
      held.sort((left, right) => left.rank - right.rank)
      let sum = 0
      const upTo = [0, ...held.map(({ people }) => (sum += people))]
      return [slotId, { ranks: held.map(({ rank }) => rank), upTo }]
    }),
  )
}

/** The seats that are held by people of a smaller rank. */
function heldBefore(holders: Holders | undefined, rank: number): number {
  if (holders === undefined) return 0
  let [low, high] = [0, holders.ranks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((holders.ranks[middle] ?? 0) < rank) low = middle + 1
    else high = middle
  }
  return holders.upTo[low] ?? 0
}

/** The neighbours in the timetable from `from` on that last exactly so long; none where they do not. */
function stretch(slots: readonly DrawSlot[], from: number | undefined, lengthMs: number): DrawSlot[] {
  const first = from === undefined ? undefined : slots[from]
  if (from === undefined || first === undefined) return []
  const endMs = msOf(first.startsAt) + lengthMs
  let to = from
  for (let next = slots[to + 1]; msOf(slots[to]?.endsAt ?? '') < endMs; next = slots[to + 1]) {
    if (next?.roomId !== first.roomId || next.startsAt !== slots[to]?.endsAt) return []
    to += 1
  }
  return msOf(slots[to]?.endsAt ?? '') === endMs ? slots.slice(from, to + 1) : []
}

/** Whoever may have no more there has nothing to lose there. */
const hasEnough = (known: Known | undefined, wanted: readonly DrawSlot[]): boolean => {
  const [from, roomId] = [wanted[0]?.startsAt ?? '', wanted[0]?.roomId]
  return (known?.usedUp ?? []).some((one) => one.roomId === roomId && one.startsAt <= from && from < one.endsAt)
}

const isElsewhere = (known: Known | undefined, wanted: readonly DrawSlot[]): boolean => {
  const [from, to] = [wanted[0]?.startsAt ?? '', wanted.at(-1)?.endsAt ?? '']
  return (known?.busy ?? []).some(({ startsAt, endsAt }) => startsAt < to && from < endsAt)
}
