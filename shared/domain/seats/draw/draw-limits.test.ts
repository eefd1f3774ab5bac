import { describe, expect, test } from 'vitest'
import {
  aDraw,
  aRequest,
  byLimits,
  drawnByLot,
  factsOf,
  inAnotherOrder,
  sha256,
  someSlots,
} from '../../../../test/builders/draws.ts'
import type { DrawInput, DrawResult, UsedUp } from '../../../contract/seats/draw-file.ts'
import { countEnvy } from './count-envy.ts'
import { drawFileOf, drawFileText } from './draw-file.ts'
import { drawSentence } from './draw-sentences.ts'
import { holdDraw } from './hold-draw.ts'

const SLOTS = someSlots(3, 1)
const atSlots = (from: number, to: number, limit: Pick<UsedUp, 'count' | 'per'>, roomId = 'r'): UsedUp => ({
  ...{ roomId, startsAt: SLOTS[from - 1]?.startsAt ?? '', endsAt: SLOTS[to - 1]?.endsAt ?? '' },
  ...limit,
})
const weekly = { count: 2, per: 'week' } as const

const mine = (input: DrawInput) => holdDraw(input, sha256).find(({ requestId }) => requestId === 'of-me')
const alone = (wishes: string[], usedUp: UsedUp[]): DrawInput =>
  byLimits(aDraw({ slots: SLOTS, requests: [aRequest('me', wishes)], facts: [factsOf('me', { usedUp })] }))

test('a wish for which a limit leaves nothing is passed over, and it is said which', () => {
  const refused = mine(alone(['s1', 's2'], [atSlots(1, 2, weekly)]))
  expect(refused).toMatchObject({ slotIds: [], reason: { code: 'over_limit', limits: [weekly] } })
  expect(refused === undefined ? null : drawSentence(refused)).toEqual({
    zh: '排在第 1 位（共 1 位），想要的时间里，每人能约的场数（每周最多 2 场）已经用完。',
    en: 'Place 1 of 1: all that one person may book at the time wished for (at most 2 a week) was used up already.',
  })
  const later = mine(alone(['s1', 's3'], [atSlots(1, 2, weekly)]))
  expect(later?.slotIds).toEqual(['s3'])
  expect(later === undefined ? null : drawSentence(later)).toEqual({
    zh: '排在第 1 位（共 1 位），排到了第 2 志愿，更想要的那里每人能约的场数已用完。',
    en: 'Place 1 of 1: drawn for wish 2; for what was wanted more there was nothing left of what one person may book there.',
  })
})

test('two limits are both named, each once', () => {
  const limits = [atSlots(1, 1, weekly), atSlots(2, 2, { count: 1, per: 'to_come' }), atSlots(3, 3, weekly)]
  const refused = mine(alone(['s1', 's2', 's3'], limits))
  expect(refused === undefined ? null : drawSentence(refused)).toEqual({
    zh: '排在第 1 位（共 1 位），想要的时间里，每人能约的场数（每周最多 2 场，或手里最多 1 场）已经用完。',
    en: 'Place 1 of 1: all that one person may book at the time wished for (at most 2 a week, or at most 1 to come) was used up already.',
  })
})

test('the limit of one of two keeps both from it, and no limit of another room does', () => {
  const together = (usedUp: UsedUp[]) =>
    mine(
      byLimits(
        aDraw({
          slots: someSlots(1, 2),
          requests: [aRequest('me', ['s1'], { togetherWith: ['friend'] })],
          facts: [factsOf('me'), factsOf('friend', { usedUp })],
        }),
      ),
    )?.reason.code
  expect(together([atSlots(1, 1, weekly)])).toBe('over_limit')
  expect(together([atSlots(1, 1, weekly, 'q')])).toBe('first_wish')
})

test('whoever stands behind may have what a limit keeps from those before: that is no envy', () => {
  const input = byLimits(
    aDraw({
      slots: someSlots(1, 1),
      requests: [aRequest('me', ['s1']), aRequest('behind', ['s1'])],
      facts: [factsOf('me', { owesDuty: true, usedUp: [atSlots(1, 1, weekly)] }), factsOf('behind')],
    }),
  )
  const file = drawFileOf(input, sha256)
  expect(file.results.map(({ requestId, slotIds }) => [requestId, slotIds])).toEqual([
    ['of-behind', ['s1']],
    ['of-me', []],
  ])
  expect(file.checks).toEqual({ envy: 0, wasted: 0, overfull: 0 })
  expect(countEnvy({ ...input, rules: { ...input.rules, version: 2 } }, file.results, sha256).envy).toBe(1)
})

