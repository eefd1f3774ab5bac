import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import type { Id } from '../../shared/contract/values.ts'
import { client } from './client.ts'
import { theRooms } from './common-queries.ts'
import { instantNow } from './now.ts'
import { roomHere } from './seat-rooms.ts'
import { takeSettings, useSettings } from './settings.ts'

/** The room whose board is looked at: `?room=` of the address, or the one this desk looked at last. */
export function useRoomHere(): UseQueryResult<HouseRoom> {
  const [search] = useSearchParams()
  const last = useSettings()?.roomId ?? null
  const named = search.get('room')
  return useQuery({ ...theRooms, select: (rooms) => roomHere(rooms, named, last, instantNow()) })
}

/** The next time the board opens with it. Should it not be kept, the board is there all the same. */
export async function rememberRoom(roomId: Id): Promise<void> {
  const answer = await client.settings.save({ roomId })
  if (answer.ok) takeSettings(answer.value)
}
