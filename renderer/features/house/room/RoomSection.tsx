import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Id } from '../../../../shared/contract/values.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { ZoneHere } from '../../../lib/place-store.ts'
import { roomName } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { AddRoomDialog } from './keeping/AddRoomDialog.tsx'
import { CloseRoomDialog } from './keeping/CloseRoomDialog.tsx'
import { closeRoom } from './keeping/keeping.actions.ts'
import { RoomDialog } from './keeping/RoomDialog.tsx'
import { RoomList, RoomState } from './keeping/RoomList.tsx'
import { RoomRulesForm } from './rules/RoomRulesForm.tsx'

/** The rooms, where there are several, and the rules of one: as they were, are and will be. `?room=` names it. */
export function RoomSection() {
  const { t } = useTranslation('rooms')
  const rooms = useQuery(theRooms)
  const [address, setAddress] = useSearchParams()
  const [open, setOpen] = useState<'add' | 'facts' | 'close' | null>(null)
  const may = useMay('roomKeeping.add')
  if (rooms.isError) return <FailedState {...failureOf(rooms.error)} onRetry={() => void rooms.refetch()} />
  const all = rooms.data ?? []
  const isPlural = all.length > 1
  const room = all.find(({ id }) => id === address.get('room')) ?? all[0]
  const leave = () => setOpen(null)
  const show = (roomId: Id) => setAddress({ section: 'room', room: roomId }, { replace: true })
  const adding = (
    // Quiet where nobody looks for it.
    <Button tone={isPlural ? 'default' : 'quiet'} icon={<Plus aria-hidden="true" />} onClick={() => setOpen('add')}>
      {t('add.open')}
    </Button>
  )
  return (
    <div className="stack">
      {isPlural && room !== undefined ? (
        <Panel title={t('list.title')} aside={all.length} actions={may ? adding : null} flush>
          <RoomList rooms={all} shown={room.id} onShow={show} />
        </Panel>
      ) : null}
      <Panel
        title={isPlural && room !== undefined ? roomName(room) : t('title')}
        aside={isPlural && room !== undefined ? <RoomState room={room} /> : undefined}
        actions={
          may && room !== undefined ? (
            <>
              <Button tone={isPlural ? 'default' : 'quiet'} onClick={() => setOpen('facts')}>
                {t('keep.open')}
              </Button>
              {!isPlural ? adding : null}
              {!isPlural ? null : room.closedFrom === null ? (
                <Button onClick={() => setOpen('close')}>{t('close.open')}</Button>
              ) : (
                <Button onClick={() => void closeRoom(room, null)}>{t('close.openAgain')}</Button>
              )}
            </>
          ) : null
        }
      >
        <OthersChange call="rooms.saveRules" />
        {room === undefined ? null : (
          <ZoneHere value={room.timeZone}>
            <RoomRulesForm key={room.id} room={room} />
          </ZoneHere>
        )}
      </Panel>
      {open === 'add' ? <AddRoomDialog rooms={all} onAdded={show} onClose={leave} /> : null}
      {open === 'facts' && room !== undefined ? <RoomDialog room={room} rooms={all} onClose={leave} /> : null}
      {open === 'close' && room !== undefined ? <CloseRoomDialog room={room} onClose={leave} /> : null}
    </div>
  )
}
