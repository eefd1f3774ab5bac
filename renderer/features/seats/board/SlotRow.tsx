// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by hand and span rows, of which a table would draw all
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among the cells
import { type CSSProperties, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { timeOfDay, wallTime, whichOfTwo } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { BookingCell } from './BookingCell.tsx'
import { type DayBoard, isUnderPresent } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import type { CellSize, DrawnRow } from './board-window.ts'
import { slotName, slotState } from './cell-names.ts'
import type { SlotState } from './cell-texts.ts'
import styles from './DayBoard.module.css'

export interface SlotRowProps {
  board: DayBoard
  row: DrawnRow
  earliest: Instant
  me: Id | null
  now: Instant
  cell: CellSize
}

/** One slot across the seats. */
export const SlotRow = memo(function SlotRow({ board, row, earliest, me, now, cell }: SlotRowProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const { slot } = row
  const chosenSeat = useBoard(({ mode }) =>
    mode.kind === 'selecting' && slot >= mode.from && slot < mode.end ? mode.seat : null,
  )
  const facts = board.slots[slot]
  if (facts === undefined) return null
  const { startsAt } = facts
  const time = timeOfDay(startsAt, place)
  const which = whichOfTwo(startsAt, place)
  const isHour = startsHour(board, slot, place)
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={slot + 2}
      style={{ top: `${(slot / board.slots.length) * 100}%` }}
    >
      <div role="rowheader" className={styles.time} aria-colindex={1} data-hour={isHour || undefined}>
        {isUnderPresent(board, slot, now, cell.cellHeight) ? (
          <VisuallyHidden>{time}</VisuallyHidden>
        ) : (
          wallTime(startsAt, place)
        )}
        {which === '' ? null : <small className={styles.which}>{which}</small>}
      </div>
      {/* By seat, not by booking: from day to day the elements stay and only their words change. */}
      {row.cells.map(({ seat, placed }) => {
        const state = slotState(board, { seat, slot }, earliest, now)
        return placed === undefined ? (
          <FreeCell
            key={seat}
            {...{ seat, slot, state, isFirst: slot === 0, isHour }}
            name={slotName(t, board, { seat, slot }, state, time, place)}
            time={state === 'free' || state === 'held_for_me' ? time : undefined}
            isChosen={chosenSeat === seat}
          />
        ) : (
          <BookingCell key={seat} {...{ placed, me, now, cell, t, place }} />
        )
      })}
    </div>
  )
})

interface FreeCellProps {
  seat: number
  slot: number
  name: string
  time: string | undefined
  state: SlotState
  isFirst: boolean
  isHour: boolean
  isChosen: boolean
}

const FreeCell = memo(function FreeCell({ seat, slot, name, time, state, isFirst, isHour, isChosen }: FreeCellProps) {
  return (
    <div
      role="gridcell"
      className={styles.slot}
      style={{ '--seat': seat } as CSSProperties}
      tabIndex={-1}
      aria-colindex={seat + 2}
      aria-label={name}
      aria-selected={isChosen || undefined}
      data-cell={`${seat}:${slot}`}
      data-state={state}
      data-first={isFirst || undefined}
      data-hour={isHour || undefined}
      data-time={time}
    />
  )
})

/** A heavier line stands at each full hour. */
export const startsHour = (board: DayBoard, slot: number, place: Parameters<typeof wallTime>[1]): boolean =>
  wallTime(board.slots[slot]?.startsAt ?? '1970-01-01T00:00:00.000Z', place).endsWith(':00')
