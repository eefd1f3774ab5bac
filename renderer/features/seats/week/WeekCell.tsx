// biome-ignore-all lint/a11y/useSemanticElements: of the grid only the cell with the focus is in the document
// biome-ignore-all lint/a11y/useFocusableInteractive: the cell itself has the focus
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { dateName, timeOfDay, weekday } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { areaStyle } from '../board/area-style.ts'
import { type DayBoard, holderAt, spanOf } from '../board/board-layout.ts'
import { MOST_WITH_NAMES } from './most-with-names.ts'
import { PlaceWords, type Side, sideOf } from './PlaceWords.tsx'
import styles from './WeekBoard.module.css'
import { nameOfPlace } from './week-words.ts'

export interface WeekCellProps {
  board: DayBoard
  /** Seats of the days before it. */
  seatsBefore: number
  seat: number
  slot: number
  me: Id | null
  now: Instant
}

/** The cell of the week that has the focus: thousands of others are told by the counts of the grid alone. */
export function WeekCell({ board, seatsBefore, seat, slot, me, now }: WeekCellProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const element = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<Side | null>(null)
  // A step makes another cell, so that it is read out; the one before took the focus along.
  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
    const week = element.current?.closest('[data-scroller]')
    if (element.current && week) setSide(sideOf(element.current.getBoundingClientRect(), week))
  }, [])
  const placed = holderAt(board, { seat, slot })
  const [from, end] = placed === undefined ? [slot, slot + 1] : [placed.firstSlot, placed.endSlot]
  const time = timeOfDay(board.slots[from]?.startsAt ?? now, place)
  const name = nameOfPlace(t, board, { seat, slot }, { me, now, place })
  const span = spanOf(board, seat, from, end)
  return (
    <div role="row" className={styles.cellRow} aria-rowindex={from + 2}>
      <div role="rowheader" className={styles.unseen} aria-colindex={1}>
        <VisuallyHidden>{time}</VisuallyHidden>
      </div>
      <div
        ref={element}
        role="gridcell"
        className={styles.cell}
        style={(areaStyle(board, span) ?? {}) as CSSProperties}
        tabIndex={0}
        aria-colindex={seatsBefore + seat + 2}
        aria-rowspan={end - from}
        aria-label={`${weekday(board.date, place.language)} ${dateName(board.date, place)} ${name}`}
        data-week-cell
      >
        {side === null || board.seats.length <= MOST_WITH_NAMES ? null : <PlaceWords words={name} side={side} />}
      </div>
    </div>
  )
}
