import type { Client } from '../../shared/contract/contract.ts'
import type { Hours, RoomRules } from '../../shared/contract/house/room-rules.ts'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../../shared/domain/seats/room-rules.ts'
import { accepted } from './outcomes.ts'

type Rooms = Pick<Client, 'rooms'>

/** The first room of a house, which most tests have no other beside. */
export async function theRoomOf({ rooms }: Rooms): Promise<HouseRoom> {
  const [room] = await accepted(rooms.list({}))
  if (room === undefined) throw new Error('a house has a room')
  return room
}

export const seatsOf = async (client: Rooms): Promise<HouseRoom['seats']> => (await theRoomOf(client)).seats

export type AlikeDays = Hours & Pick<RoomRules, 'seatCount' | 'slotMinutes'>

/** What is asked for to have the room open from and to the same hour each day, from the first one on: nobody has booked in it yet. */
export const alikeFromTheFirstDay = (roomId: string, { seatCount, ...hours }: AlikeDays) => ({
  ...{ roomId, seenVersion: null, validFrom: FROM_THE_FIRST_DAY, toldHits: null, cancel: null },
  rules: everyDayRules(hours, seatCount),
})

/** The same, done. */
export async function openAlike(client: Rooms, days: AlikeDays): Promise<HouseRoom> {
  const { id } = await theRoomOf(client)
  return (await accepted(client.rooms.saveRules(alikeFromTheFirstDay(id, days)))).room
}
