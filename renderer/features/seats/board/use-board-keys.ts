import { type KeyboardEvent, useRef } from 'react'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { useOnceKnown } from '../../../lib/use-once-known.ts'
import { useTellDrawn } from '../draw/use-tell-drawn.ts'
import { takeSeat } from '../missed/missed.actions.ts'
import { cancel, checkIn, startListening, tellRefusal } from '../seats.actions.ts'
import { choose } from '../swap/swap.actions.ts'
import { forgetPick, pickedFirst } from '../swap/swap-pick.ts'
import { askToWaitFor } from '../waitlist/asked-wait.ts'
import { drop } from './board-acts.ts'
import { type Cell, type DayBoard, heldAt, holderAt, isFree, spanOf } from './board-layout.ts'
import { type Arrow, arrowOf, carriedBy, cursorAfter, extendedBy } from './board-moves.ts'
import { type CarryingMode, cursorNow, letGo, modeNow, setCursor, setMode, takeMeant } from './board-store.ts'
import { hasStarted, isOver } from './cell-names.ts'
import { refusalOfCell } from './cell-refusal.ts'
import { endsBetween, lifted } from './drag-geometry.ts'
import { proposedCell } from './proposed-cell.ts'

/** Everything the board does without the mouse. Returns the handler of the grid for the keys that move. */
export function useBoardKeys(
  board: DayBoard,
  { earliest, now, me }: { earliest: Instant; now: Instant; me: Id | null },
  onListen: (sessionId: Id) => void,
) {
  const room = usePlace()
  const mayForBoth = useMay('swaps.exchange')
  const tellDrawn = useTellDrawn()
  const underCursor = () => holderAt(board, cursorNow())
  const withBooking = (act: (booking: Booking) => void) => () => {
    const booking = underCursor()?.booking
    if (booking === undefined || modeNow().kind !== 'idle') return false
    act(booking)
    return true
  }

  const withMissed = (act: (booking: Booking) => void) => () => {
    const booking = underCursor()?.booking
    return booking !== undefined && isMissed(booking) ? withBooking(act)() : false
  }

  function carry(act: 'move' | 'resize') {
    const placed = underCursor()
    if (placed === undefined) return false
    if (isOver(placed.booking, now)) tellRefusal({ ok: false, code: 'already_over', detail: {} }, placed.booking)
    else if (act === 'move' && hasStarted(placed.booking, now))
      tellRefusal({ ok: false, code: 'already_started', detail: {} }, placed.booking)
    else setMode({ kind: 'carrying', placed, act, to: lifted(board, placed, act), by: 'keys' })
    return true
  }

  function ask(seat: number, from: number, end: number) {
    const place = spanOf(board, seat, from, end)
    if (place !== null) setMode({ kind: 'asking', place })
  }

  /** Enter and n: puts down, asks for the range, opens the booking, or asks for the cell. */
  function reserve(event: globalThis.KeyboardEvent) {
    const mode = modeNow()
    if (mode.kind === 'carrying') return void drop(board, mode.placed.booking, mode.to, mode.act)
    if (mode.kind === 'selecting') return ask(mode.seat, mode.from, mode.end)
    const cursor = cursorNow()
    const placed = underCursor()
    if (pickedFirst() !== null) return placed === undefined ? false : void choose(placed.booking, mayForBoth)
    if (event.key === 'Enter' && placed !== undefined)
      return setMode({ kind: 'details', bookingId: placed.booking.id, isEditing: false })
    const held = heldAt(board, cursor)
    if (event.key === 'Enter' && held?.isMine === false) return askToWaitFor(board.date, held, room)
    const isThere = isFree(board, cursor, earliest)
    const cell = event.key === 'Enter' ? (isThere ? cursor : null) : proposedCell(board, now, me, cursor)
    const refusal = cell === null && event.key === 'Enter' ? refusalOfCell(board, cursor, earliest, now) : null
    const place = spanOf(board, cursor.seat, cursor.slot, cursor.slot + 1)
    if (refusal !== null && place !== null) return tellRefusal(refusal, place)
    if (cell === null) return tellDrawn(board, event.key === 'Enter' ? cursor : null)
    setCursor(cell)
    return ask(cell.seat, cell.slot, endMeant(board, cell, earliest))
  }

  // What a cell holds is not known yet: the press counts once it is.
  const early = useRef<globalThis.KeyboardEvent | null>(null)
  const reserveOnceRead = useOnceKnown(board.date, board.isRead, () => {
    const event = early.current
    early.current = null
    if (event !== null) reserve(event)
  })
  function reserveEarly(event: globalThis.KeyboardEvent): void {
    early.current = event
    reserveOnceRead()
  }

  useKeys('seats', {
    'seats.reserve': (event) => (board.isRead ? reserve(event) : reserveEarly(event)),
    'seats.leave': () => forgetPick() || letGo(),
    'seats.swap': withBooking((booking) => void choose(booking, mayForBoth)),
    'seats.walkUp': withMissed(
      (booking) => void takeSeat({ bookingId: booking.id, seatId: booking.seatId }, me, booking.purpose),
    ),
    'seats.standIn': withBooking((booking) => void checkIn(booking, me)),
    'seats.reschedule': () => (modeNow().kind === 'idle' ? carry('move') : false),
    'seats.cancel': withBooking((booking) => void cancel(booking)),
    'seats.checkIn': withBooking((booking) => void checkIn(booking)),
    'seats.start': withBooking((booking) => void startListening(booking, onListen)),
    'seats.edit': withBooking((booking) => setMode({ kind: 'details', bookingId: booking.id, isEditing: true })),
  })

  const carried = (mode: CarryingMode, arrow: Arrow, isShift: boolean) =>
    carriedBy(board, mode, arrow, isShift, endsBetween(board, mode.placed, now))

  /** Arrows: with a booking in the hand they carry it; Shift draws a range or an end edge; else they move the cursor. */
  function move(arrow: Arrow, isShift: boolean) {
    const mode = modeNow()
    if (mode.kind === 'carrying') return setMode({ ...mode, ...carried(mode, arrow, isShift) })
    if (!isShift || (arrow !== 'up' && arrow !== 'down')) {
      letGo()
      return setCursor(cursorAfter(board, cursorNow(), arrow))
    }
    if (underCursor() !== undefined && mode.kind === 'idle') {
      if (!carry('resize')) return
      const begun = modeNow()
      if (begun.kind === 'carrying') setMode({ ...begun, ...carried(begun, arrow, true) })
      return
    }
    const selecting = extendedBy(board, mode, cursorNow(), arrow, earliest)
    if (selecting !== null) setMode(selecting)
  }

  return (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.metaKey) return
    const arrow = arrowOf(event)
    const kind = modeNow().kind
    if (arrow === null || (kind !== 'idle' && kind !== 'selecting' && kind !== 'carrying')) return
    event.preventDefault()
    move(arrow, event.shiftKey)
  }
}

/** The row behind a place that begins in this one: as was said on the way there, as far as the seat is free, or the next. */
function endMeant(board: DayBoard, { seat, slot }: Cell, earliest: Instant): number {
  const end = takeMeant(board.slots[slot]?.startsAt ?? '')
  let row = slot + 1
  while (end !== null && (board.slots[row]?.endsAt ?? LATEST) <= end && isFree(board, { seat, slot: row }, earliest))
    row++
  return row
}
/** Behind every time: there is no such row. */
const LATEST = '~'
