import type { Client } from '../../shared/contract/contract.ts'
import type { Id } from '../../shared/contract/values.ts'

/** What of a room can be changed beside its rules, each guarded, with what of the room was changed before. */
export const keptRooms = {
  'roomKeeping.describe': { fields: ['slotMinutes'] },
  'roomKeeping.setZone': { fields: ['slotMinutes'] },
  'roomKeeping.close': { fields: ['slotMinutes'] },
} as const

/** Asks one of these; null: it is another call. */
export function keptRoom({ roomKeeping }: Client, call: string, seen: { roomId: Id; seenVersion: number }) {
  const told = { ...seen, toldHits: null, cancel: null }
  if (call === 'roomKeeping.describe')
    return roomKeeping.describe({ ...seen, name: '东厅', site: '', coordinatorId: null })
  if (call === 'roomKeeping.setZone') return roomKeeping.setZone({ ...told, timeZone: 'Asia/Tokyo' })
  return call === 'roomKeeping.close' ? roomKeeping.close({ ...told, from: null }) : null
}
