import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import { type Cell, type DayBoard, earliestFor, firstBookable, isToBeDrawn } from './board-layout.ts'
import { isMine } from './cell-names.ts'

/** A running slot is proposed to nobody for the last of its minutes. */
const WORTH_MS = 5 * 60_000

/**
 * What is proposed where nobody has chosen: nothing that is to be drawn, and no hour at which the person has a place already; the first free cell at or after
 * `from`, else of the day; one that is about to end only where no other is.
 */
export function cellFor(personId: Id | null, board: DayBoard, now: Instant, from?: Cell): Cell | null {
  const worth = earliestFor(addMs(now, WORTH_MS), board)
  const fitting = withoutHoursOf(personId, board.drawn.length === 0 ? board : withoutDrawn(board))
  return (
    firstBookable(fitting, worth, from) ??
    firstBookable(fitting, worth) ??
    firstBookable(fitting, earliestFor(now, board))
  )
}

/** The same; where the person has no hour left, one for somebody else, whom the form asks for. */
export const proposedCell = (board: DayBoard, now: Instant, me: Id | null, from?: Cell): Cell | null =>
  cellFor(me, board, now, from) ?? cellFor(null, board, now, from)

/** The same board without offers that do not fit. */
const offering = (board: DayBoard, fits: (cell: Cell) => boolean): DayBoard => ({
  ...board,
  offers: board.offers.map((rows, seat) => rows.map((row, slot) => (fits({ seat, slot }) ? row : undefined))),
})

const withoutDrawn = (board: DayBoard): DayBoard => offering(board, (cell) => !isToBeDrawn(board, cell))

function withoutHoursOf(personId: Id | null, board: DayBoard): DayBoard {
  const own = board.placed.filter(({ booking }) => isMine(booking, personId)).map(({ booking }) => booking)
  if (own.length === 0) return board
  return offering(board, ({ seat, slot }) => {
    const offer = board.offers[seat]?.[slot]
    return offer !== undefined && !own.some((booking) => overlaps(booking, offer))
  })
}
