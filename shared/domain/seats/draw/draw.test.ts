import { describe, expect, test } from 'vitest'
import {
  aDraw,
  aRequest,
  drawnByLot,
  factsOf,
  HALF_HOUR_MS,
  inAnotherOrder,
  sha256,
  someSlots,
} from '../../../../test/builders/draws.ts'
import type { DrawInput, DrawResult } from '../../../contract/seats/draw-file.ts'
import { msOf } from '../../instants.ts'
import { countEnvy } from './count-envy.ts'
import { faultsOf } from './draw-faults.ts'
import { drawFileOf, drawFileText } from './draw-file.ts'
import { holdDraw } from './hold-draw.ts'

const drawn = (input: DrawInput) =>
  Object.fromEntries(holdDraw(input, sha256).map(({ requestId, slotIds, reason }) => [requestId, [slotIds, reason]]))

describe('one seat, wanted by two: it goes to', () => {
  const first = (ahead: Parameters<typeof factsOf>[1], behind: Parameters<typeof factsOf>[1]) =>
    drawn(
      aDraw({
        slots: someSlots(1, 1),
        requests: [aRequest('behind', ['s1']), aRequest('ahead', ['s1'])],
        facts: [factsOf('behind', behind), factsOf('ahead', ahead)],
      }),
    )

  test.each([
    ['owes_duty', { owesDuty: true, noShows: 9, lastSeatOn: '2026-11-01' }, { lastSeatOn: null }],
    ['longest_since_last_seat', { lastSeatOn: null, noShows: 3 }, { lastSeatOn: '2020-01-01' }],
    ['longest_since_last_seat', { lastSeatOn: '2025-12-31', noShows: 3 }, { lastSeatOn: '2026-01-01' }],
    ['fewest_no_shows', { noShows: 9 }, { noShows: 10 }],
  ] as const)('%s', (step, ahead, behind) => {
    expect(first(ahead, behind)).toEqual({
      'of-ahead': [['s1'], { code: 'first_wish' }],
      'of-behind': [[], { code: 'full', wishes: 1, lastPlace: 1, step }],
    })
  })

  test('the smaller lot, which is a hash of the seed and the person alone', () => {
    const ways = ['1', '2', '3', '4'].map((digit) => {
      const seed = digit.repeat(64)
      const input = aDraw(
        {
          slots: someSlots(1, 1),
          requests: [aRequest('a', ['s1']), aRequest('b', ['s1'])],
          facts: ['a', 'b'].map((id) => factsOf(id)),
        },
        seed,
      )
      const isFirst = sha256(`${seed} a`) < sha256(`${seed} b`)
      expect(drawn(input)[isFirst ? 'of-b' : 'of-a']?.[1]).toMatchObject({ code: 'full', step: 'lottery' })
      return isFirst
    })
    expect(new Set(ways).size).toBe(2)
  })
})

describe('a request', () => {
  const alone = (wishes: string[], asked: Parameters<typeof aRequest>[2], known = {}) =>
    drawn(
      aDraw({
        slots: someSlots(3, 2),
        requests: [aRequest('a', wishes, asked), aRequest('z', ['s2'])],
        facts: [factsOf('a', { noShows: 1, ...known }), factsOf('b'), factsOf('z')],
      }),
    )['of-a']

  test('gets as many slots in a row as it is long, or the next wish', () => {
    expect(alone(['s1'], { lengthMs: 3 * HALF_HOUR_MS })).toEqual([['s1', 's2', 's3'], { code: 'first_wish' }])
    expect(alone(['s3', 's2'], { lengthMs: 2 * HALF_HOUR_MS })).toEqual([['s2', 's3'], { code: 'later_wish', wish: 2 }])
    expect(alone(['s1'], { lengthMs: HALF_HOUR_MS / 2 })).toEqual([[], { code: 'not_offered' }])
    expect(alone(['gone'], {})).toEqual([[], { code: 'not_offered' }])
  })

  test('for two gets two seats or none, and stands where the later of them stands', () => {
    expect(alone(['s2'], { togetherWith: ['b'] })).toEqual([[], { code: 'no_room_together', people: 2 }])
    expect(alone(['s2', 's1'], { togetherWith: ['b'] })).toEqual([['s1'], { code: 'later_wish', wish: 2 }])
    const results = holdDraw(
      aDraw({
        slots: someSlots(1, 2),
        requests: [aRequest('a', ['s1'], { togetherWith: ['b'] }), aRequest('z', ['s1'])],
        facts: [factsOf('a', { owesDuty: true }), factsOf('b', { noShows: 1 }), factsOf('z')],
      }),
      sha256,
    )
    expect(results.map(({ requestId, slotIds }) => [requestId, slotIds])).toEqual([
      ['of-z', ['s1']],
      ['of-a', []],
    ])
  })

  test('is given nothing at a time at which one of them has a booking', () => {
    const [slot] = someSlots(1, 1)
    const busy = [{ startsAt: slot?.startsAt ?? '', endsAt: slot?.endsAt ?? '' }]
    expect(alone(['s1'], {}, { busy })).toEqual([[], { code: 'already_booked' }])
    expect(alone(['s1', 's2'], {}, { busy })).toEqual([['s2'], { code: 'later_wish', wish: 2 }])
  })
})

