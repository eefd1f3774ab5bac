import type { Client } from '../../shared/contract/contract.ts'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import { dateOf } from '../../shared/domain/wall-clock.ts'

/** What of a room can be changed, each guarded, with what of the room was changed before. */
export const keptRooms = {
  'rooms.saveRules': { fields: ['slotMinutes', 'rules'] },
  'roomKeeping.describe': { fields: ['slotMinutes', 'rules'] },
  'roomKeeping.setZone': { fields: ['slotMinutes', 'rules'] },
  'roomKeeping.close': { fields: ['slotMinutes', 'rules'] },
} as const

/** Asks one of these of the room as it was read. */
export function keptRoom(
  { rooms, roomKeeping }: Client,
  call: string,
  room: HouseRoom,
  { seenVersion, now }: { seenVersion: number; now: string },
) {
  const { id: roomId, timeZone } = room
  const told = { roomId, seenVersion, toldHits: null, cancel: null }
  if (call === 'roomKeeping.describe')
    return roomKeeping.describe({ roomId, seenVersion, name: '东厅', site: '', coordinatorId: null })
  if (call === 'roomKeeping.setZone') return roomKeeping.setZone({ ...told, timeZone: 'Asia/Tokyo' })
  if (call === 'roomKeeping.close') return roomKeeping.close({ ...told, from: null })
  return rooms.saveRules({ ...told, validFrom: dateOf(now, timeZone), rules: room.rules[0]?.rules ?? null })
}