/** Everybody in line, one wish after the other, counted seat by seat: nothing of the code that draws. */
function drawnByHand({ rules, slots, requests, facts, seed }: DrawInput) {
  const factsAbout = (id: string) => facts.filter(({ personId }) => personId === id)
  const standing = ({ personId, togetherWith }: DrawInput['requests'][number]) =>
    [personId, ...togetherWith]
      .flatMap(factsAbout)
      .map((each) =>
        [
          ...[each.owesDuty ? 0 : 1, each.lastSeatOn ?? '0', String(each.noShows).padStart(12, '0')],
          sha256(`${seed} ${each.personId}`),
        ].join('|'),
      )
      .sort()
      .at(-1) ?? ''
  const line = [...requests].sort((one, other) =>
    `${standing(one)} ${one.id}` < `${standing(other)} ${other.id}` ? -1 : 1,
  )
  const seats = new Map(slots.map(({ id, capacity }) => [id, capacity]))
  return line.map(({ id, personId, togetherWith, wishes, lengthMs }) => {
    const known = [personId, ...togetherWith].flatMap(factsAbout)
    for (const wish of wishes) {
      const first = slots.find((slot) => slot.id === wish)
      if (first === undefined) continue
      const end = Date.parse(first.startsAt) + lengthMs
      const run = slots.filter(
        (slot) => slot.roomId === first.roomId && slot.startsAt >= first.startsAt && Date.parse(slot.endsAt) <= end,
      )
      const isWhole = run.reduce((ms, slot) => ms + Date.parse(slot.endsAt) - Date.parse(slot.startsAt), 0) === lengthMs
      const isBusy = known.some(({ busy }) =>
        busy.some((one) => run.some((slot) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt)),
      )
      const isOver =
        rules.version === 3 &&
        known.some(({ usedUp }) =>
          (usedUp ?? []).some(
            (one) => one.roomId === first.roomId && first.startsAt >= one.startsAt && first.startsAt < one.endsAt,
          ),
        )
      const isFull = run.some((slot) => (seats.get(slot.id) ?? 0) < known.length)
      if (!isWhole || isBusy || isOver || isFull) continue
      for (const slot of run) seats.set(slot.id, (seats.get(slot.id) ?? 0) - known.length)
      return [id, run.map((slot) => slot.id)]
    }
    return [id, []]
  })
}

describe.each([2, 3] as const)('by rules %i', (version) => {
  test('three hundred draws come out as by hand, without envy, waste or a seat too many', () => {
    let overLimit = 0
    for (let number = 0; number < 300; number += 1) {
      const given = drawnByLot(number + 500, { requests: 10 + (number % 40), slots: 4 + (number % 11) })
      const input: DrawInput = { ...given, rules: { ...given.rules, version } }
      const results: DrawResult[] = holdDraw(input, sha256)
      expect(results.map(({ requestId, slotIds }) => [requestId, slotIds])).toEqual(drawnByHand(input))
      expect(countEnvy(input, results, sha256)).toEqual({ envy: 0, wasted: 0, overfull: 0 })
      overLimit += results.filter(({ reason }) => reason.code === 'over_limit').length
    }
    expect(overLimit > 20).toBe(version === 3)
  })
})

test.each([
  [1, '85f1a7154cc4f13d1eb99e5c768fb356ddf758c89da390a0b9d96d98bc06dd35'],
  [2, 'e03d722c69c242452c91a83555a85c3cd16a0ca1b1274566f1ebd9b9b2df4624'],
] as const)('a file of rules %i is held again to the bytes it had before there were limits', (version, digest) => {
  const given = drawnByLot(7, { requests: 37, slots: 13 })
  const facts = given.facts.map(({ usedUp: _, ...known }) => known)
  const file = drawFileOf({ ...given, rules: { ...given.rules, version }, facts }, sha256)
  expect(sha256(drawFileText(file))).toBe(digest)
})

test('the file says what is used up, in one order whichever way it was given', () => {
  const limits = [atSlots(1, 1, weekly), atSlots(2, 3, weekly)]
  const text = drawFileText(drawFileOf(alone(['s1'], limits), sha256))
  expect(text).toBe(drawFileText(drawFileOf(alone(['s1'], limits.toReversed()), sha256)))
  expect(text).toContain('"usedUp":[{"count":2,')
})

/** Each asks together with those of two other requests; and everybody has used up two limits from some slot on, not everybody the same. */
function inCompany(given: DrawInput): DrawInput {
  const limits = [weekly, { count: 1, per: 'to_come' }, { count: 1, per: 'day' }, { count: 3, per: 'month' }] as const
  const whole = (at: number): UsedUp[] => {
    const { roomId = '', startsAt = '' } = given.slots[at % given.slots.length] ?? {}
    const endsAt =
      given.slots
        .map((slot) => slot.endsAt)
        .sort()
        .at(-1) ?? ''
    return [0, 1].map((next) => ({ roomId, startsAt, endsAt, ...(limits[(at + next) % limits.length] ?? weekly) }))
  }
  const peopleOf = (request: DrawInput['requests'][number] | undefined) =>
    request === undefined ? [] : [request.personId, ...request.togetherWith]
  return byLimits({
    ...given,
    facts: given.facts.map((known, at) => ({ ...known, usedUp: whole(at) })),
    requests: given.requests.flatMap((request, at) => {
      const [one, other] = [given.requests[at + 1], given.requests[at + 2]]
      const togetherWith = [...request.togetherWith, ...peopleOf(other), ...peopleOf(one)]
      return at % 3 === 0 ? [{ ...request, togetherWith }] : []
    }),
  })
}

test('in whatever order those who ask together and their limits are given, the same bytes come out, and out of the file again', () => {
  let overLimit = 0
  for (let number = 0; number < 300; number += 1) {
    const input = inCompany(drawnByLot(number, { requests: 12 + (number % 20), slots: 4 + (number % 11) }))
    const file = drawFileOf(input, sha256)
    const text = drawFileText(file)
    expect(drawFileText(drawFileOf(file, sha256))).toBe(text)
    expect(drawFileText(drawFileOf(inAnotherOrder(input, number), sha256))).toBe(text)
    overLimit += file.results.filter(({ reason }) => reason.code === 'over_limit').length
  }
  expect(overLimit).toBeGreaterThan(100)
})