/** Slots, capacity and people as a reader of the results would count them, without the code that drew. */
function counted({ slots, requests, facts }: DrawInput, results: readonly DrawResult[]) {
  const asked = new Map(requests.map((request) => [request.id, request]))
  const known = new Map(facts.map((each) => [each.personId, each]))
  const seats = new Map<string, number>()
  for (const { requestId, slotIds } of results) {
    const request = asked.get(requestId)
    if (request === undefined) throw new Error('nobody asked')
    const people = [request.personId, ...request.togetherWith]
    const run = slotIds.map((id) => slots.find((slot) => slot.id === id))
    for (const slotId of slotIds) seats.set(slotId, (seats.get(slotId) ?? 0) + people.length)
    if (run.length === 0) continue
    expect(request.wishes).toContain(slotIds[0])
    expect(msOf(run.at(-1)?.endsAt ?? '') - msOf(run[0]?.startsAt ?? '')).toBe(request.lengthMs)
    expect(new Set(run.map((slot) => slot?.roomId)).size).toBe(1)
    for (const { startsAt, endsAt } of people.flatMap((each) => known.get(each)?.busy ?? []))
      expect(run.some((slot) => slot !== undefined && slot.startsAt < endsAt && startsAt < slot.endsAt)).toBe(false)
  }
  return slots.map(({ id, capacity }) => capacity - (seats.get(id) ?? 0))
}

describe.each(Array.from({ length: 40 }, (_, number) => number))('draw %i, of many', (number) => {
  const input = drawnByLot(number, { requests: 20 + number * 3, slots: 6 + (number % 9) })
  const file = drawFileOf(input, sha256)

  test('can be held, gives everybody an answer, and no slot more than it has', () => {
    expect(faultsOf(input, sha256)).toEqual([])
    expect(file.results.map(({ requestId }) => requestId).sort()).toEqual(input.requests.map(({ id }) => id).sort())
    expect(Math.min(...counted(input, file.results))).toBeGreaterThanOrEqual(0)
  })

  test('comes out the same in whatever order all of it is given', () => {
    const text = drawFileText(file)
    for (const order of [1, 7]) expect(drawFileText(drawFileOf(inAnotherOrder(input, order), sha256))).toBe(text)
  })

  test('lets nobody lose a slot they wanted to somebody who stood behind them, and says so', () => {
    expect(file.checks).toEqual({ envy: 0, wasted: 0, overfull: 0 })
    const inOrder = [...file.results].sort((left, right) => left.place - right.place)
    expect(inOrder.map(({ place }) => place)).toEqual(inOrder.map((_, index) => index + 1))
    // Whoever is told that all was full had it taken by those before, of whom the last stood where the sentence says.
    for (const { requestId, place, reason, slotIds } of inOrder) {
      if (reason.code !== 'full') continue
      const { wishes = [] } = input.requests.find(({ id }) => id === requestId) ?? {}
      expect(slotIds).toEqual([])
      expect(reason).toMatchObject({ wishes: wishes.length })
      expect(reason.lastPlace).toBeLessThan(place)
      expect(inOrder[reason.lastPlace - 1]?.slotIds.length).toBeGreaterThan(0)
    }
  })

  test('is found out where somebody behind takes the place of somebody before', () => {
    const winner = file.results.find(({ slotIds, reason }) => slotIds.length > 0 && reason.code === 'first_wish')
    if (winner === undefined) throw new Error('nobody won')
    const without = file.results.map((result) => (result === winner ? { ...result, slotIds: [] } : result))
    const { envy, wasted, overfull } = countEnvy(input, without, sha256)
    expect(overfull).toBe(0)
    expect(envy + wasted).toBeGreaterThan(0)
  })
})

