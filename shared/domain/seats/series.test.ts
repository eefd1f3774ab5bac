import { describe, expect, test } from 'vitest'
import { lottery } from '../../../test/builders/lottery.ts'
import type { RoomRules } from '../../contract/house/room-rules.ts'
import { addMs, msOf } from '../instants.ts'
import { dateOf, daysAfter, instantAt, timeOf, weekdayOf } from '../wall-clock.ts'
import { type FitFacts, fitsBy, type Held } from './misfit.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from './room-rules.ts'
import { datesOf, movedAlike, onDates, planSeries } from './series.ts'
import { overlaps } from './slots.ts'
import { timetableOf } from './timetable.ts'

const zone = 'Asia/Shanghai'
/** A Friday. */
const FIRST = '2026-09-18'
const at = (time: string, date = FIRST) => instantAt(date, time, zone)
const rhythm = { weekdays: [5], everyWeeks: 1 as const, until: '2026-10-09' }
const wish = { seatId: 'seat-1', startsAt: at('10:00'), endsAt: at('11:00') }

function factsWith(
  change: Partial<RoomRules> = {},
  held: readonly Held[] = [],
  counted: FitFacts['counted'] = [],
): FitFacts {
  const rules = { ...everyDayRules({ opensAt: '09:00', closesAt: '21:00', slotMinutes: 30 }, 3), ...change }
  return {
    now: at('09:00'),
    timetable: timetableOf({ timeZone: zone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules }] }),
    seats: [1, 2, 3].map((number) => ({ id: `seat-${number}`, number })),
    ...{ held, counted, drawn: [], offered: [], personIds: ['wang'] },
  }
}
const aHeld = (seat: number, from: string, to: string, date: string, personId = 'li'): Held => ({
  ...{ seatId: `seat-${seat}`, seatNumber: seat, startsAt: at(from, date), endsAt: at(to, date) },
  ...{ personId, personName: personId, companionId: null, companionName: null },
})
const planned = (facts: FitFacts, dates = datesOf(FIRST, rhythm, 60)) => planSeries(facts, wish, dates, zone)

test('of a series over midnight, in a room that never closes, another seat is found at the same time', () => {
  const week = Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' })) as RoomRules['week']
  const night = { seatId: 'seat-1', startsAt: at('23:30'), endsAt: at('00:30', daysAfter(FIRST, 1)) }
  const [day] = planSeries(factsWith({ week }, [aHeld(1, '23:00', '24:00', FIRST)]), night, [FIRST], zone)
  expect(day?.misfit?.code).toBe('seat_taken')
  expect(day?.instead).toEqual({ ...night, seatId: 'seat-2', seatNumber: 2 })
})

describe('the days of a series', () => {
  test('are those weekdays of each week, every second or fourth too, the last day included, and never before the first', () => {
    expect(datesOf(FIRST, rhythm, 60)).toEqual(['2026-09-18', '2026-09-25', '2026-10-02', '2026-10-09'])
    expect(datesOf(FIRST, { weekdays: [3, 5, 1], everyWeeks: 2, until: '2026-10-05' }, 60)).toEqual([
      ...['2026-09-18', '2026-09-28', '2026-09-30', '2026-10-02'],
    ])
    expect(datesOf(FIRST, { ...rhythm, everyWeeks: 4, until: '2026-11-30' }, 60)).toEqual([
      '2026-09-18',
      '2026-10-16',
      '2026-11-13',
    ])
    expect(datesOf(FIRST, { ...rhythm, until: '2026-09-17' }, 60)).toEqual([])
    expect(datesOf(FIRST, { ...rhythm, until: '2036-09-17' }, 60)).toHaveLength(60)
  })

  test('whatever is asked for: in order, each once, of those weekdays, whole weeks apart', () => {
    const random = lottery(7)
    for (let run = 0; run < 200; run += 1) {
      const weekdays = Array.from({ length: 1 + random(7) }, () => 1 + random(7))
      const everyWeeks = ([1, 2, 4] as const)[random(3)] ?? 1
      const first = daysAfter(FIRST, random(20))
      const dates = datesOf(first, { weekdays, everyWeeks, until: daysAfter(first, random(200)) }, 60)
      expect([...new Set(dates)].sort()).toEqual(dates)
      for (const date of dates) {
        expect(weekdays).toContain(weekdayOf(date))
        const monday = (day: string) => Date.parse(daysAfter(day, 1 - weekdayOf(day))) / 604_800_000
        expect((monday(date) - monday(first)) % everyWeeks).toBe(0)
      }
    }
  })

  test('begin and end by the clock on the wall, also where clocks change, and over midnight', () => {
    const berlin = 'Europe/Berlin'
    const late = {
      seatId: 's',
      startsAt: instantAt('2026-10-17', '22:00', berlin),
      endsAt: instantAt('2026-10-18', '00:30', berlin),
    }
    for (const { startsAt, endsAt } of onDates(late, berlin, ['2026-10-24', '2026-10-31']))
      expect([timeOf(startsAt, berlin), timeOf(endsAt, berlin)]).toEqual(['22:00', '00:30'])
  })
})

