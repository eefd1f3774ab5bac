// biome-ignore-all lint/a11y/useSemanticElements: cells lie on one CSS grid and span it, which a table cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among the cells
import { type CSSProperties, memo, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../../../shared/contract/house/room.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { dayName, timeOfDay, wallTime, whichOfTwo } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { BoardLayer, Present } from './BoardLayer.tsx'
import { BoardStatus } from './BoardStatus.tsx'
import { BookingCell } from './BookingCell.tsx'
import { type DayBoard as Board, earliestFor, freeCount, holderAt, shareOfDay } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import styles from './DayBoard.module.css'
import { SlotCell, startsHour } from './SlotCell.tsx'
import { useBoardFocus } from './use-board-focus.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useBoardPointer } from './use-board-pointer.ts'

export interface DayBoardProps {
  board: Board
  room: Room
  me: Id | null
  now: Instant
  onListen: (sessionId: Id) => void
}

/** Seats across, time down. One focusable cell at a time; the layer above carries what the hand is doing. */
export function DayBoard({ board, room, me, now, onListen }: DayBoardProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const grid = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const earliest = earliestFor(now, room)
  useBoardFocus(grid, board, now)
  const onKeyDown = useBoardKeys(board, earliest, now, onListen)
  const pointer = useBoardPointer(layer, board, earliest, now)
  const isDragging = useBoard(
    ({ mode }) => (mode.kind === 'selecting' || mode.kind === 'carrying') && mode.by === 'pointer',
  )
  const scroller = useScrollToPresent(board, now)

  return (
    <div className={styles.scroller} ref={scroller} data-dragging={isDragging || undefined}>
      <div
        ref={grid}
        role="grid"
        aria-label={t('board.label', { date: dayName(board.date, place.language) })}
        aria-rowcount={board.slots.length + 1}
        aria-colcount={board.seats.length + 1}
        className={styles.board}
        style={{ '--seats': board.seats.length, '--slots': board.slots.length } as CSSProperties}
        onKeyDown={onKeyDown}
        {...pointer}
      >
        <div role="row" className={styles.row}>
          <div role="columnheader" className={styles.corner}>
            <VisuallyHidden>{t('board.time')}</VisuallyHidden>
          </div>
          {board.seats.map((seat, index) => (
            <div key={seat.id} role="columnheader" className={styles.seat} style={{ gridColumn: index + 2 }}>
              <span className={styles.seatName}>{t('seat', { seat: seat.number })}</span>
              <span className={styles.seatFree}>{t('free', { free: freeCount(board, earliest, index) })}</span>
            </div>
          ))}
        </div>
        {board.slots.map((slot, index) => (
          <SlotRow key={slot.startsAt} board={board} slot={index} earliest={earliest} me={me} now={now} />
        ))}
        <Present board={board} now={now} />
        <BoardLayer ref={layer} board={board} earliest={earliest} me={me} now={now} onListen={onListen} />
      </div>
      <BoardStatus board={board} />
    </div>
  )
}

interface SlotRowProps {
  board: Board
  slot: number
  earliest: Instant
  me: Id | null
  now: Instant
}

const SlotRow = memo(function SlotRow({ board, slot, earliest, me, now }: SlotRowProps) {
  const place = usePlace()
  const startsAt = board.slots[slot]?.startsAt ?? now
  const which = whichOfTwo(startsAt, place)
  const begins = board.placed.filter((placed) => placed.firstSlot === slot)
  return (
    <div role="row" className={styles.row}>
      <div
        role="rowheader"
        className={styles.time}
        style={{ gridRow: slot + 2 }}
        data-hour={startsHour(board, slot, place) || undefined}
      >
        {isUnderPresent(board, slot, now) ? (
          <VisuallyHidden>{timeOfDay(startsAt, place)}</VisuallyHidden>
        ) : (
          wallTime(startsAt, place)
        )}
        {which === '' ? null : <small className={styles.which}>{which}</small>}
      </div>
      {board.seats.map((seat, index) =>
        holderAt(board, { seat: index, slot }) === undefined ? (
          <SlotCell key={seat.id} board={board} seat={index} slot={slot} earliest={earliest} />
        ) : (
          begins
            .filter((placed) => placed.seat === index)
            .map((placed) => <BookingCell key={placed.booking.id} placed={placed} me={me} now={now} />)
        ),
      )}
    </div>
  )
})

/** The chip with the present time would cut this row's own time in half. */
function isUnderPresent(board: Board, slot: number, now: Instant): boolean {
  const rowsDown = shareOfDay(board, now) * board.slots.length
  const wordsAt = slot + 0.4
  return rowsDown >= 0 && rowsDown <= board.slots.length && Math.abs(rowsDown - wordsAt) < 0.58
}

/** A room that never closes is longer than the window: it opens where the present is. */
function useScrollToPresent(board: Board, now: Instant) {
  const scroller = useRef<HTMLDivElement>(null)
  const shownAt = useRef(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day opens; later the person scrolls
  useLayoutEffect(() => {
    const element = scroller.current
    const first = board.slots[0]?.startsAt
    const last = board.slots.at(-1)?.endsAt
    if (element === null || first === undefined || last === undefined) return
    if (shownAt.current < first || shownAt.current > last) return
    const row = board.slots.findIndex((slot) => slot.endsAt > shownAt.current)
    element.scrollTop = ((row - 2) / board.slots.length) * element.scrollHeight
  }, [board.date])
  return scroller
}
