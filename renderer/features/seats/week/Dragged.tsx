import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/contract/values.ts'
import { timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { areaStyle } from '../board/area-style.ts'
import { type DayBoard, spanOf } from '../board/board-layout.ts'
import { wordsInTheWay } from '../board/way-words.ts'
import styles from './PlaceWords.module.css'
import type { WeekDrag } from './use-week-pointer.ts'

export interface DraggedProps {
  board: DayBoard
  drag: WeekDrag
  earliest: Instant
  now: Instant
  /** Of the week: what is written over it has room before it only. */
  isLast: boolean
}

/** Where it would land, in words too: the picture is small. */
export function Dragged({ board, drag, earliest, now, isLast }: DraggedProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const element = useRef<HTMLSpanElement>(null)
  // Keys carry it out of sight, too.
  useLayoutEffect(() => {
    element.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  })
  const span = spanOf(board, drag.seat, drag.from, Math.min(drag.end, board.slots.length))
  const style = areaStyle(board, span)
  if (span === null || style === null) return null
  const hand = drag.placed === null ? null : { booking: drag.placed.booking, earliest, now }
  const words = hand === null ? null : wordsInTheWay(t, board, span, hand, place)
  return (
    <span
      className={styles.dragged}
      style={style}
      aria-hidden="true"
      data-taken={words !== null || undefined}
      ref={element}
    >
      <span className={styles.words} data-right={isLast || undefined}>
        {t('place', { seat: board.seats[drag.seat]?.number ?? 0, time: timeRange(span.startsAt, span.endsAt, place) })}
        {words === null ? null : <span className={styles.way}>{words}</span>}
      </span>
    </span>
  )
}
