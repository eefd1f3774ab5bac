import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'
import { offsetName } from '../../../../shared/domain/zone-shifts.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { dateIn } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { useRoomZone } from '../../../lib/place-store.ts'
import { roomName } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { PickList } from '../../../ui/PickList.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import headings from './DateHeading.module.css'
import styles from './RoomHeading.module.css'

/** Which room the board is of; a press or one key opens the list of the others. A house with one room shows nothing. */
export function RoomHeading({ room, day, onPick }: { room: HouseRoom; day: PlainDate; onPick: (roomId: Id) => void }) {
  const { t } = useTranslation('rooms')
  const rooms = useQuery(theRooms).data ?? []
  const [isOpen, setIsOpen] = useState(false)
  const chord = useChord('seats.pickRoom')
  const isPlural = rooms.length > 1
  const house = useRoomZone((state) => state.timeZone)
  const clock = clockOf(day, room.timeZone, house)
  useKeys('seats', { 'seats.pickRoom': () => setIsOpen(true) }, isPlural)
  if (!isPlural) return null
  const button = (
    <button
      type="button"
      className={headings.heading}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(true)}
    >
      <strong className={styles.name}>{roomName(room)}</strong>
      {[placeOf(room), clock].filter(Boolean).join(' · ')}
      <ChevronDown aria-hidden="true" />
      <VisuallyHidden>{t('board.comma') + t('board.pick')}</VisuallyHidden>
      <KeyCap chord={chord} />
    </button>
  )
  if (!isOpen) return button
  const pick = (roomId: Id) => {
    setIsOpen(false)
    if (roomId !== room.id) onPick(roomId)
  }
  return (
    <AnchoredDialog
      label={t('board.pick')}
      width={320}
      position="bottom-start"
      target={button}
      onClose={() => setIsOpen(false)}
    >
      <PickList
        label={t('board.pick')}
        options={[...rooms].sort(openFirst).map((one) => ({
          ...{ value: one.id, label: roomName(one), alsoFoundBy: one.site },
          facts: <RoomFacts room={one} />,
        }))}
        value={room.id}
        onPick={pick}
      />
    </AnchoredDialog>
  )
}

/** «UTC+1», as it is on that day, where its clock is another than that of the house. */
function clockOf(day: PlainDate, timeZone: string, house: string): string {
  const noon = instantAt(day, '12:00', timeZone)
  const offset = offsetName(noon, timeZone)
  return offset === offsetName(noon, house) ? '' : offset
}

/** Where it is, unless that is what it is called. */
const placeOf = (room: HouseRoom): string => (room.site === roomName(room) ? '' : room.site)

const openFirst = (one: HouseRoom, other: HouseRoom): number =>
  Number(one.closedFrom !== null) - Number(other.closedFrom !== null)

function RoomFacts({ room }: { room: HouseRoom }) {
  const { t } = useTranslation('rooms')
  const { closedFrom, timeZone } = room
  const today = dateIn(useNow(60_000), timeZone)
  const isClosed = closedFrom !== null && closedFrom <= today
  const facts = [placeOf(room), isClosed ? t('board.closed') : t('board.seats', { count: room.seats.length })]
  return facts.filter(Boolean).join(' · ')
}
