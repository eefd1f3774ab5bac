import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { areaStyle } from '../board/area-style.ts'
import layerStyles from '../board/BoardLayer.module.css'
import type { DayBoard } from '../board/board-layout.ts'
import { leave, setMode } from '../board/board-store.ts'
import { lifted } from '../board/drag-geometry.ts'
import { BookingDetails } from './BookingDetails.tsx'
import { BookingEdit } from './BookingEdit.tsx'
import { PopoverHead } from './PopoverHead.tsx'
import { tellGone } from './tell-gone.ts'

/** What a booking is and what can be done with it, beside it. Gone when the booking goes. */
export function BookingPopover({
  board,
  bookingId,
  isEditing,
  me,
  now,
  onListen,
}: {
  board: DayBoard
  bookingId: Id
  isEditing: boolean
  me: Id | null
  now: Instant
  onListen: (sessionId: Id) => void
}) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const placed = board.placed.find((each) => each.booking.id === bookingId)
  const isGone = placed === undefined
  const last = useRef(placed?.booking)
  useEffect(() => {
    if (placed !== undefined) last.current = placed.booking
  }, [placed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when it went
  useEffect(() => {
    if (!isGone) return
    leave('details')
    if (isEditing && last.current !== undefined) void tellGone(last.current)
  }, [isGone])
  if (placed === undefined) return null
  const { booking } = placed
  const style = areaStyle(board, booking)
  if (style === null) return null
  const name = t('place', { seat: booking.seatNumber, time: timeRange(booking.startsAt, booking.endsAt, place) })
  return (
    <AnchoredDialog
      label={t('details.label', { place: name, name: booking.personName })}
      onClose={() => leave('details')}
      width={384}
      target={<div className={layerStyles.anchor} style={style} />}
    >
      <PopoverHead title={name} date={board.date} onClose={() => leave('details')} />
      {isEditing ? (
        <BookingEdit booking={booking} onDone={() => setMode({ kind: 'details', bookingId, isEditing: false })} />
      ) : (
        <BookingDetails
          booking={booking}
          me={me}
          now={now}
          onListen={onListen}
          onEdit={() => setMode({ kind: 'details', bookingId, isEditing: true })}
          onMove={() => setMode({ kind: 'carrying', placed, act: 'move', to: lifted(board, placed), by: 'keys' })}
          onClose={() => leave('details')}
        />
      )}
    </AnchoredDialog>
  )
}
