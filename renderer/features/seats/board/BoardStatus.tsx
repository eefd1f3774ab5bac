import { useTranslation } from 'react-i18next'
import { timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { type DayBoard, spanOf } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { landingOf } from './drag-geometry.ts'
import { wordsInTheWay } from './way-words.ts'

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
    return wordsInTheWay(t, board, span, mode.placed.booking.id, place) ?? t('say.carried', { place: nameOf(span) })
  }
}
