import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import type { DayBoard } from './board-layout.ts'
import { areaOfRuns, runsOf } from './closed-areas.ts'

/** Where a picture of the day is marked as still to be drawn, as CSS lengths: seats side by side that are drawn for the same times are one area. */
export function drawnAreas(board: DayBoard) {
  const alike = Map.groupBy(board.drawn, ({ seatIds }) => seatIds.join(' '))
  return [...alike.values()].flatMap((times) => {
    const ids = new Set(times[0]?.seatIds)
    const rows = runsOf(board.slots.map((slot) => times.some((one) => overlaps(one, slot))))
    const columns = runsOf(board.seats.map(({ id }) => ids.has(id)))
    return columns.flatMap((seats) => rows.map((run) => areaOfRuns(board, run, seats)))
  })
}
