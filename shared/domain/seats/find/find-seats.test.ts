import { expect, test } from 'vitest'
import { lottery } from '../../../../test/builders/lottery.ts'
import type { RoomDays } from '../../../contract/house/room-rules.ts'
import { addMs, msOf } from '../../instants.ts'
import { dateOf, daysAfter, instantAt, timeOf } from '../../wall-clock.ts'
import { type FitFacts, fitsBy, type Held } from '../misfit.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../room-rules.ts'
import { overlaps } from '../slots.ts'
import { timetableOf } from '../timetable.ts'
import { findSeats, foundTogether } from './find-seats.ts'

const zone = 'Asia/Shanghai'
const DAY = '2026-09-23'
const at = (time: string, date = DAY) => instantAt(date, time, zone)
const rules = everyDayRules({ opensAt: '09:00', closesAt: '13:00', slotMinutes: 30 }, 4)

const held = (seat: number, from: string, to: string, personId = 'li'): Held => ({
  ...{ seatId: `seat-${seat}`, seatNumber: seat, startsAt: at(from), endsAt: at(to) },
  ...{ personId, personName: personId, companionId: null, companionName: null },
})
const fitsOf = (taken: readonly Held[], personIds: readonly string[] = [], ruled = rules) =>
  fitsBy({
    ...{ now: at('08:00', '2026-09-18'), held: taken, personIds, counted: [], drawn: [], offered: [] },
    timetable: timetableOf({ timeZone: zone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules: ruled }] }),
    seats: [1, 2, 3, 4].map((number) => ({ id: `seat-${number}`, number })),
  } satisfies FitFacts)
const days = { dates: [DAY], nearDates: [daysAfter(DAY, 1)], timeZone: zone }
const morning = {
  times: { from: 600, to: 660, isExact: true },
  lengthMinutes: 60,
  people: 1,
  seatNumber: null,
} as const
const short = (found: ReturnType<typeof findSeats>['fits']) =>
  found.map(({ places, differs }) => [
    places.map(({ seatNumber, startsAt }) => `${seatNumber} ${timeOf(startsAt, zone)}`).join(' '),
    ...differs,
  ])

test('what fits comes first; where it does not, the least different does', () => {
  expect(short(findSeats(fitsOf([held(1, '10:00', '11:00')]), morning, days).fits)).toEqual([['2 10:00']])
  const full = [1, 2, 3, 4].map((seat) => held(seat, '10:00', '10:30'))
  const { fits, near } = findSeats(fitsOf(full), morning, days)
  expect(fits).toEqual([])
  expect(short(near).slice(0, 2)).toEqual([
    ['1 10:30', { kind: 'later', minutes: 30 }],
    ['1 09:00', { kind: 'earlier', minutes: 60 }],
  ])
})

test('in a room that never closes an hour goes on over midnight', () => {
  const always = everyDayRules({ opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }, 4)
  const late = { ...morning, times: { from: 1_410, to: 1_470, isExact: true } }
  expect(short(findSeats(fitsOf([], [], always), late, days).fits)).toEqual([['1 23:30']])
  const { places } = findSeats(fitsOf([], [], always), late, days).fits[0] ?? { places: [] }
  expect(places.map(({ endsAt }) => endsAt)).toEqual([at('00:30', daysAfter(DAY, 1))])
})

test('two sit side by side, else apart, else one sits beside the other', () => {
  const two = { ...morning, people: 2 } as const
  expect(short(findSeats(fitsOf([held(1, '10:00', '11:00')]), two, days).fits)).toEqual([['2 10:00 3 10:00']])
  const apart = [held(2, '10:00', '11:00'), held(3, '10:00', '11:00')]
  expect(short(findSeats(fitsOf(apart), two, days).near)[0]).toEqual(['1 10:00 4 10:00', { kind: 'apart', between: 2 }])
  const one = [...apart, held(1, '10:00', '11:00')]
  expect(short(findSeats(fitsOf(one), two, days).near)).toContainEqual(['4 10:00', { kind: 'beside' }])
})

test('the seat that was named, else another; and nobody is put where they are not free', () => {
  expect(short(findSeats(fitsOf([]), { ...morning, seatNumber: 3 }, days).fits)).toEqual([['3 10:00']])
  expect(short(findSeats(fitsOf([held(3, '10:00', '11:00')]), { ...morning, seatNumber: 3 }, days).near)[0]).toEqual([
    ...['1 10:00', { kind: 'seat' }],
  ])
  expect(short(findSeats(fitsOf([held(3, '10:00', '11:00', 'wang')], ['wang']), morning, days).fits)).toEqual([])
})

