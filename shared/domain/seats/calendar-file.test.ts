import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { KeptBooking } from '../../contract/seats/bookings.ts'
import { addMs, msOf } from '../instants.ts'
import { bookingsCalendar } from './calendar-file.ts'
import { bookingFileName } from './calendar-names.ts'

const id = (at: number) => `019ac000-0000-7000-8000-00000000000${at}`
const now = '2026-11-26T12:00:00.000Z'
const booking = (change: Partial<KeptBooking> = {}): KeptBooking => ({
  ...{ id: id(1), seatId: id(2), seatNumber: 3, personId: id(3), personName: '王敏', companionId: null },
  ...{ companionName: null, purpose: 'listen', state: 'booked', checkedInAt: null, version: 4 },
  ...{ satById: null, satByName: null, walkUpOf: null, drawnAt: null },
  ...{ bookedById: null, bookedByName: null, seriesId: null },
  ...{ startsAt: '2026-11-30T01:00:00.000Z', endsAt: '2026-11-30T02:30:00.000Z' },
  ...change,
})

const written = (bookings: readonly KeptBooking[], timeZone = 'Asia/Shanghai', language: 'zh' | 'en' = 'zh') =>
  bookingsCalendar(
    bookings.map((one) => ({ ...one, timeZone, roomName: '' })),
    { language, now },
  )

/** Read by a library of others, with the zone that stands in the file and no other. */
function read(text: string) {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone?.tzid,
      alarms: component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}

test('a reader of others finds all of a booking in it', () => {
  const { startsAt, endsAt } = booking()
  const name = 'O’Brien; Ann, «\\n»'
  expect(read(written([booking({ companionName: name })], 'Asia/Shanghai', 'en'))).toEqual([
    {
      uid: `${id(1)}@seats.earshot`,
      ...{ sequence: 4, status: 'CONFIRMED', stamp: '2026-11-26T12:00:00Z' },
      ...{ summary: 'Listen in · Seat 3', description: `王敏\nWith ${name}` },
      ...{ startsAt, endsAt, zone: 'Asia/Shanghai' },
      alarms: ['-P1D', '-PT30M'],
    },
  ])
})

test('bookings of several rooms are told by the clock and the name of each', () => {
  const there = { ...booking({ id: id(4), seatNumber: 1 }), timeZone: 'America/Los_Angeles', roomName: '洛杉矶' }
  const text = bookingsCalendar([{ ...booking(), timeZone: 'Asia/Shanghai', roomName: '总部' }, there], {
    ...{ language: 'zh', now },
  })
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261130T090000')
  expect(text).toContain('DTSTART;TZID=America/Los_Angeles:20261129T170000')
  expect(text).toContain('LOCATION:洛杉矶 1号席')
  const { startsAt, endsAt } = booking()
  expect(read(text)).toMatchObject([
    { startsAt, endsAt, zone: 'Asia/Shanghai', summary: '听线 · 总部 3号席' },
    { startsAt, endsAt, zone: 'America/Los_Angeles', summary: '听线 · 洛杉矶 1号席' },
  ])
  expect(bookingFileName(there, 'en')).toBe('listen-in_2026-11-29_1700_洛杉矶_seat-1.ics')
})

test.each([
  ['booked', 'CONFIRMED', 2],
  ['checked_in', 'CONFIRMED', 0],
  ['done', 'CONFIRMED', 0],
  ['cancelled', 'CANCELLED', 0],
] as const)('%s: %s, and %i reminders', (state, status, alarms) => {
  const [event] = read(written([booking({ state })]))
  expect([event?.status, event?.alarms.length]).toEqual([status, alarms])
})

test('moved, it is the same event with a higher number', () => {
  const [before] = read(written([booking()]))
  const [after] = read(written([booking({ version: 5, startsAt: addMs(booking().startsAt, 1_800_000) })]))
  expect(after?.uid).toBe(before?.uid)
  expect(after?.sequence).toBe(5)
})

test('it is written as it must be: CRLF, 75 octets a line, no character cut in two', () => {
  const text = written([booking({ personName: '阿布都热合曼·买买提😀'.repeat(7), companionName: 'é'.repeat(80) })])
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75)
  expect(lines.join('')).not.toContain('\ufffd')
  expect(read(text)[0]?.description).toBe(`${'阿布都热合曼·买买提😀'.repeat(7)}\n和${'é'.repeat(80)}一起`)
})

test('no bookings are a calendar, too, and always the same whatever the order', () => {
  expect(read(written([]))).toEqual([])
  const other = booking({ id: id(9), startsAt: '2026-11-29T01:00:00.000Z' })
  expect(written([booking(), other])).toBe(written([other, booking()]))
})

/** Zone, and a day on which its clocks change, or the year around one. */
describe.each([
  ['Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
  ['Europe/Berlin', '2026-03-28T23:00:00.000Z', 23],
  ['America/New_York', '2026-11-01T04:00:00.000Z', 25],
  ['Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', 25],
  ['America/Santiago', '2026-09-06T03:00:00.000Z', 24],
  ['Asia/Shanghai', '2026-10-24T16:00:00.000Z', 24],
  ['Asia/Kathmandu', '2026-10-24T18:15:00.000Z', 24],
  ['UTC', '2026-10-24T00:00:00.000Z', 24],
])('%s from %s, %i hours', (timeZone, from, hours) => {
  test('every half-hour is read back as the moment it is', () => {
    const spans = Array.from({ length: hours * 2 }, (_, at) => ({
      startsAt: addMs(from, at * 1_800_000),
      endsAt: addMs(from, (at + 1) * 1_800_000),
    }))
    // Each in a file of its own, and all in one.
    for (const files of [spans.map((span) => [span]), [spans]])
      for (const file of files) {
        const found = read(
          written(
            file.map((span, at) => booking({ ...span, id: `${id(1)}${at}` })),
            timeZone,
          ),
        )
        expect(found.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(file)
      }
  })

  test('a feed over a year is, too', () => {
    const days = Array.from({ length: 26 }, (_, at) => addMs(from, at * 14 * 86_400_000))
    const bookings = days.map((startsAt, at) =>
      booking({ startsAt, endsAt: addMs(startsAt, 5_400_000), id: `${id(1)}${at}` }),
    )
    expect(read(written(bookings, timeZone)).map(({ startsAt }) => msOf(startsAt))).toEqual(days.map(msOf))
  })
})
