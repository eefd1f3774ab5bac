// biome-ignore-all lint/a11y/useSemanticElements: cells lie on one CSS grid and span it, which a table cannot
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/contract/values.ts'
import { timeOfDay, wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import type { DayBoard } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { slotName, slotState } from './cell-names.ts'
import styles from './DayBoard.module.css'

/** One slot of one seat that nobody holds. */
export function SlotCell({
  board,
  seat,
  slot,
  earliest,
}: {
  board: DayBoard
  seat: number
  slot: number
  earliest: Instant
}) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const isCursor = useBoard(({ cursor }) => cursor.seat === seat && cursor.slot === slot)
  const isChosen = useBoard(
    ({ mode }) => mode.kind === 'selecting' && mode.seat === seat && slot >= mode.from && slot < mode.end,
  )
  const facts = board.slots[slot]
  const number = board.seats[seat]?.number
  if (facts === undefined || number === undefined) return null
  const state = slotState(facts, earliest)
  return (
    <div
      role="gridcell"
      className={styles.slot}
      style={{ gridColumn: seat + 2, gridRow: slot + 2 }}
      tabIndex={isCursor ? 0 : -1}
      aria-label={slotName(t, number, facts, state, place)}
      aria-selected={isChosen}
      data-cell={`${seat}:${slot}`}
      data-state={state}
      data-hour={startsHour(board, slot, place) || undefined}
      data-time={state === 'free' ? timeOfDay(facts.startsAt, place) : undefined}
    />
  )
}

/** A heavier line stands at each full hour. */
export const startsHour = (board: DayBoard, slot: number, place: Parameters<typeof wallTime>[1]): boolean =>
  wallTime(board.slots[slot]?.startsAt ?? '1970-01-01T00:00:00.000Z', place).endsWith(':00')
