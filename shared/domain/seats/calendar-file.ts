import type { InRoom, KeptBooking } from '../../contract/seats/bookings.ts'
import type { Id } from '../../contract/values.ts'
import { UNNAMED_ROOM } from '../house/unnamed-room.ts'
import { icsFile, icsText, icsUtc } from '../ics-text.ts'
import type { Instant } from '../instants.ts'
import { icsTime, icsZone } from './calendar-zone.ts'

export type CalendarLanguage = 'zh' | 'en'

export interface CalendarFacts {
  readonly language: CalendarLanguage
  readonly now: Instant
  /** Of whom all are that are in it. */
  readonly of?: Id
}

/** A booking with the clock of its room, and the name by which one finds it. */
export type BookingThere = KeptBooking & InRoom

/** Stands in every file of ours, so that none of anybody else's is written over. */
export const SEATS_PRODID = 'PRODID:-//Earshot//Seats//EN'

/** Whose feed a file is, however it is named. */
export const ownerLine = (personId: Id): string => `X-EARSHOT-PERSON:${personId}`

/** By which a calendar knows a booking again. */
export const bookingLine = (bookingId: Id): string => `UID:${bookingId}@seats.earshot`

/** Words of the file: whoever opens it has no Earshot at hand. */
const words = {
  zh: {
    listen: '听线',
    answer: '接线',
    seat: (seat: number, room: string) => `${room}${room === '' ? '' : ' '}${seat}号席`,
    with: (name: string) => `和${name}一起`,
    day: '明天：',
    soon: '30 分钟后：',
    calendar: '听线席',
  },
  en: {
    listen: 'Listen in',
    answer: 'Answer calls',
    seat: (seat: number, room: string) => `${room}${room === '' ? '' : ', '}Seat ${seat}`,
    with: (name: string) => `With ${name}`,
    day: 'Tomorrow: ',
    soon: 'In 30 minutes: ',
    calendar: 'Listening seats',
  },
} as const

/**
 * Bookings as a calendar (RFC 5545), with nothing in it of what is heard. A booking keeps its UID, and counts its changes: a calendar
 * that has it moves it, or strikes it out, and never has it twice.
 */
export function bookingsCalendar(bookings: readonly BookingThere[], facts: CalendarFacts): string {
  const inOrder = [...bookings].sort(
    (left, right) => compare(left.startsAt, right.startsAt) || compare(left.id, right.id),
  )
  return icsFile([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', SEATS_PRODID, 'CALSCALE:GREGORIAN'],
    ...(facts.of === undefined ? [] : [ownerLine(facts.of)]),
    `X-WR-CALNAME:${icsText(words[facts.language].calendar)}`,
    ...zonesOf(inOrder),
    ...inOrder.flatMap((booking) => eventOf(booking, facts)),
    'END:VCALENDAR',
  ])
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Each by itself, from its first booking to its last. */
function zonesOf(inOrder: readonly BookingThere[]): string[] {
  const byZone = [...Map.groupBy(inOrder, ({ timeZone }) => timeZone)].sort(([one], [other]) => compare(one, other))
  return byZone.flatMap(([timeZone, there]) => {
    const startsAt = there[0]?.startsAt ?? ''
    const endsAt = there.reduce((last, { endsAt }) => (endsAt > last ? endsAt : last), startsAt)
    return icsZone({ startsAt, endsAt }, timeZone)
  })
}

function eventOf(booking: BookingThere, { language, now }: CalendarFacts): string[] {
  const { timeZone } = booking
  const say = words[language]
  const seat = say.seat(booking.seatNumber, booking.roomName ?? UNNAMED_ROOM[language])
  const summary = `${say[booking.purpose]} · ${seat}`
  const isToCome = booking.state === 'booked'
  return [
    'BEGIN:VEVENT',
    bookingLine(booking.id),
    `DTSTAMP:${icsUtc(now)}`,
    `DTSTART${icsTime(booking.startsAt, timeZone)}`,
    `DTEND${icsTime(booking.endsAt, timeZone)}`,
    `SEQUENCE:${booking.version}`,
    `STATUS:${booking.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${icsText(summary)}`,
    `LOCATION:${icsText(seat)}`,
    `DESCRIPTION:${icsText(peopleIn(booking, language))}`,
    // Nobody is reminded of what is over, or struck out.
    ...(isToCome ? [...alarm('-P1D', `${say.day}${summary}`), ...alarm('-PT30M', `${say.soon}${summary}`)] : []),
    'END:VEVENT',
  ]
}

const peopleIn = ({ personName, companionName }: KeptBooking, language: CalendarLanguage): string =>
  companionName === null ? personName : `${personName}\n${words[language].with(companionName)}`

const alarm = (trigger: string, said: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:${trigger}`,
  `DESCRIPTION:${icsText(said)}`,
  'END:VALARM',
]