test('how many others are free leaves out seats that are closed then, and seats of peak days alone', () => {
  const name = { zh: '', en: '' }
  const seats = [1, 2, 3, 4, 5].map((number) => ({ id: `seat-${number}`, number }))
  const isClosed = { kind: 'closed', from: DAY, to: DAY, seatNumbers: [3], name } satisfies RoomDays
  const isPeak = { kind: 'peak', from: '2026-11-11', to: '2026-11-11', seatCount: 5, name } satisfies RoomDays
  const versions = [{ validFrom: FROM_THE_FIRST_DAY, rules: { ...rules, days: [isClosed, isPeak] } }]
  const facts = {
    ...fitsOf([held(1, '10:00', '11:00')]).facts,
    seats,
    timetable: timetableOf({ timeZone: zone, versions }),
  }
  expect(findSeats(fitsBy(facts), morning, days).fits.map(({ othersFree }) => othersFree)).toEqual([1])
})

test('half of what can be had whole is not told as what nearly fits', () => {
  const { fits, near } = findSeats(fitsOf([]), { ...morning, times: { from: 540, to: 660, isExact: false } }, days)
  expect(short(fits)).toEqual([['1 09:00'], ['1 10:00'], ['1 09:30']])
  // From 12:30 on there is no whole one.
  const isShorter = { kind: 'shorter', minutes: 30 }
  expect(short(near.filter(({ differs }) => differs.some(({ kind }) => kind === 'shorter')))).toEqual([
    ['1 12:30', isShorter, { kind: 'later', minutes: 120 }],
  ])
})

test('half of it for two, side by side, is told where the whole is for one of them', () => {
  const two = { ...morning, times: { from: 600, to: 720, isExact: true }, lengthMinutes: 120, people: 2 } as const
  const taken = [2, 3, 4].map((seat) => held(seat, '11:00', '12:00'))
  const { near } = findSeats(fitsOf(taken), two, days)
  expect(short(near)).toContainEqual(['1 10:00', { kind: 'beside' }])
  expect(short(near)).toContainEqual(['1 10:00 2 10:00', { kind: 'shorter', minutes: 60 }])
})

test('half of it on the seat that was named is told where the whole is on another', () => {
  const third = { ...morning, times: { from: 600, to: 720, isExact: true }, lengthMinutes: 120, seatNumber: 3 } as const
  const { near } = findSeats(fitsOf([held(3, '11:00', '13:00')]), third, days)
  expect(short(near)).toContainEqual(['1 10:00', { kind: 'seat' }])
  expect(short(near)).toContainEqual(['3 10:00', { kind: 'shorter', minutes: 60 }])
})

test('of a seat that was named what is nearest is told, however many others are less different', () => {
  const three = { ...morning, seatNumber: 3 } as const
  const taken = held(3, '09:00', '12:00')
  const rows = short(findSeats(fitsOf([taken]), three, { ...days, nearDates: [] }).near)
  expect(rows).toHaveLength(5)
  expect(rows[0]).toEqual(['1 10:00', { kind: 'seat' }])
  expect(rows).toContainEqual(['3 12:00', { kind: 'later', minutes: 120 }])
  // So it is where its next free hour lies beyond what anybody would take for the same time.
  const early = { ...three, times: { from: 540, to: 600, isExact: true } }
  const far = short(findSeats(fitsOf([taken]), early, { ...days, nearDates: [] }).near)
  expect(far).toContainEqual(['3 12:00', { kind: 'later', minutes: 180 }])
})

test('of many that fit a few from all over what was meant: by day before the night, whole hours before those in between, each day', () => {
  const night = everyDayRules({ opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }, 4)
  const open = fitsBy({
    ...{ now: at('08:00', '2026-09-18'), held: [], personIds: [], counted: [], drawn: [], offered: [] },
    timetable: timetableOf({ timeZone: zone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules: night }] }),
    seats: [1, 2, 3, 4].map((number) => ({ id: `seat-${number}`, number })),
  })
  const starts = (wish: Parameters<typeof findSeats>[1], dates: string[]) => {
    const found = findSeats(open, wish, { ...days, dates })
    return foundTogether([{ found, isElsewhere: false }]).fits.map(({ places: [first] }) =>
      first === undefined ? '' : `${dateOf(first.startsAt, zone).slice(8)} ${timeOf(first.startsAt, zone)}`,
    )
  }
  const early = { ...morning, times: { from: 360, to: 720, isExact: false } }
  expect(starts(early, [DAY])).toEqual(
    ['06:00', '07:00', '08:00', '09:00', '09:30', '10:00', '10:30', '11:00'].map((time) => `23 ${time}`),
  )
  const week = [0, 1, 2, 3, 4, 5, 6].map((more) => daysAfter(DAY, more))
  expect(starts({ ...morning, times: null }, week)).toEqual([
    '23 09:00',
    '23 10:00',
    '24 09:00',
    '25 09:00',
    '26 09:00',
    '27 09:00',
    '28 09:00',
    '29 09:00',
  ])
})

