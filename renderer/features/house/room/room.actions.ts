import i18next from 'i18next'
import type { Room } from '../../../../shared/contract/house/room.ts'
import type { Stale, Version } from '../../../../shared/contract/versions.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { taking } from '../../../lib/touched-fields.ts'
import { plainRoom } from './room.queries.ts'
import type { RoomFault, RoomWish } from './room-form.ts'

/** Which field a refusal stands beside; null: none of them. */
export type RoomField = 'seats' | 'hours'

export interface RoomRefusal {
  field: RoomField | null
  words: Say
}

export const fieldOfFault = (fault: RoomFault): RoomField => (fault === 'seats_out_of_range' ? 'seats' : 'hours')

export type RoomSaved = { ok: true; room: Room } | { ok: false; refusal: RoomRefusal }

/** Keeps the room, changed from the version that was seen; null: whatever it is, for nobody has a room yet. A form with words for it takes `onStale`. */
export async function saveRoom(
  seenVersion: Version | null,
  room: RoomWish,
  onStale?: (stale: Stale) => void,
): Promise<RoomSaved> {
  const t = i18next.getFixedT(null, 'settings')
  const answer = await taking(client.room.save({ seenVersion, ...room }))
  if (answer.ok) {
    queryClient.setQueryData(plainRoom.queryKey, answer.value)
    return { ok: true, room: answer.value }
  }
  if (answer.code === 'stale' && onStale !== undefined) {
    onStale(answer.detail as Stale)
    return refused(null, () => t('room.notKept'))
  }
  if (isDoorRefusal(answer)) return refused(null, () => failureOf(answer).title)
  switch (answer.code) {
    case 'closes_before_it_opens':
      return refused('hours', () => t('room.fault.closes_before_it_opens'))
    case 'seats_have_bookings': {
      const numbers = () => answer.detail.seatNumbers.join(t('listSign'))
      return refused('seats', () => t('room.seatsHaveBookings', { numbers: numbers() }))
    }
    default:
      return assertNever(answer)
  }
}

export const refused = (field: RoomField | null, words: Say): RoomSaved => ({ ok: false, refusal: { field, words } })
