import type { Client } from '../../shared/contract/contract.ts'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import { accepted } from './outcomes.ts'
import { theRoomOf } from './rooms.ts'

/** A room in Berlin beside the first one, like it in all else. */
export async function aBerlinRoom(client: Pick<Client, 'rooms' | 'roomKeeping'>): Promise<HouseRoom> {
  const { id: likeRoomId } = await theRoomOf(client)
  const { id: roomId } = await accepted(client.roomKeeping.add({ name: '柏林室', site: '柏林', likeRoomId }))
  const told = { roomId, seenVersion: null, toldHits: null, cancel: null }
  const { room } = await accepted(client.roomKeeping.setZone({ ...told, timeZone: 'Europe/Berlin' }))
  return room
}