test('what is booked does not push aside what is free beside it, nor what runs the next that begins', () => {
  const four = [DAY, ...[1, 2, 3].map((later) => daysAfter(DAY, later))]
  const taken = four.flatMap((date) =>
    [1, 2, 3, 4].flatMap((seat) => [
      { ...held(seat, '10:00', '10:30'), startsAt: at('10:00', date), endsAt: at('10:30', date) },
      { ...held(seat, '11:30', '12:00'), startsAt: at('11:30', date), endsAt: at('12:00', date) },
    ]),
  )
  const startsOn = (found: ReturnType<typeof findSeats>, date: string) =>
    found.fits
      .map(({ places: [first] }) => first?.startsAt ?? '')
      .filter((start) => dateOf(start, zone) === date)
      .map((start) => timeOf(start, zone))
  const whenever = { ...morning, times: null }
  const all = { dates: four, nearDates: [], timeZone: zone }
  expect(startsOn(findSeats(fitsOf(taken), whenever, all), DAY)).toEqual(['09:00', '10:30'])
  const now = fitsBy({ ...fitsOf([]).facts, now: at('10:10') })
  expect(startsOn(findSeats(now, whenever, all), DAY)).toEqual(['10:00', '10:30'])
})

test.each([
  ['12:40', ['23 12:30', '23 13:00']],
  ['16:10', ['23 16:00', '23 16:30']],
])('what is left of the day at %s comes before the mornings after it', (now, first) => {
  const afternoon = everyDayRules({ opensAt: '09:00', closesAt: '19:00', slotMinutes: 30 }, 4)
  const open = fitsBy({
    ...{ now: at(now), held: [], personIds: [], counted: [], drawn: [], offered: [] },
    timetable: timetableOf({ timeZone: zone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules: afternoon }] }),
    seats: [{ id: 'seat-1', number: 1 }],
  })
  const three = { ...days, dates: [0, 1, 2].map((more) => daysAfter(DAY, more)) }
  const found = findSeats(open, { ...morning, times: null }, three)
  const starts = foundTogether([{ found, isElsewhere: false }]).fits.map(
    ({ places: [place] }) => `${dateOf(place?.startsAt ?? '', zone).slice(8)} ${timeOf(place?.startsAt ?? '', zone)}`,
  )
  expect(starts.slice(0, 2)).toEqual(first)
})

test('whatever is booked: what fits is as it was wished, what nearly fits says how not, and all of it is free', () => {
  const random = lottery(17)
  for (let run = 0; run < 80; run += 1) {
    const taken = Array.from({ length: random(14) }, () => {
      const startsAt = addMs(at('09:00'), random(7) * 1_800_000)
      return {
        ...held(1 + random(4), '09:00', '10:00'),
        startsAt,
        endsAt: addMs(startsAt, (1 + random(3)) * 1_800_000),
      }
    }).map((one) => ({ ...one, seatId: `seat-${one.seatNumber}` }))
    const wish = { ...morning, people: random(2) === 0 ? 1 : 2, lengthMinutes: 30 * (1 + random(3)) } as const
    const { fits, near } = findSeats(fitsOf(taken), wish, days)
    for (const { places, differs } of [...fits, ...near]) {
      expect(new Set(places.map(({ seatId }) => seatId)).size).toBe(places.length)
      for (const place of places)
        expect(taken.some((other) => other.seatId === place.seatId && overlaps(other, place))).toBe(false)
      const [first] = places
      const isAsWished =
        first?.startsAt === at('10:00') &&
        msOf(first.endsAt) - msOf(first.startsAt) === wish.lengthMinutes * 60_000 &&
        places.length === wish.people &&
        (places.length === 1 || (places[1]?.seatNumber ?? 0) - first.seatNumber === 1)
      expect(differs.length === 0).toBe(isAsWished)
    }
  }
})
