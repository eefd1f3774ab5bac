import type { RoomRules } from '../../../../shared/contract/house/room-rules.ts'
import { MOST_SEATS } from '../../../../shared/contract/limits.ts'
import { minutesOpen } from '../../../../shared/domain/seats/slots.ts'
import { readTimeOfDay } from '../../../lib/time-typed.ts'

/** What stands in the fields of the room; times as they were typed. */
export interface RoomForm {
  seatCount: number | null
  opensAt: string
  closesAt: string
  slotMinutes: RoomRules['slotMinutes']
}

export interface RoomWish {
  seatCount: number
  opensAt: string
  closesAt: string
  slotMinutes: RoomRules['slotMinutes']
}

export type RoomFault = 'seats_out_of_range' | 'opens_unreadable' | 'closes_unreadable' | 'closes_before_it_opens'

/** Who opens in the morning and closes before it means the evening, «9 to 6». */
const NOON = '12:00'

/** It closes on the next day. */
export const isOvernight = ({ opensAt, closesAt }: Pick<RoomWish, 'opensAt' | 'closesAt'>): boolean =>
  closesAt < opensAt

/** The room meant by the fields, or what is wrong with them. */
export function readRoomForm(form: RoomForm): { ok: true; room: RoomWish } | { ok: false; fault: RoomFault } {
  const opensAt = readTimeOfDay(form.opensAt)
  const closesAt = readTimeOfDay(form.closesAt)
  const { seatCount, slotMinutes } = form
  if (seatCount === null || !Number.isInteger(seatCount) || seatCount < 1 || seatCount > MOST_SEATS)
    return { ok: false, fault: 'seats_out_of_range' }
  if (opensAt === null) return { ok: false, fault: 'opens_unreadable' }
  if (closesAt === null) return { ok: false, fault: 'closes_unreadable' }
  if (closesAt === opensAt || (isOvernight({ opensAt, closesAt }) && opensAt < NOON))
    return { ok: false, fault: 'closes_before_it_opens' }
  return { ok: true, room: { seatCount, opensAt, closesAt, slotMinutes } }
}

/** How many slots a day of the room has for one seat; a rest shorter than a slot is none. */
export function slotsInDay({ opensAt, closesAt, slotMinutes }: Omit<RoomWish, 'seatCount'>): number {
  return Math.floor(minutesOpen({ opensAt, closesAt }) / slotMinutes)
}
