import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../../../shared/domain/seats/room-rules.ts'
import type { Ask } from '../demo-asker.ts'
import { hoursAround } from '../demo-room.ts'

/** Sixty seats in three call centres. */
const ROOMS = [
  { name: '亦庄大厅', site: '北京', seatCount: 26 },
  { name: '宿迁中心', site: '宿迁', seatCount: 20 },
  { name: '成都中心', site: '成都', seatCount: 14 },
] as const

/** The rooms as they have always been. */
export async function layCompanyRooms(ask: Ask, startsMs: number): Promise<HouseRoom[]> {
  const [first] = await ask('rooms', 'list', {})
  if (first === undefined) throw new Error('demo: no room')
  const rooms: HouseRoom[] = []
  for (const [at, { name, site, seatCount }] of ROOMS.entries()) {
    const { id } =
      at === 0
        ? await ask('roomKeeping', 'describe', { roomId: first.id, seenVersion: null, name, site, coordinatorId: null })
        : await ask('roomKeeping', 'add', { name, site, likeRoomId: first.id })
    const { room } = await ask('rooms', 'saveRules', {
      ...{ roomId: id, seenVersion: null, validFrom: FROM_THE_FIRST_DAY, toldHits: null, cancel: null },
      rules: everyDayRules({ ...hoursAround(startsMs), slotMinutes: 30 }, seatCount),
    })
    rooms.push(room)
  }
  return rooms
}
