// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by hand and span rows, of which a table would draw all
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among the cells
import { type CSSProperties, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { dayName, wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { BoardLayer, BoardMarks, Present } from './BoardLayer.tsx'
import { BoardStatus } from './BoardStatus.tsx'
import { type DayBoard as Board, earliestFor, isDayOver, isSeatFull } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { drawnRows } from './board-window.ts'
import styles from './DayBoard.module.css'
import { whySeatIsClosed } from './day-words.ts'
import { freeHours } from './free-hours.ts'
import { freeHoursShort } from './free-words.ts'
import { SlotRow } from './SlotRow.tsx'
import { followFocus, useBoardFocus } from './use-board-focus.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { useBoardPointer } from './use-board-pointer.ts'
import { useBoardWindow } from './use-board-window.ts'

export interface DayBoardProps {
  board: Board
  me: Id | null
  now: Instant
  onListen: (sessionId: Id) => void
}

/**
 * Seats across, time down. Only what can be seen is in the document, and one cell at a time takes the focus; the layer above
 * carries what the hand is doing.
 */
export function DayBoard({ board, me, now, onListen }: DayBoardProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const earliest = earliestFor(now, board)
  const drawn = useBoardWindow(scroller, layer, board, now)
  const rows = useMemo(() => drawnRows(board, drawn.window, drawn.kept), [board, drawn.window, drawn.kept])
  useBoardFocus(grid, board, now, drawn)
  // A day with other rows, a box of another size. Once the day is open at its hour: at the top it would be drawn for nothing.
  useLayoutEffect(drawn.look)
  const onKeyDown = useBoardKeys(board, { earliest, now, me }, onListen)
  const pointer = useBoardPointer(layer, board, earliest, now)
  const isDragging = useBoard(
    ({ mode }) => (mode.kind === 'selecting' || mode.kind === 'carrying') && mode.by === 'pointer',
  )

  return (
    <div className={styles.scroller} ref={scroller} data-dragging={isDragging || undefined} onScroll={drawn.look}>
      <div
        ref={grid}
        role="grid"
        aria-label={t('board.label', { date: dayName(board.date, place) })}
        aria-busy={!board.isRead}
        aria-rowcount={board.slots.length + 1}
        aria-colcount={board.seats.length + 1}
        className={styles.board}
        style={{ '--seats': board.seats.length, '--slots': board.slots.length } as CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={(event) => followFocus(board, event)}
        {...pointer}
      >
        <div role="row" className={styles.heads} aria-rowindex={1}>
          <div role="columnheader" className={styles.corner} aria-colindex={1}>
            <VisuallyHidden>{t('board.time')}</VisuallyHidden>
          </div>
          {board.seats.slice(drawn.window.firstSeat, drawn.window.endSeat).map((seat, index) => (
            <SeatHead
              key={seat.id}
              board={board}
              seat={drawn.window.firstSeat + index}
              earliest={earliest}
              // Cut off it would say something else; the week view has it too.
              hasRoom={drawn.cell.cellWidth > 104 + HEAD_PADDING}
            />
          ))}
        </div>
        <div role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <SlotRow key={row.slot} {...{ board, row, earliest, me, now }} cell={drawn.cell} />
          ))}
          <Present board={board} now={now} />
          <BoardMarks board={board} />
          <BoardLayer ref={layer} board={board} earliest={earliest} me={me} now={now} onListen={onListen} />
        </div>
      </div>
      <BoardStatus board={board} earliest={earliest} now={now} />
    </div>
  )
}

const HEAD_PADDING = 17

function SeatHead({
  board,
  seat,
  earliest,
  hasRoom,
}: {
  board: Board
  seat: number
  earliest: Instant
  hasRoom: boolean
}) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const number = board.seats[seat]?.number ?? 0
  const closed = whySeatIsClosed(t, board, seat, place)
  return (
    <div
      role="columnheader"
      className={styles.seat}
      style={{ '--seat': seat } as CSSProperties}
      aria-colindex={seat + 2}
      data-extra={number > board.rules.seatCount || undefined}
    >
      <span className={styles.seatName}>{t('seat', { seat: number })}</span>
      {closed !== null ? (
        <span className={styles.seatFree} title={closed}>
          {closed}
        </span>
      ) : board.isRead && hasRoom && !isDayOver(board, earliest, seat) ? (
        <span className={styles.seatFree}>
          {isSeatFull(board, seat, earliest)
            ? t('week.full')
            : freeHoursShort(
                t,
                freeHours(board, earliest, (at) => wallTime(at, place), seat),
              )}
        </span>
      ) : null}
    </div>
  )
}
