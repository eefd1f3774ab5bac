import { hash } from 'node:crypto'
import type { DrawFacts, DrawInput, DrawRequest, DrawSlot, UsedUp } from '../../shared/contract/seats/draw-file.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { lottery } from './lottery.ts'

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

export const HALF_HOUR_MS = 1_800_000
const MORNING = '2026-11-30T01:00:00.000Z'

export const drawRules: DrawInput['rules'] = {
  version: 1,
  steps: ['owes_duty', 'longest_since_last_seat', 'fewest_no_shows', 'lottery'],
}

/** Half-hours of one room, `s1`, `s2` … one after the other. */
export const someSlots = (count: number, capacity: number | ((at: number) => number), roomId = 'r'): DrawSlot[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `s${at + 1}`,
    roomId,
    startsAt: addMs(MORNING, at * HALF_HOUR_MS),
    endsAt: addMs(MORNING, (at + 1) * HALF_HOUR_MS),
    capacity: typeof capacity === 'number' ? capacity : capacity(at),
  }))

/** Of somebody of whom nothing speaks for or against. */
export const factsOf = (personId: string, known: Partial<DrawFacts> = {}): DrawFacts => ({
  ...{ personId, owesDuty: false, lastSeatOn: '2026-01-05', noShows: 0, busy: [] },
  ...known,
})

/** One half-hour, asked for by one person whose name the request bears, too. */
export const aRequest = (personId: string, wishes: string[], asked: Partial<DrawRequest> = {}): DrawRequest => ({
  ...{ id: `of-${personId}`, personId, togetherWith: [], wishes, lengthMs: HALF_HOUR_MS },
  ...asked,
})

export function aDraw(given: Pick<DrawInput, 'slots' | 'requests' | 'facts'>, seed = 'a'.repeat(64)): DrawInput {
  return { rules: drawRules, seed, commitment: sha256(seed), ...given }
}

/** The same draw by the rules that leave to limits what they ask. */
export const byLimits = (input: DrawInput): DrawInput => ({ ...input, rules: { ...input.rules, version: 3 } })

/** Days of a company, another one for each number: several rooms, pairs, long wishes, people who are elsewhere or have as many bookings as they may, wishes for what is not there. */
export function drawnByLot(number: number, sizes: { requests: number; slots: number }): DrawInput {
  const below = lottery(number)
  const limited = lottery(number + 1_000_000)
  const rooms = 1 + below(3)
  const perRoom = Math.ceil(sizes.slots / rooms)
  const slots = Array.from({ length: rooms }, (_, room) =>
    someSlots(perRoom, () => 1 + below(4), `r${room}`).map((slot) => ({ ...slot, id: `r${room}${slot.id}` })),
  ).flat()
  const facts: DrawFacts[] = []
  const somebody = (): string => {
    const personId = `p${facts.length}`
    // Few days: many stand alike up to the lottery.
    const day = below(5)
    facts.push({
      personId,
      owesDuty: below(2) === 0,
      lastSeatOn: day === 0 ? null : `2026-01-0${day}`,
      noShows: below(3),
      busy: below(8) === 0 ? slots.slice(0, 1).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })) : [],
      usedUp: limited(4) === 0 ? [limitFrom(slots[limited(slots.length)], limited(3))] : [],
    })
    return personId
  }
  const requests = Array.from({ length: sizes.requests }, (_, at): DrawRequest => {
    const wishes = new Set(Array.from({ length: 1 + below(5) }, () => slots[below(slots.length)]?.id ?? ''))
    if (below(20) === 0) wishes.add('gone')
    return {
      id: `q${at}`,
      personId: somebody(),
      togetherWith: below(5) === 0 ? [somebody()] : [],
      wishes: [...wishes],
      lengthMs: HALF_HOUR_MS * (1 + below(3)),
    }
  })
  return aDraw({ slots, requests, facts }, sha256(String(number)))
}

function limitFrom(slot: DrawSlot | undefined, halfHours: number): UsedUp {
  const { roomId, startsAt } = slot ?? { roomId: '', startsAt: MORNING }
  const limit = halfHours === 0 ? ({ count: 1, per: 'day' } as const) : ({ count: 2, per: 'to_come' } as const)
  return { roomId, startsAt, endsAt: addMs(startsAt, (halfHours + 1) * HALF_HOUR_MS), ...limit }
}

/** The same things in another order. */
export function shuffled<T>(rows: readonly T[], number: number): T[] {
  const below = lottery(number)
  const left = [...rows]
  return rows.flatMap(() => left.splice(below(left.length), 1))
}

/** The same draw with every list in another order, but for the wishes. */
export const inAnotherOrder = (input: DrawInput, number: number): DrawInput => ({
  ...input,
  slots: shuffled(input.slots, number),
  requests: shuffled(
    input.requests.map((request) => ({ ...request, togetherWith: shuffled(request.togetherWith, number + 1) })),
    number + 2,
  ),
  facts: shuffled(
    input.facts.map((known) => ({
      ...known,
      busy: shuffled(known.busy, number + 3),
      ...(known.usedUp === undefined ? {} : { usedUp: shuffled(known.usedUp, number + 4) }),
    })),
    number + 5,
  ),
})
