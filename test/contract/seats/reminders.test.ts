import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { remindersService } from '../../../electron/services/seats/reminders.ts'
import { type ReminderKind, reminderKinds } from '../../../shared/contract/house/reminder-kinds.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let [wang, li] = ['', '']
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

const QUARTER_MS = 15 * 60_000
/** By the clock in Shanghai; Friday unless told. */
const at = (time: string, date?: string) => house.clock.set(shanghai(time, date))
/** Of a console that starts anew with each question: whom it told stands on the disk. */
const afresh = () => remindersService(house.parts)
const due = async (personId: string | null = wang) =>
  (await accepted(afresh().due({}, { personId }))).map(({ id, kind }) => `${id} ${kind}`)
const told = async (bookingId: string, kind: ReminderKind, personId = wang) =>
  (await accepted(afresh().told({ bookingId, kind }, { personId }))).isFirst
/** What a console that looks at every full quarter of an hour says until then, with when. */
async function heardUntil(time: string, date: string) {
  const heard: string[] = []
  const toNextQuarter = () => QUARTER_MS - (Date.parse(house.clock.now()) % QUARTER_MS)
  for (; house.clock.now() <= shanghai(time, date); house.clock.advance(toNextQuarter()))
    for (const { id, kind } of await accepted(afresh().due({}, { personId: wang }))) {
      await told(id, kind)
      heard.push(`${kind} ${new Date(Date.parse(house.clock.now()) + 8 * 3_600_000).toISOString().slice(5, 16)}`)
    }
  return heard
}

test('a seat is told the day before, 30 and 15 minutes before it begins, each once, to whoever listens or sits beside', async () => {
  const zhao = await house.aPerson('赵云')
  const mine = await house.aBooking({ person: wang, companion: li, from: '10:00', to: '11:00', date: '2026-09-19' })
  at('09:59')
  expect(await due()).toEqual([])
  at('10:00')
  expect([await due(null), await due(zhao)]).toEqual([[], []])
  expect(await due(li)).toEqual([`${mine.id} day`])
  // Two windows that both saw it: one tells.
  expect([await told(mine.id, 'day'), await told(mine.id, 'day')]).toEqual([true, false])
  expect([await due(li), await due()]).toEqual([[`${mine.id} day`], []])
  expect(await heardUntil('11:00', '2026-09-19')).toEqual(['half_hour 09-19T09:30', 'quarter 09-19T09:45'])
  for (const asker of [nobody, { personId: wang }]) {
    const bookingId = asker === nobody ? mine.id : wang
    expect(await refused(afresh().told({ bookingId, kind: 'day' }, asker))).toMatchObject({ code: 'not_found' })
  }
})

test('of two who share a desk each is told once, whoever of them sat there first, and after sleep and a clock set back', async () => {
  const mine = await house.aBooking({ person: wang, companion: li, from: '10:00', to: '11:00', date: '2026-09-19' })
  at('10:00')
  expect([await told(mine.id, 'day'), await due(), await due(li)]).toEqual([true, [], [`${mine.id} day`]])
  expect([await told(mine.id, 'day', li), await told(mine.id, 'day', li), await due(li)]).toEqual([true, false, []])
  at('09:50', '2026-09-19')
  expect([await due(), await due(li)]).toEqual([[`${mine.id} quarter`], [`${mine.id} quarter`]])
  await told(mine.id, 'quarter', li)
  house.clock.step(-20 * 60_000)
  expect([await due(), await due(li)]).toEqual([[`${mine.id} half_hour`], []])
})

test('what was told to one of two records of a person is not told to the other', async () => {
  const twin = await house.aPerson('王敏')
  const mine = await house.aBooking({ person: twin, from: '10:00', to: '11:00', date: '2026-09-19' })
  at('10:00')
  await told(mine.id, 'day', twin)
  const merge = { keptId: wang, goneId: twin, seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge(merge, nobody))
  expect(await due()).toEqual([])
})

test('whoever sleeps, starts anew or sets the clock back is told once: the latest that is due, and no earlier one after it', async () => {
  const mine = await house.aBooking({ person: wang, from: '10:00', to: '11:00', date: '2026-09-19' })
  at('09:50', '2026-09-19')
  expect(await due()).toEqual([`${mine.id} quarter`])
  await told(mine.id, 'quarter')
  for (const [time, date] of [
    ['09:55', '2026-09-19'],
    ['09:40', '2026-09-19'],
    ['12:00', '2026-09-18'],
  ] as const) {
    house.clock.step(Date.parse(shanghai(time, date)) - Date.parse(house.clock.now()))
    expect(await due()).toEqual([])
  }
  expect(await heardUntil('11:00', '2026-09-19')).toEqual([])
})

