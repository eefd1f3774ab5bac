// biome-ignore-all lint/a11y/useSemanticElements: the heading of a day is one cell of the week's grid
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the grid's
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'
import { dayName, dayOfMonth, wallTime, weekday } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { type DayBoard, firstBookable, isDayOver } from '../board/board-layout.ts'
import { isMine } from '../board/cell-names.ts'
import { whyNot } from '../board/day-words.ts'
import { freeHours } from '../board/free-hours.ts'
import { freeHoursShort, freeHoursWords } from '../board/free-words.ts'
import { MOST_WITH_NAMES } from './most-with-names.ts'
import styles from './WeekBoard.module.css'

export interface WeekHeadProps {
  board: DayBoard
  earliest: Instant
  isToday: boolean
  isPast: boolean
  /** Seats of the days before it. */
  seatsBefore: number
  hasCursor: boolean
  /** Its picture begins further right, behind hours of its own. */
  hasOwnScale: boolean
  me: Id | null
  now: Instant
  onOpen: () => void
}

/** Above a day of the week: its date, and how much is free. */
export function WeekHead(props: WeekHeadProps) {
  const { board, earliest, isToday, me, now } = props
  const { t } = useTranslation('seats')
  const { language, timeZone } = usePlace()
  const isFull = firstBookable(board, earliest) === null
  const why = isFull ? whyNot(t, board, now, { language, timeZone }) : null
  const isPast = props.isPast || (why === null && isDayOver(board, earliest))
  const free = freeHours(board, earliest, (at) => wallTime(at, { language, timeZone }))
  const hours = hoursOf(board.date, timeZone)
  const mine = board.placed.filter(({ booking }) => isMine(booking, me)).length
  const freeWords = isPast ? t('week.past') : isFull ? (why ?? t('week.full')) : freeHoursShort(t, free)
  const freeSpoken = isPast || isFull ? freeWords : freeHoursWords(t, free)
  return (
    <div
      id={headId(board.date)}
      role="columnheader"
      className={styles.headCell}
      tabIndex={props.hasCursor ? 0 : -1}
      data-today={isToday || undefined}
      data-past={isPast || undefined}
      data-own-scale={props.hasOwnScale || undefined}
      aria-colindex={props.seatsBefore + 2}
      aria-colspan={board.seats.length}
      aria-current={isToday ? 'date' : undefined}
      aria-label={t('week.day', { date: dayName(board.date, { language, timeZone }), free: freeSpoken, mine })}
      onClick={props.onOpen}
    >
      <span className={styles.head}>
        <span className={styles.weekday}>{weekday(board.date, language)}</span>
        <span className={styles.date}>
          {dayOfMonth(board.date, language)}
          {hours === 24 ? '' : ` · ${t('length', { hours })}`}
        </span>
        <span className={styles.free} data-full={(!isPast && isFull) || undefined}>
          {freeWords}
        </span>
      </span>
      <span className={styles.numbers} style={{ '--seats': board.seats.length } as CSSProperties} aria-hidden="true">
        {board.seats.map((seat, index) => (
          <span key={seat.id}>{isNumbered(index, board.seats.length) ? seat.number : null}</span>
        ))}
      </span>
    </div>
  )
}

const EACH_FIFTH = 5
/** As many numbers as have room beside each other: of few seats all, of many the first and each fifth. */
const isNumbered = (index: number, seatCount: number): boolean =>
  seatCount <= MOST_WITH_NAMES || index === 0 || (index + 1) % EACH_FIFTH === 0

export const headId = (date: PlainDate): string => `week-head-${date}`

/** 24 but where clocks change: then the picture of the day has its own scale, and says so. */
function hoursOf(date: PlainDate, timeZone: string): number {
  return (msOf(instantAt(date, '24:00', timeZone)) - msOf(instantAt(date, '00:00', timeZone))) / 3_600_000
}
