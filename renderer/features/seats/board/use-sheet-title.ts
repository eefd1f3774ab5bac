import { useTranslation } from 'react-i18next'
import { useRoomHere } from '../../../lib/room-here.ts'
import { roomName, useHasRooms } from '../../../lib/seat-rooms.ts'

/** What stands over the board on paper: of which room it is, and where there is one without a name, what it shows. */
export function useSheetTitle(): string {
  const { t } = useTranslation('seats')
  const room = useRoomHere().data
  const hasRooms = useHasRooms()
  if (room === undefined) return t('page.title')
  return hasRooms ? roomName(room) : room.name || t('page.title')
}
