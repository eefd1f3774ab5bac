// biome-ignore-all lint/a11y/useSemanticElements: the cells of a day are those of the week's grid
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the grid's
// biome-ignore-all lint/a11y/noStaticElementInteractions: a press points at a place of its picture
import type { CSSProperties, MouseEvent } from 'react'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { useMay } from '../../../lib/may.ts'
import block from '../block.module.css'
import { areaStyle } from '../board/area-style.ts'
import { type DayBoard, holderAt, shareOfDay } from '../board/board-layout.ts'
import { arriveAt, useBoard } from '../board/board-store.ts'
import { isBright, isDrawn, isMine, isOver } from '../board/cell-names.ts'
import { closedAreas } from '../board/closed-areas.ts'
import { cellAt } from '../board/drag-geometry.ts'
import { ToBeDrawn } from '../board/ToBeDrawn.tsx'
import { choose } from '../swap/swap.actions.ts'
import { pickedFirst } from '../swap/swap-pick.ts'
import { Dragged } from './Dragged.tsx'
import { HourScale } from './HourScale.tsx'
import { MOST_WITH_NAMES } from './most-with-names.ts'
import type { WeekDrag } from './use-week-pointer.ts'
import styles from './WeekBoard.module.css'
import { WeekCell } from './WeekCell.tsx'
import type { WeekPlace } from './week-moves.ts'

export interface WeekDayProps {
  board: DayBoard
  earliest: Instant
  /** Clocks change on it: its hours lie elsewhere than those beside the week. */
  hasOwnScale: boolean
  isToday: boolean
  isPast: boolean
  /** The last of the week: what is written over it has room before it only. */
  isLast: boolean
  /** Seats of the days before it. */
  seatsBefore: number
  /** Where the focus is, if on this day. */
  cursor: WeekPlace | null
  me: Id | null
  now: Instant
  /** What is being drawn or carried over this day. */
  drag: WeekDrag | null
  onOpen: () => void
}

/** One day of the week as a small picture of its board. A press opens it. */
export function WeekDay({
  board,
  earliest,
  hasOwnScale,
  isToday,
  isPast,
  isLast,
  seatsBefore,
  cursor,
  me,
  now,
  drag,
  onOpen,
}: WeekDayProps) {
  const bright = useBoard((state) => state.bright)
  const mayForBoth = useMay('swaps.exchange')
  const nowShare = isToday ? shareOfDay(board, now) : -1
  // Up to the first slot that can still be taken: what lies between belongs to a slot that cannot.
  const nextSlot = board.slots.find(({ startsAt }) => startsAt >= earliest || startsAt > now)?.startsAt
  const pastShare = Math.max(0, Math.min(1, isPast || nextSlot === undefined ? 1 : shareOfDay(board, nextSlot)))

  /** A press points at a place of that day, not only at the day; or at the other place of a swap. */
  const open = (event: MouseEvent<HTMLElement>) => {
    const picture = event.currentTarget.querySelector('[data-picture]')?.getBoundingClientRect()
    if (picture !== undefined && event.clientY >= picture.top) {
      const cell = cellAt({ x: event.clientX, y: event.clientY }, picture, board)
      const placed = holderAt(board, cell)
      if (placed !== undefined && pickedFirst() !== null) return void choose(placed.booking, mayForBoth)
      const seatId = board.seats[cell.seat]?.id
      const startsAt = board.slots[cell.slot]?.startsAt
      if (seatId !== undefined && startsAt !== undefined) arriveAt({ seatId, startsAt })
    }
    onOpen()
  }

  return (
    <div
      className={styles.day}
      data-day={board.date}
      data-today={isToday || undefined}
      data-past={isPast || undefined}
      data-own-scale={hasOwnScale || undefined}
      // A peak day has more of them than its neighbours.
      style={{ '--seats': board.seats.length } as CSSProperties}
      onClick={open}
    >
      {hasOwnScale ? (
        <span className={styles.ownScale} aria-hidden="true">
          <HourScale board={board} />
        </span>
      ) : null}
      <div className={styles.picture} data-picture>
        <div className={styles.drawing} aria-hidden="true">
          {closedAreas(board).map((area) => (
            <span key={`${area.left} ${area.top}`} className={styles.closed} style={area} />
          ))}
          <span className={styles.over} style={{ height: `${pastShare * 100}%` }} />
          <ToBeDrawn board={board} isNamed={false} />
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
                data-drawn={isDrawn(booking) || undefined}
                data-dim={!isBright(booking, bright) || undefined}
                data-state={booking.state}
                data-named={board.seats.length <= MOST_WITH_NAMES || undefined}
              >
                {board.seats.length <= MOST_WITH_NAMES ? (
                  <span className={styles.name} data-upright={isOfSigns(booking.personName) || undefined}>
                    {shortName(booking.personName)}
                  </span>
                ) : null}
              </span>
            </span>
          ))}
          {nowShare >= 0 && nowShare <= 1 ? (
            <span className={styles.now} style={{ top: `${nowShare * 100}%` }} />
          ) : null}
        </div>
        {drag === null ? null : <Dragged {...{ board, drag, earliest, now, isLast }} />}
        {cursor === null || cursor.slot === null ? null : (
          <WeekCell
            key={`${cursor.seat} ${cursor.slot}`}
            {...{ board, seatsBefore, me, now }}
            seat={cursor.seat}
            slot={cursor.slot}
          />
        )}
      </div>
    </div>
  )
}

/** A Chinese name is written downwards, where a seat is narrow. */
const isOfSigns = (name: string): boolean => /^\p{Script=Han}/u.test(name)

const MOST_INITIALS = 2
/** The whole of a Chinese name, the initials of another. */
const shortName = (name: string): string =>
  isOfSigns(name)
    ? name
    : name
        .split(/\s+/)
        .map((word) => [...word][0] ?? '')
        .slice(0, MOST_INITIALS)
        .join('')
