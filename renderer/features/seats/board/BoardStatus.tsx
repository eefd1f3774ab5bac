import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/contract/values.ts'
import { dayName, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { type DayBoard, spanOf } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { landingOf } from './drag-geometry.ts'
import { wordsInTheWay } from './way-words.ts'

export interface BoardStatusProps {
  board: DayBoard
  earliest: Instant
  now: Instant
  /** Other days are beside it: which one it is, is said too. */
  isOneOfMany?: boolean
}

/** The one place that speaks: the range being drawn, where a booking is carried to, and what others changed while the hand is empty. */
export function BoardStatus({ board, earliest, now, isOneOfMany = false }: BoardStatusProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const mode = useBoard((state) => state.mode)
  const news = useBoard((state) => state.news)
  const day = isOneOfMany ? `${dayName(board.date, place)} ` : ''
  const nameOf = (span: { seatId: string; startsAt: string; endsAt: string }) =>
    day +
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
    if (mode.kind !== 'carrying') return news
    const { booking } = mode.placed
    const span = landingOf(board, booking, mode.to, mode.act)
    if (span === null) return ''
    const inTheWay = wordsInTheWay(t, board, span, { booking, earliest, now }, place)
    // The place first, so that both say where.
    return inTheWay === null ? t('say.carried', { place: nameOf(span) }) : `${nameOf(span)}${t('comma')}${inTheWay}`
  }
}
