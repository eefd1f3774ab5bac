import { expect, test } from 'vitest'
import {
  aDraw,
  aRequest,
  drawnByLot,
  factsOf,
  HALF_HOUR_MS,
  sha256,
  someSlots,
} from '../../../../test/builders/draws.ts'
import type { DrawInput, DrawRequest } from '../../../contract/seats/draw-file.ts'
import { drawFileOf } from './draw-file.ts'
import { drawSentence } from './draw-sentences.ts'
import { holdDraw } from './hold-draw.ts'

const HALF_HOURS = someSlots(4, 1)
const at = (index: number) => HALF_HOURS.slice(index, index + 1).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))

/** By the rules that are drawn by now. */
const asTold = (input: DrawInput): DrawInput => ({ ...input, rules: { ...input.rules, version: 3 } })

/** What one is told who stands behind another; both want the first half-hour, and one is elsewhere in the second. */
function told(wishes: string[], change: Partial<DrawRequest> = {}) {
  const slots = HALF_HOURS.slice(0, 3)
  const people = ['ahead', 'me', 'friend']
  const facts = people.map((id) => factsOf(id, { owesDuty: id === 'ahead', busy: id === 'me' ? at(1) : [] }))
  const requests = [aRequest('ahead', ['s1']), aRequest('me', wishes, change)]
  const [mine] = holdDraw(asTold(aDraw({ slots, requests, facts })), sha256).filter(
    ({ requestId }) => requestId === 'of-me',
  )
  return mine === undefined ? null : drawSentence(mine)
}

test('nobody is told that others took what nobody could have given them', () => {
  expect(told(['s1', 's2', 's4'])).toEqual({
    zh: '排在第 2 位（共 2 位），想要的 1 个场次都排给了前面的人，其中最后的是第 1 位，排在前面是因为今年的听线还没有完成；另有 2 个志愿，时间里已有别的预约，或时间里没有这么长的场次。',
    en: 'Place 2 of 2: 1 of 3 wishes had gone to those before; the last of them, at place 1, still owed the duty; for 2 other wishes there was a booking at that time already, or no slots of that length were offered.',
  })
  expect(told(['s2', 's4'])).toEqual({
    zh: '排在第 2 位（共 2 位），想要的时间里已有别的预约；另有 1 个志愿，时间里没有这么长的场次。',
    en: 'Place 2 of 2: there is a booking at the time wished for already; for one other wish no slots of that length were offered.',
  })
})

test('nor why a later wish had to do', () => {
  expect(told(['s1', 's3'])?.zh).toBe('排在第 2 位（共 2 位），排到了第 2 志愿，更想要的已排给前面的人。')
  expect(told(['s2', 's3'])).toEqual({
    zh: '排在第 2 位（共 2 位），排到了第 2 志愿，更想要的时间里已有别的预约。',
    en: 'Place 2 of 2: drawn for wish 2; for what was wanted more there was a booking at that time already.',
  })
  expect(told(['s1', 's2', 's3'])?.en).toBe(
    'Place 2 of 2: drawn for wish 3; some of what was wanted more was not to be had any more, and for some there was a booking at that time already.',
  )
})

test('seats too few for all are told with what else there was', () => {
  const together = { togetherWith: ['friend'] }
  expect(told(['s3', 's4'], together)?.en).toBe(
    'Place 2 of 2: the seats left of what was wished for were too few for 2 together; for one other wish no slots of that length were offered.',
  )
})

/** How many wishes of a request came to nothing for which reason, looked up in who holds what of those before. */
function lost({ slots, facts, requests }: DrawInput, results: ReturnType<typeof holdDraw>) {
  const placeOf = new Map(results.map(({ requestId, place }) => [requestId, place]))
  return ({ personId, togetherWith, wishes, lengthMs, id }: DrawRequest, before: number) => {
    const people = [personId, ...togetherWith]
    const taken = (slotId: string) =>
      results
        .filter(({ place, slotIds }) => place < (placeOf.get(id) ?? 0) && slotIds.includes(slotId))
        .reduce(
          (sum, { requestId }) => sum + 1 + (requests.find((one) => one.id === requestId)?.togetherWith.length ?? 0),
          0,
        )
    return wishes.slice(0, before).map((wish) => {
      const first = slots.find((slot) => slot.id === wish)
      const run = slots.filter(
        (slot) =>
          first !== undefined &&
          slot.roomId === first.roomId &&
          slot.startsAt >= first.startsAt &&
          Date.parse(slot.endsAt) <= Date.parse(first.startsAt) + lengthMs,
      )
      if (run.length * HALF_HOUR_MS !== lengthMs) return 'not_offered'
      const isBusy = facts.some(
        ({ personId: who, busy }) =>
          people.includes(who) &&
          busy.some((span) => run.some((slot) => span.startsAt < slot.endsAt && slot.startsAt < span.endsAt)),
      )
      if (isBusy) return 'already_booked'
      const hasEnough = ({ personId: who, usedUp = [] }: DrawInput['facts'][number]) =>
        people.includes(who) &&
        usedUp.some(
          ({ roomId, startsAt, endsAt }) =>
            roomId === first?.roomId && startsAt <= first.startsAt && first.startsAt < endsAt,
        )
      if (facts.some(hasEnough)) return 'over_limit'
      return run.some((slot) => slot.capacity - taken(slot.id) < people.length) ? 'taken' : 'free'
    })
  }
}

test.each(Array.from({ length: 20 }, (_, number) => number))(
  'of draw %i each wish is told as what it came to',
  (number) => {
    const input = asTold(drawnByLot(number, { requests: 60, slots: 24 }))
    const results = holdDraw(input, sha256)
    const whatBecameOf = lost(input, results)
    for (const { requestId, reason } of results) {
      const request = input.requests.find(({ id }) => id === requestId)
      if (request === undefined || reason.code === 'first_wish') continue
      const came = whatBecameOf(request, reason.code === 'later_wish' ? reason.wish - 1 : request.wishes.length)
      const others = came.filter(
        (one) =>
          one !== 'taken' &&
          one !== (reason.code === 'already_booked' || reason.code === 'over_limit' ? reason.code : ''),
      )
      expect(came).not.toContain('free')
      if (reason.code === 'not_offered') expect(new Set(came)).toEqual(new Set(['not_offered']))
      else {
        const why = (['already_booked', 'over_limit', 'not_offered'] as const).filter((one) => others.includes(one))
        expect(reason.others, requestId).toEqual(others.length === 0 ? undefined : { wishes: others.length, why })
      }
      if (reason.code === 'full') expect(reason.wishes).toBe(came.length - others.length)
    }
    expect(drawFileOf(input, sha256).checks).toEqual({ envy: 0, wasted: 0, overfull: 0 })
  },
)
