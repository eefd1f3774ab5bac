import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { areaStyle } from '../board/area-style.ts'
import layerStyles from '../board/BoardLayer.module.css'
import { pointAt } from '../board/board-acts.ts'
import type { DayBoard } from '../board/board-layout.ts'
import { leave, setMode } from '../board/board-store.ts'
import { PopoverHead } from './PopoverHead.tsx'
import { ReserveForm } from './ReserveForm.tsx'

/** The form beside the range that was drawn. */
export function AskPopover({
  board,
  place,
  earliest,
  me,
}: {
  board: DayBoard
  place: SeatSpan
  earliest: Instant
  me: Id | null
}) {
  const { t } = useTranslation('seats')
  const room = usePlace()
  const seat = board.seats.find((each) => each.id === place.seatId)?.number ?? 0
  const style = areaStyle(board, place)
  if (style === null) return null
  const name = t('place', { seat, time: timeRange(place.startsAt, place.endsAt, room) })
  return (
    <AnchoredDialog
      label={t('ask.label', { place: name })}
      onClose={() => leave('asking')}
      target={<div className={layerStyles.drawn} style={style} data-look="range" />}
    >
      <PopoverHead title={t('ask.title', { seat })} date={board.date} onClose={() => leave('asking')} />
      <ReserveForm
        board={board}
        place={place}
        earliest={earliest}
        me={me}
        onPlace={(next) => setMode({ kind: 'asking', place: next })}
        onDone={(booking) => {
          pointAt(board, booking)
          leave('asking')
        }}
      />
    </AnchoredDialog>
  )
}
