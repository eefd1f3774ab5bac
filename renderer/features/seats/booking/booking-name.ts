import i18next from 'i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { dateIn, dayName } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { placeName } from './refusal-words.ts'

type NamedPlace = Pick<Booking, 'seatId' | 'seatNumber' | 'startsAt' | 'endsAt'>

/**
 * «3号席 10:00–11:00», with its date in front unless it is today, and with its room where there are several. `beside`: the place that it is named beside;
 * next to another day, today is told as well, or it would be taken for that day.
 */
export function bookingName(booking: NamedPlace, beside: NamedPlace = booking): string {
  const { place, named } = seatRoomNow(booking)
  const date = dateIn(booking.startsAt, place.timeZone)
  const name = named(placeName(i18next.getFixedT(null, 'seats'), booking, place))
  const isTodayBoth = [date, dateIn(beside.startsAt, place.timeZone)].every((each) => each === todayIn(place))
  return isTodayBoth ? name : `${dayName(date, place)} ${name}`
}
