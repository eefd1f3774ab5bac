import i18next from 'i18next'
import type { RoomRules } from '../../../../shared/contract/house/room-rules.ts'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import { rulesBeganOn, rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateIn } from '../../../lib/formats.ts'
import { type Say, textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { taking } from '../../../lib/touched-fields.ts'
import { showRoom } from './keeping/keeping.actions.ts'
import type { RoomFault, RoomForm, RoomWish } from './room-form.ts'
import { unfitWords } from './rules/rules-words.ts'

/** Which field a refusal stands beside; null: none of them. */
export type RoomField = 'seats' | 'hours'

export interface RoomRefusal {
  field: RoomField | null
  words: Say
}

export const fieldOfFault = (fault: RoomFault): RoomField => (fault === 'seats_out_of_range' ? 'seats' : 'hours')

export type RoomSaved = { ok: true; room: HouseRoom } | { ok: false; refusal: RoomRefusal }

const today = ({ timeZone }: HouseRoom) => dateIn(instantNow(), timeZone)

/** What stands in the fields of a room: its rules of today, said as if every day were alike. */
export function formOfRoom(room: HouseRoom): RoomForm {
  const { seatCount, slotMinutes, week } = rulesOn(room.rules, today(room))
  const { opensAt, closesAt } = week.find((hours) => hours !== null) ?? { opensAt: '', closesAt: '' }
  return { seatCount, opensAt, closesAt, slotMinutes }
}

/** Keeps the room: as it was from the first day, where nobody has booked in it yet, and else from today on. */
export async function saveRoom(room: HouseRoom, { opensAt, closesAt, ...wish }: RoomWish): Promise<RoomSaved> {
  const before = rulesOn(room.rules, today(room))
  const week = before.week.map(() => ({ opensAt, closesAt }))
  return keepRules(room, rulesBeganOn(room.rules, today(room)), { ...before, ...wish, week, seatWeeks: [] })
}

async function keepRules(room: HouseRoom, validFrom: string, rules: RoomRules): Promise<RoomSaved> {
  const t = i18next.getFixedT(null, 'settings')
  const told = { toldHits: null, cancel: null, seenVersion: room.version }
  const answer = await taking(client.rooms.saveRules({ roomId: room.id, validFrom, rules, ...told }))
  if (answer.ok) {
    showRoom(answer.value.room)
    return { ok: true, room: answer.value.room }
  }
  if (isDoorRefusal(answer)) return refused(null, () => failureOf(answer).title)
  switch (answer.code) {
    case 'from_the_past':
      return keepRules(room, answer.detail.today, rules)
    case 'hits_bookings':
      return refused(null, () =>
        answer.detail.count === 0 ? t('room.hitsOthers') : t('room.hitsBookings', { count: answer.detail.count }),
      )
    case 'unfit_rules':
      return refused('hours', () => unfitWords(textsOf('rooms'), answer.detail, placeNow()))
    case 'not_found':
      return refused(null, () => t('room.gone'))
    default:
      return assertNever(answer)
  }
}

export const refused = (field: RoomField | null, words: Say): RoomSaved => ({ ok: false, refusal: { field, words } })
