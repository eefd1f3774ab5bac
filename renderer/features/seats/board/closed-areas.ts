import type { DayBoard } from './board-layout.ts'

/** Where a picture of the day is hatched, as CSS lengths: hours in which all seats are closed across it, those of one seat in its column. */
export function closedAreas(board: DayBoard): Area[] {
  const isClosed = (seat: number, row: number) => board.offers[seat]?.[row] === undefined
  const closedForAll = board.slots.map((_, row) => board.seats.every((_, seat) => isClosed(seat, row)))
  const across = runsOf(closedForAll).map((run) => areaOfRuns(board, run, { from: 0, end: board.seats.length }))
  const alone = board.seats.flatMap((_, seat) => {
    const own = board.slots.map((_, row) => isClosed(seat, row) && closedForAll[row] !== true)
    return runsOf(own).map((run) => areaOfRuns(board, run, { from: seat, end: seat + 1 }))
  })
  return [...across, ...alone]
}

interface Area {
  left: string
  width: string
  top: string
  height: string
}

interface Run {
  from: number
  end: number
}

const percent = (share: number) => `${share * 100}%`

/** Rows of seats that lie side by side. */
export const areaOfRuns = ({ slots, seats }: DayBoard, rows: Run, columns: Run): Area => ({
  left: percent(columns.from / seats.length),
  width: percent((columns.end - columns.from) / seats.length),
  top: percent(rows.from / slots.length),
  height: percent((rows.end - rows.from) / slots.length),
})

/** Rows that lie one after the other. */
export function runsOf(rows: readonly boolean[]): Run[] {
  const runs: Run[] = []
  for (const [row, isIn] of rows.entries()) {
    const last = runs.at(-1)
    if (!isIn) continue
    if (last !== undefined && last.end === row) last.end = row + 1
    else runs.push({ from: row, end: row + 1 })
  }
  return runs
}
