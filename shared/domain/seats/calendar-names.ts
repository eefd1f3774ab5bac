import type { Id } from '../../contract/values.ts'
import { UNNAMED_ROOM } from '../house/unnamed-room.ts'
import { dateOf, timeOf } from '../wall-clock.ts'
import type { BookingThere, CalendarLanguage } from './calendar-file.ts'

/** `听线_2026-11-30_0900_3号席.ics` */
export function bookingFileName(
  { startsAt, seatNumber, purpose, timeZone, roomName: name }: BookingThere,
  language: CalendarLanguage,
): string {
  const when = `${dateOf(startsAt, timeZone)}_${timeOf(startsAt, timeZone).replace(':', '')}`
  const roomName = name ?? UNNAMED_ROOM[language]
  const there = roomName === '' ? '' : `${named(roomName)}_`
  return language === 'zh'
    ? `${purpose === 'listen' ? '听线' : '接线'}_${when}_${there}${seatNumber}号席.ics`
    : `${purpose === 'listen' ? 'listen-in' : 'answer-calls'}_${when}_${there}seat-${seatNumber}.ics`
}

/** What no system takes in a file's name, and what is not to be seen there. */
const UNFIT = /[\\/:*?"<>|\p{C}]/gu
const named = (name: string): string => name.replace(UNFIT, '_').slice(0, 60)

/** One for each person, and always the same for a folder: a calendar goes on reading it. Two people of one name may keep theirs in one folder. */
export function feedFileName(person: { readonly id: Id; readonly name: string }, namedIn: CalendarLanguage): string {
  return `${namedIn === 'zh' ? '听线席' : 'listening-seats'}_${named(person.name)}${feedFileEnd(person.id)}`
}

/** The same whatever a person is called by now. */
export const feedFileEnd = (personId: Id): string => `_${personId.slice(-4)}.ics`
