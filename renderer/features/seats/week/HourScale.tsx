import type { Instant } from '../../../../shared/contract/values.ts'
import { wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { type DayBoard, shareOfDay } from '../board/board-layout.ts'
import { startsHour } from '../board/SlotRow.tsx'
import styles from './WeekBoard.module.css'

/** The hours beside a picture of the day, each where it begins. */
export function HourScale({ board }: { board: DayBoard }) {
  const place = usePlace()
  const hours = board.slots.filter((_, slot) => startsHour(board, slot, place))
  const hourOf = (at: Instant | undefined) => Number.parseInt(at === undefined ? '' : wallTime(at, place), 10)
  // Two hours apart where a room is open round the clock; an hour that comes twice stands there twice.
  const isShown = (at: Instant) => hours.length <= 16 || (hourOf(at) - hourOf(hours[0]?.startsAt)) % 2 === 0
  const shown = hours.filter(({ startsAt }) => isShown(startsAt))
  return (
    <span className={styles.hours}>
      {shown.map((slot) => (
        <span key={slot.startsAt} style={{ top: `${shareOfDay(board, slot.startsAt) * 100}%` }}>
          {wallTime(slot.startsAt, place)}
        </span>
      ))}
    </span>
  )
}

/** The board whose hours are those of the week: any day but one on which clocks change. */
export const usualDay = (boards: readonly DayBoard[]): DayBoard | undefined =>
  boards.find((board) => boards.some((other) => other !== board && hasSameScale(other, board))) ?? boards[0]

export const hasSameScale = (one: DayBoard, other: DayBoard): boolean => one.slots.length === other.slots.length
