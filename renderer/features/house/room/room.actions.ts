import i18next from 'i18next'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { taking } from '../../../lib/touched-fields.ts'
import type { RoomFault, RoomWish } from './room-form.ts'

/** Which field a refusal stands beside; null: none of them. */
export type RoomField = 'seats' | 'hours'

export interface RoomRefusal {
  field: RoomField | null
  words: Say
}

export const fieldOfFault = (fault: RoomFault): RoomField => (fault === 'seats_out_of_range' ? 'seats' : 'hours')

/** Keeps the room. Null: kept. */
export async function saveRoom(room: RoomWish): Promise<RoomRefusal | null> {
  const t = i18next.getFixedT(null, 'settings')
  try {
    const answer = await taking(client.room.save(room))
    if (answer.ok) return null
    if (isDoorRefusal(answer)) return { field: null, words: () => failureOf(answer).title }
    switch (answer.code) {
      case 'closes_before_it_opens':
        return { field: 'hours', words: () => t('room.fault.closes_before_it_opens') }
      case 'seats_have_bookings': {
        const numbers = () => answer.detail.seatNumbers.join(t('room.listSign'))
        return { field: 'seats', words: () => t('room.seatsHaveBookings', { numbers: numbers() }) }
      }
      default:
        return assertNever(answer)
    }
  } catch (problem) {
    return { field: null, words: () => failureOf(problem).title }
  }
}
