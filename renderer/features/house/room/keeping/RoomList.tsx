import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import type { Id } from '../../../../../shared/contract/values.ts'
import { everybody } from '../../../../lib/common-queries.ts'
import { dateIn, dayName } from '../../../../lib/formats.ts'
import { useNow } from '../../../../lib/now.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import { roomName } from '../../../../lib/seat-rooms.ts'
import { Badge } from '../../../../ui/Badge.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { SheetTable } from '../../../../ui/SheetTable.tsx'
import styles from './RoomList.module.css'
import { zoneName } from './zones.ts'

export interface RoomListProps {
  rooms: readonly HouseRoom[]
  /** Whose rules stand below. */
  shown: Id
  onShow: (roomId: Id) => void
}

/** The rooms of the house, a line each. */
export function RoomList({ rooms, shown, onShow }: RoomListProps) {
  const { t } = useTranslation('rooms')
  const people = useQuery(everybody).data ?? []
  const columns = ['name', 'site', 'seats', 'zone', 'coordinator', 'state'] as const
  return (
    <SheetTable isRoomy heads={columns.map((key) => ({ key, head: t(`list.${key}`) }))}>
      {rooms.map((room) => (
        <tr key={room.id} data-shown={room.id === shown || undefined} className={styles.room}>
          <td>
            <Button
              size="small"
              tone={room.id === shown ? 'primary' : 'quiet'}
              aria-pressed={room.id === shown}
              onClick={() => onShow(room.id)}
            >
              {roomName(room)}
            </Button>
          </td>
          <td>{room.site}</td>
          <td className="figures">{room.seats.length}</td>
          <td className="figures">{zoneName(room.timeZone)}</td>
          <td>{people.find(({ id }) => id === room.coordinatorId)?.name ?? ''}</td>
          <td>
            <RoomState room={room} />
          </td>
        </tr>
      ))}
    </SheetTable>
  )
}

/** Open, open until a day, or closed. */
export function RoomState({ room: { closedFrom, timeZone } }: { room: HouseRoom }) {
  const { t } = useTranslation('rooms')
  const { language } = usePlace()
  const today = dateIn(useNow(60_000), timeZone)
  if (closedFrom === null) return <Badge tone="accent">{t('list.open')}</Badge>
  if (closedFrom <= today) return <Badge>{t('board.closed')}</Badge>
  return <Badge tone="soon">{t('list.closesFrom', { date: dayName(closedFrom, { language, timeZone }) })}</Badge>
}
