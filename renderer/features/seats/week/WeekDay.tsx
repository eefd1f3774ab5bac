import type { CSSProperties, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { instantAt } from '../../../../shared/domain/wall-clock.ts'
import { dateName, dayName, timeRange, wallTime, weekday } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import block from '../block.module.css'
import { areaStyle } from '../board/area-style.ts'
import { type DayBoard, firstBookable, heldInTheWay, inTheWay, shareOfDay, spanOf } from '../board/board-layout.ts'
import { arriveAt } from '../board/board-store.ts'
import { isMine, isOver } from '../board/cell-names.ts'
import { closedAreas } from '../board/closed-areas.ts'
import { whyNot } from '../board/day-words.ts'
import { cellAt } from '../board/drag-geometry.ts'
import { freeHours } from '../board/free-hours.ts'
import { freeHoursShort, freeHoursWords } from '../board/free-words.ts'
import { HourScale } from './HourScale.tsx'
import type { WeekDrag } from './use-week-pointer.ts'
import styles from './WeekBoard.module.css'

export interface WeekDayProps {
  board: DayBoard
  earliest: Instant
  /** Clocks change on it: its hours lie elsewhere than those beside the week. */
  hasOwnScale: boolean
  isToday: boolean
  isPast: boolean
  isCursor: boolean
  me: Id | null
  now: Instant
  /** What is being drawn or carried over this day. */
  drag: WeekDrag | null
  onOpen: () => void
}

/** With more seats their numbers and names would not be readable: look and place alone then. */
const MOST_WITH_NUMBERS = 8
const MOST_WITH_TWO_SIGNS = 5

/** One day of the week, as a button: how much is free, and a small picture of its board. */
export function WeekDay({
  board,
  earliest,
  hasOwnScale,
  isToday,
  isPast,
  isCursor,
  me,
  now,
  drag,
  onOpen,
}: WeekDayProps) {
  const { t } = useTranslation('seats')
  const { language, timeZone } = usePlace()
  const isFull = firstBookable(board, earliest) === null
  const why = isFull ? whyNot(t, board, now, { language, timeZone }) : null
  const free = freeHours(board, earliest, (at) => wallTime(at, { language, timeZone }))
  const hours = hoursOf(board.date, timeZone)
  const mine = board.placed.filter(({ booking }) => isMine(booking, me)).length
  const freeWords = isPast ? t('week.past') : isFull ? (why ?? t('week.full')) : freeHoursShort(t, free)
  const freeSpoken = isPast || isFull ? freeWords : freeHoursWords(t, free)
  const nowShare = isToday ? shareOfDay(board, now) : -1
  // Up to the first slot that can still be taken: what lies between belongs to a slot that cannot.
  const nextSlot = board.slots.find(({ startsAt }) => startsAt >= earliest || startsAt > now)?.startsAt
  const pastShare = Math.max(0, Math.min(1, isPast || nextSlot === undefined ? 1 : shareOfDay(board, nextSlot)))

  /** A press points at a place of that day, not only at the day. */
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    const picture = event.currentTarget.querySelector('[data-picture]')?.getBoundingClientRect()
    // A press by key has no point.
    if (picture !== undefined && event.detail > 0 && event.clientY >= picture.top) {
      const cell = cellAt({ x: event.clientX, y: event.clientY }, picture, board)
      const seatId = board.seats[cell.seat]?.id
      const startsAt = board.slots[cell.slot]?.startsAt
      if (seatId !== undefined && startsAt !== undefined) arriveAt({ seatId, startsAt })
    }
    onOpen()
  }

  return (
    <button
      type="button"
      className={styles.day}
      data-day={board.date}
      data-today={isToday || undefined}
      data-past={isPast || undefined}
      data-own-scale={hasOwnScale || undefined}
      // A peak day has more of them than its neighbours.
      style={{ '--seats': board.seats.length } as CSSProperties}
      tabIndex={isCursor ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
      onClick={open}
    >
      <VisuallyHidden>{t('week.day', { date: dayName(board.date, language), free: freeSpoken, mine })}</VisuallyHidden>
      <span className={styles.head} aria-hidden="true">
        <span className={styles.weekday}>{weekday(board.date, language)}</span>
        <span className={styles.date}>
          {dateName(board.date, language)}
          {hours === 24 ? '' : ` · ${t('length', { hours })}`}
        </span>
        <span className={styles.free} data-full={(!isPast && isFull) || undefined}>
          {freeWords}
        </span>
      </span>
      <span className={styles.numbers} aria-hidden="true">
        {board.seats.length <= MOST_WITH_NUMBERS
          ? board.seats.map((seat) => <span key={seat.id}>{seat.number}</span>)
          : null}
      </span>
      {hasOwnScale ? (
        <span className={styles.ownScale} aria-hidden="true">
          <HourScale board={board} />
        </span>
      ) : null}
      <span className={styles.picture} data-picture aria-hidden="true">
        {closedAreas(board).map((area) => (
          <span key={`${area.left} ${area.top}`} className={styles.closed} style={area} />
        ))}
        <span className={styles.over} style={{ height: `${pastShare * 100}%` }} />
        {board.heldPlaces.map((held) => (
          <span
            key={`${held.seatId} ${held.startsAt}`}
            className={styles.held}
            style={areaStyle(board, held) ?? undefined}
            data-mine={held.isMine || undefined}
          />
        ))}
        {board.placed.map(({ booking }) => (
          <span key={booking.id} className={styles.place} style={areaStyle(board, booking) ?? undefined}>
            <span
              className={`${block.block} ${styles.block}`}
              data-mine={isMine(booking, me) || undefined}
              data-over={isOver(booking, now) || undefined}
              data-state={booking.state}
              data-named={board.seats.length <= MOST_WITH_NUMBERS || undefined}
            >
              {board.seats.length <= MOST_WITH_NUMBERS ? (
                <span className={styles.name}>
                  {shortName(booking.personName, board.seats.length <= MOST_WITH_TWO_SIGNS ? 2 : 1)}
                </span>
              ) : null}
            </span>
          </span>
        ))}
        {drag === null ? null : <Dragged board={board} drag={drag} />}
        {nowShare >= 0 && nowShare <= 1 ? <span className={styles.now} style={{ top: `${nowShare * 100}%` }} /> : null}
      </span>
    </button>
  )
}

/** Where it would land, in words too: the picture is small. */
function Dragged({ board, drag }: { board: DayBoard; drag: WeekDrag }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const span = spanOf(board, drag.seat, drag.from, Math.min(drag.end, board.slots.length))
  const style = areaStyle(board, span)
  if (span === null || style === null) return null
  const isTaken = drag.placed !== null && isInTheWay(board, span, drag.placed.booking.id)
  return (
    <span className={styles.dragged} style={style} data-taken={isTaken || undefined}>
      <span className={styles.landing} data-right={drag.seat * 2 >= board.seats.length || undefined}>
        {t('place', { seat: board.seats[drag.seat]?.number ?? 0, time: timeRange(span.startsAt, span.endsAt, place) })}
      </span>
    </span>
  )
}

const isInTheWay = (board: DayBoard, span: SeatSpan, exceptBookingId: Id): boolean =>
  inTheWay(board, span, exceptBookingId) !== undefined || heldInTheWay(board, span) !== undefined

/** 24 but where clocks change: then the picture of the day has its own scale, and says so. */
function hoursOf(date: PlainDate, timeZone: string): number {
  return (msOf(instantAt(date, '24:00', timeZone)) - msOf(instantAt(date, '00:00', timeZone))) / 3_600_000
}

/** The first signs of a Chinese name, the initials of another. */
function shortName(name: string, signs: number): string {
  const parts = /^\p{Script=Han}/u.test(name) ? [...name] : name.split(/\s+/).map((word) => [...word][0] ?? '')
  return parts.slice(0, signs).join('')
}
