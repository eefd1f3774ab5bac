import type { KeyboardEvent } from 'react'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { isComposing } from '../../../lib/composition.ts'
import { wallTime } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { type DayBoard, earliestFor, holderAt, isFree, spanOf } from '../board/board-layout.ts'
import { extendedBy } from '../board/board-moves.ts'
import { arriveAt, type CarryingMode, goesAlong, letGo, modeNow, setMode } from '../board/board-store.ts'
import { hasStarted, isOver } from '../board/cell-names.ts'
import { isSamePlace, landingOf, lifted } from '../board/drag-geometry.ts'
import { openingRow } from '../board/opening.ts'
import { proposedCell } from '../board/proposed-cell.ts'
import { useTellDrawn } from '../draw/use-tell-drawn.ts'
import { tellRefusal } from '../seats.actions.ts'
import { choose } from '../swap/swap.actions.ts'
import { forgetPick, pickedFirst } from '../swap/swap-pick.ts'
import { moveInWeek } from './move-in-week.ts'
import { carriedInWeek, type WeekArrow, type WeekPlace, weekArrowOf, weekStep } from './week-moves.ts'

interface Week {
  boards: readonly DayBoard[]
  today: PlainDate
  now: Instant
  me: Id | null
  at: WeekPlace
  goTo: (at: WeekPlace) => void
  /** The day over which a booking in the hand is. */
  handDay: number
  setHandDay: (day: number) => void
  /** False when the pointer carried nothing. */
  letGoOfPointer: () => boolean
  onOpenDay: (day: PlainDate) => void
  onToday: () => void
}

/** Everything the week does without the mouse. Returns the handler of the grid for the keys that move. */
export function useWeekKeys(week: Week) {
  const { boards, at, now, me, onOpenDay } = week
  const place = usePlace()
  const mayForBoth = useMay('swaps.exchange')
  const tellDrawn = useTellDrawn()
  const board = boards[at.day]
  const cell = at.slot === null ? null : { seat: at.seat, slot: at.slot }
  const placed = board === undefined || cell === null ? undefined : holderAt(board, cell)

  /** Opens the day there; `ask`: with the form for that place. */
  function open(ask?: SeatSpan | null) {
    if (board === undefined) return
    const seatId = ask?.seatId ?? (cell === null ? undefined : board.seats[cell.seat]?.id)
    const startsAt =
      ask?.startsAt ?? placed?.booking.startsAt ?? (cell === null ? undefined : board.slots[cell.slot]?.startsAt)
    if (seatId !== undefined && startsAt !== undefined) arriveAt({ seatId, startsAt, ...(ask ? { ask } : {}) })
    letGo()
    onOpenDay(board.date)
  }

  /** Enter puts down, asks for the range, chooses the other of a swap, or opens the day there; n asks for the place, or for the first free one of the day. */
  function reserve(event: globalThis.KeyboardEvent) {
    const mode = modeNow()
    if (goesAlong(mode)) return drop(mode)
    if (board === undefined) return false
    if (mode.kind === 'selecting') return open(spanOf(board, mode.seat, mode.from, mode.end))
    if (pickedFirst() !== null && placed !== undefined) return void choose(placed.booking, mayForBoth)
    if (event.key === 'Enter') return open()
    const isThere = cell !== null && isFree(board, cell, earliestFor(now, board))
    const free = proposedCell(board, now, me, isThere ? cell : undefined)
    return free === null ? tellDrawn(board, null) : open(spanOf(board, free.seat, free.slot, free.slot + 1))
  }

  function drop({ placed: { booking }, to }: CarryingMode) {
    const under = boards[week.handDay]
    const span = under === undefined ? null : landingOf(under, booking, to, 'move')
    letGo()
    if (span === null || isSamePlace(booking, span)) return
    week.goTo({ day: week.handDay, seat: to.seat, slot: to.firstSlot })
    void moveInWeek(booking, span)
  }

  function carry() {
    if (board === undefined || placed === undefined || modeNow().kind !== 'idle') return false
    if (isOver(placed.booking, now)) tellRefusal({ ok: false, code: 'already_over', detail: {} }, placed.booking)
    else if (hasStarted(placed.booking, now))
      tellRefusal({ ok: false, code: 'already_started', detail: {} }, placed.booking)
    else {
      week.setHandDay(at.day)
      setMode({ kind: 'carrying', placed, act: 'move', to: lifted(board, placed), by: 'keys' })
    }
    return true
  }

  useKeys('seats', {
    'seats.reserve': reserve,
    'seats.reschedule': carry,
    'seats.leave': () => week.letGoOfPointer() || forgetPick() || letGo(),
    'seats.swap': () =>
      placed === undefined || modeNow().kind !== 'idle' ? false : void choose(placed.booking, mayForBoth),
    'seats.dayView': () => onOpenDay(boards[goesAlong(modeNow()) ? week.handDay : at.day]?.date ?? week.today),
    'seats.today': () => {
      const day = boards.findIndex((each) => each.date === week.today)
      if (day === -1) return week.onToday()
      week.goTo({ ...at, day })
    },
  })

  function move(arrow: WeekArrow, isShift: boolean) {
    const mode = modeNow()
    if (goesAlong(mode)) {
      const carried = carriedInWeek(boards, week.handDay, mode, arrow)
      if (carried === null) return
      week.setHandDay(carried.day)
      return setMode({ ...mode, to: carried.to })
    }
    if (isShift && (arrow === 'up' || arrow === 'down')) {
      if (board === undefined || cell === null) return
      const range = extendedBy(board, mode, cell, arrow, earliestFor(now, board))
      return range === null ? undefined : setMode(range)
    }
    letGo()
    week.goTo(weekStep(boards, at, arrow, (day) => openingRow(day, now, (when) => wallTime(when, place))))
  }

  return (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.metaKey) return
    const arrow = weekArrowOf(event)
    if (arrow === null) return
    event.preventDefault()
    move(arrow, event.shiftKey)
  }
}
