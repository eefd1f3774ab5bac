import { useTranslation } from 'react-i18next'
import { timeOn, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { type DayBoard, inTheWay, spanOf } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { landingOf } from './drag-geometry.ts'

/** Says aloud what the layer shows: the range being drawn, where a booking is carried to. */
export function BoardStatus({ board }: { board: DayBoard }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const mode = useBoard((state) => state.mode)
  const nameOf = (span: { seatId: string; startsAt: string; endsAt: string }) =>
    t('place', {
      seat: board.seats.find((seat) => seat.id === span.seatId)?.number ?? 0,
      time: timeRange(span.startsAt, span.endsAt, place),
    })
  return (
    <VisuallyHidden>
      <span role="status">{words()}</span>
    </VisuallyHidden>
  )

  function words(): string {
    if (mode.kind === 'selecting') {
      const span = spanOf(board, mode.seat, mode.from, mode.end)
      return span === null ? '' : t('say.chosen', { place: nameOf(span) })
    }
    if (mode.kind !== 'carrying') return ''
    const span = landingOf(board, mode.placed.booking, mode.to, mode.act)
    if (span === null) return ''
    const other = inTheWay(board, span, mode.placed.booking.id)
    if (other === undefined) return t('say.carried', { place: nameOf(span) })
    const { seatNumber, startsAt, personName } = other
    return t('refused.seatTaken', { seat: seatNumber, time: timeOn(board.date, startsAt, place), name: personName })
  }
}
