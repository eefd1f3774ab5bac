import type { Booking } from '../../contract/seats/bookings.ts'
import type { Id } from '../../contract/values.ts'
import { dateOf, timeOf } from '../wall-clock.ts'
import type { CalendarLanguage } from './calendar-file.ts'

/** `听线_2026-11-30_0900_3号席.ics` */
export function bookingFileName(
  { startsAt, seatNumber, purpose }: Pick<Booking, 'startsAt' | 'seatNumber' | 'purpose'>,
  language: CalendarLanguage,
  timeZone: string,
): string {
  const when = `${dateOf(startsAt, timeZone)}_${timeOf(startsAt, timeZone).replace(':', '')}`
  return language === 'zh'
    ? `${purpose === 'listen' ? '听线' : '接线'}_${when}_${seatNumber}号席.ics`
    : `${purpose === 'listen' ? 'listen-in' : 'answer-calls'}_${when}_seat-${seatNumber}.ics`
}

/** What no system takes in a file's name, and what is not to be seen there. */
const UNFIT = /[\\/:*?"<>|\p{C}]/gu

/** One for each person, and always the same, in whatever language: a calendar goes on reading it. Two people of one name may keep theirs in one folder. */
export function feedFileName(person: { readonly id: Id; readonly name: string }): string {
  const name = person.name.replace(UNFIT, '_').slice(0, 60)
  return `听线席_${name}_${person.id.slice(-4)}.ics`
}