describe('a preview', () => {
  test('says of each day whether it fits, and if not why, with the nearest that does', () => {
    const closed = {
      kind: 'closed',
      from: '2026-10-02',
      to: '2026-10-02',
      name: { zh: '国庆', en: 'National Day' },
      seatNumbers: null,
    } as const
    const facts = factsWith({ days: [closed], aheadDays: 14 }, [aHeld(1, '10:30', '12:00', '2026-09-25')])
    expect(planned(facts)).toMatchObject([
      { date: '2026-09-18', misfit: null, instead: null },
      {
        date: '2026-09-25',
        misfit: {
          code: 'seat_taken',
          detail: { personName: 'li', startsAt: at('10:30', '2026-09-25'), bufferMinutes: 0 },
        },
        instead: { seatNumber: 2, startsAt: at('10:00', '2026-09-25') },
      },
      {
        date: '2026-10-02',
        misfit: { code: 'closed_day' },
        instead: { seatNumber: 1, startsAt: at('10:00', '2026-10-01') },
      },
      { date: '2026-10-09', misfit: { code: 'too_far_ahead', detail: { lastDate: '2026-10-02' } }, instead: null },
    ])
  })

  test('somebody who is elsewhere is offered the nearest other time', () => {
    const facts = factsWith({}, [aHeld(3, '10:30', '11:30', FIRST, 'wang')])
    expect(planned(facts)[0]).toMatchObject({
      misfit: { code: 'person_taken', detail: { personName: 'wang', seatNumber: 3 } },
      instead: { seatNumber: 1, startsAt: at('09:30') },
    })
  })

  test('each day that fits counts for the limit of the next ones', () => {
    const facts = factsWith({ limits: [{ count: 2, per: 'month' }] })
    expect(planned(facts).map(({ misfit }) => misfit?.code ?? 'fits')).toEqual(['fits', 'fits', 'fits', 'fits'])
    const daily = datesOf(FIRST, { weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, until: '2026-09-23' }, 60)
    expect(planned(facts, daily).map(({ misfit }) => misfit?.code ?? 'fits')).toEqual([
      'fits',
      'fits',
      'over_limit',
      'over_limit',
    ])
  })

  test('the time left free beside a booking is asked too', () => {
    const facts = factsWith({ bufferMinutes: 30 }, [aHeld(1, '11:00', '12:00', FIRST)])
    expect(planned(facts)[0]?.misfit).toMatchObject({ code: 'seat_taken', detail: { bufferMinutes: 30 } })
  })

  test('whatever is booked: what fits can be laid down together, what does not is in the way, and what is offered fits', () => {
    const random = lottery(11)
    for (let run = 0; run < 60; run += 1) {
      const held = Array.from({ length: random(40) }, () => {
        const from = addMs(at('09:00', daysAfter(FIRST, random(22))), random(22) * 1_800_000)
        const seat = 1 + random(3)
        return {
          ...aHeld(seat, '09:00', '10:00', FIRST, ['wang', 'li', 'zhao'][random(3)]),
          ...{ startsAt: from, endsAt: addMs(from, (1 + random(4)) * 1_800_000) },
        }
      })
      const facts = factsWith({}, held)
      const days = planned(facts)
      expect(
        planned({ ...facts, held: held.toReversed() }).map(({ misfit, instead }) => [misfit?.code, instead]),
      ).toEqual(days.map(({ misfit, instead }) => [misfit?.code, instead]))
      const fits = fitsBy(facts)
      for (const { place, misfit, instead } of days) {
        const isInTheWay = held.some(
          (other) => overlaps(other, place) && (other.seatId === place.seatId || other.personId === 'wang'),
        )
        expect(misfit !== null).toBe(isInTheWay)
        if (misfit === null) expect(instead).toBe(null)
        if (instead !== null) {
          expect(fits.misfitOf(instead)).toBe(null)
          expect(msOf(instead.endsAt) - msOf(instead.startsAt)).toBe(3_600_000)
        }
      }
    }
  })
})

test('a series moves as one of it does: the same seat, as many days on, the same times', () => {
  const alike = movedAlike(
    wish,
    { seatId: 'seat-2', startsAt: at('14:00', '2026-09-19'), endsAt: at('15:30', '2026-09-19') },
    zone,
  )
  const next = { seatId: 'seat-1', startsAt: at('10:00', '2026-09-25'), endsAt: at('11:00', '2026-09-25') }
  expect(alike(next)).toEqual({
    seatId: 'seat-2',
    startsAt: at('14:00', '2026-09-26'),
    endsAt: at('15:30', '2026-09-26'),
  })
  expect(dateOf(alike(wish).startsAt, zone)).toBe('2026-09-19')
})