test('envy, waste and a slot too full are told apart', () => {
  const input = aDraw({
    slots: someSlots(2, 1),
    requests: [aRequest('a', ['s1', 's2']), aRequest('b', ['s1', 's2'])],
    facts: [factsOf('a', { owesDuty: true }), factsOf('b')],
  })
  const [first, second] = holdDraw(input, sha256)
  if (first === undefined || second === undefined) throw new Error('two asked')
  const checked = (a: string[], b: string[]) =>
    countEnvy(
      input,
      [
        { ...first, slotIds: a },
        { ...second, slotIds: b },
      ],
      sha256,
    )
  expect(checked(['s1'], ['s2'])).toEqual({ envy: 0, wasted: 0, overfull: 0 })
  expect(checked(['s2'], ['s1'])).toEqual({ envy: 1, wasted: 0, overfull: 0 })
  expect(checked([], ['s1'])).toEqual({ envy: 1, wasted: 1, overfull: 0 })
  expect(checked(['s1'], [])).toEqual({ envy: 0, wasted: 1, overfull: 0 })
  expect(checked(['s1'], ['s1'])).toEqual({ envy: 0, wasted: 0, overfull: 1 })
})

/** What the counting says where these slots are given, and no others. */
function countedWhere(input: DrawInput, given: Readonly<Record<string, string[]>>) {
  const results = holdDraw(input, sha256).map((result) => ({ ...result, slotIds: given[result.requestId] ?? [] }))
  return countEnvy(input, results, sha256)
}

test('of three who want two seats, only those before the last can lose theirs to somebody behind', () => {
  const input = aDraw({
    slots: someSlots(1, 2),
    requests: ['c', 'a', 'b'].map((id) => aRequest(id, ['s1'])),
    facts: ['b', 'c', 'a'].map((id) => factsOf(id, { noShows: 'abc'.indexOf(id) })),
  })
  const without = (id: string) =>
    countedWhere(
      input,
      Object.fromEntries(['a', 'b', 'c'].filter((each) => each !== id).map((each) => [`of-${each}`, ['s1']])),
    )
  expect(['a', 'b', 'c'].map((id) => without(id).envy)).toEqual([1, 1, 0])
  expect(['a', 'b', 'c'].map((id) => without(id).wasted)).toEqual([0, 0, 0])
})

test('a long wish is envied in each of its slots, and only where the slots of one room follow each other', () => {
  const asked = { lengthMs: 2 * HALF_HOUR_MS }
  const rooms = [...someSlots(2, 1), ...someSlots(3, 1, 'q').map((slot) => ({ ...slot, id: `q${slot.id}` }))]
  const draws = (wish: string, taken: string, slots: DrawInput['slots'] = rooms.toReversed()) =>
    countedWhere(
      aDraw({
        slots,
        requests: [aRequest('ahead', [wish], asked), aRequest('behind', [taken])],
        facts: [factsOf('ahead', { owesDuty: true }), factsOf('behind')],
      }),
      { 'of-behind': [taken] },
    )
  expect(draws('s1', 's2')).toEqual({ envy: 1, wasted: 0, overfull: 0 })
  expect(draws('s1', 's1')).toEqual({ envy: 1, wasted: 0, overfull: 0 })
  expect(draws('s1', 'qs1')).toEqual({ envy: 0, wasted: 1, overfull: 0 })
  expect(draws('qs2', 'qs3')).toEqual({ envy: 1, wasted: 0, overfull: 0 })
  // Nothing follows there, or only after a gap.
  expect(draws('s2', 's2').envy).toBe(0)
  expect(
    draws(
      's1',
      's1',
      rooms.filter(({ id }) => id !== 's2'),
    ).envy,
  ).toBe(0)
})

test('what cannot be drawn is told, not drawn', () => {
  const slots = someSlots(2, 1)
  const good = aDraw({ slots, requests: [aRequest('a', ['s1'])], facts: [factsOf('a')] })
  const faults = (changed: Partial<DrawInput>) =>
    faultsOf({ ...good, ...changed }, sha256).map(({ code, id }) => [code, id])
  expect(faults({})).toEqual([])
  expect(faults({ seed: 'b'.repeat(64) })).toEqual([['other_seed', 'b'.repeat(64)]])
  expect(faults({ facts: [] })).toEqual([['facts_missing', 'a']])
  expect(faults({ facts: [factsOf('a'), factsOf('a')] })).toEqual([['facts_twice', 'a']])
  expect(faults({ requests: [aRequest('a', ['s1', 's1'], { togetherWith: ['a'] })] })).toEqual([
    ['person_twice', 'a'],
    ['wish_twice', 'of-a'],
  ])
  expect(faults({ requests: [aRequest('a', ['s1']), aRequest('a', ['s2'])] })).toEqual([
    ['request_twice', 'of-a'],
    ['person_twice', 'a'],
  ])
  expect(faults({ slots: [...slots, ...slots] }).map(([code]) => code)).toContain('slot_twice')
  const [slot] = slots
  if (slot === undefined) throw new Error('no slot')
  expect(faults({ slots: [slot, { ...slot, id: 'over' }] })).toEqual([['slots_overlap', 'over']])
  expect(faults({ slots: [{ ...slot, endsAt: slot.startsAt }] })).toEqual([['slot_without_length', 's1']])
})
