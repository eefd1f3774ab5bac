import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { dateIn } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { bookingName } from '../booking/booking-name.ts'
import { goesAlong, useBoard } from './board-store.ts'

/** What is in the hand, where its own day or room is not the one in sight; null otherwise. `day` null: the whole week. */
export function useCarryingHint(day: PlainDate | null): string | null {
  const { t } = useTranslation('seats')
  const { timeZone } = usePlace()
  const room = useRoomHere().data
  const mode = useBoard((state) => state.mode)
  if (!goesAlong(mode)) return null
  const { booking } = mode.placed
  const isOfRoom = room === undefined || room.seats.some(({ id }) => id === booking.seatId)
  if (isOfRoom && dateIn(booking.startsAt, timeZone) === day) return null
  const words = { name: booking.personName, from: bookingName(booking) }
  return day === null ? t('hint.carryingWeek', words) : t('hint.carryingOver', words)
}