test('nobody is told in quiet hours: what falls there comes before them, the day before in its morning, and what was missed afterwards', async () => {
  await house.newRules({ week: Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' })) })
  const early = { person: wang, from: '02:00', to: '03:00', date: '2026-09-20' }
  await house.aBooking(early)
  expect(await heardUntil('02:00', '2026-09-20')).toEqual(['day 09-19T08:00', 'quarter 09-19T20:45'])
  await house.aBooking({ ...early, from: '22:00', to: '23:00', date: '2026-09-21' })
  expect(await heardUntil('22:00', '2026-09-21')).toEqual(['day 09-20T20:45', 'quarter 09-21T20:45'])
  const morning = await house.aBooking({ ...early, from: '08:10', to: '09:00', date: '2026-09-22' }).catch(() => null)
  expect(morning).toBeNull()
  const half = await house.aBooking({ ...early, from: '08:30', to: '09:00', date: '2026-09-22' })
  // Off from before the night until after it.
  at('07:59', '2026-09-22')
  expect(await due()).toEqual([])
  at('08:00', '2026-09-22')
  expect(await due()).toEqual([`${half.id} half_hour`])
})

test('a seat moved to another time or seat is told again; one that began, was cancelled or is taken is not', async () => {
  const booking = await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
  at('09:50')
  await told(booking.id, 'quarter')
  await accepted(house.move(booking.id, { seat: 2, from: '10:00', to: '11:00' }))
  expect(await due()).toEqual([`${booking.id} quarter`])
  expect([await told(booking.id, 'quarter'), await due()]).toEqual([true, []])
  await accepted(house.move(booking.id, { seat: 1, from: '11:00', to: '12:00' }))
  expect(await heardUntil('10:59', '2026-09-18')).toEqual([
    'day 09-18T09:50',
    'half_hour 09-18T10:30',
    'quarter 09-18T10:45',
  ])
  const [gone, taken, begun] = [
    await house.aBooking({ person: wang, from: '13:00', to: '14:00' }),
    await house.aBooking({ person: wang, from: '14:00', to: '15:00' }),
    await house.aBooking({ person: wang, from: '15:00', to: '16:00' }),
  ]
  for (const { id } of [gone, taken, begun]) await told(id, 'day')
  await accepted(house.cancel(gone.id))
  at('12:50')
  expect(await due()).toEqual([])
  at('13:50')
  await accepted(house.bookings.checkIn({ bookingId: taken.id }, nobody))
  expect(await due()).toEqual([])
  at('15:00')
  expect(await due()).toEqual([])
})

test('only what is switched on is told', async () => {
  await house.aBooking({ person: wang, from: '10:00', to: '11:00', date: '2026-09-19' })
  house.parts.settings.save({ reminders: ['half_hour'] })
  expect(await heardUntil('10:30', '2026-09-19')).toEqual(['half_hour 09-19T09:30'])
  house.parts.settings.save({ reminders: [...reminderKinds] })
})

test('who has just taken a seat for themselves is not told of it at once; whoever others booked for is', async () => {
  const { clock } = house.parts
  const inTime = { newId: () => v7({ msecs: Date.parse(clock.now()) }) }
  const newId = clock.newId
  Object.assign(clock, inTime)
  at('12:00')
  const wish = { purpose: 'listen' as const, companionId: null, personId: wang, seatId: house.seat(1) }
  const times = { startsAt: shanghai('10:00', '2026-09-19'), endsAt: shanghai('11:00', '2026-09-19') }
  await accepted(house.bookings.reserve({ ...wish, ...times }, { personId: wang }))
  expect(await due()).toEqual([])
  const later = { startsAt: shanghai('11:00', '2026-09-19'), endsAt: shanghai('12:00', '2026-09-19') }
  await accepted(house.bookings.reserve({ ...wish, ...later }, { personId: li, role: 'trusted' }))
  expect(await heardUntil('10:00', '2026-09-19')).toEqual([
    'day 09-18T12:00',
    'half_hour 09-19T09:30',
    'quarter 09-19T09:45',
  ])
  Object.assign(clock, { newId })
})
