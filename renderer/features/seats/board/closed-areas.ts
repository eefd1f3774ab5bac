import type { DayBoard } from './board-layout.ts'

/** Where a picture of the day is hatched, as CSS lengths: hours in which all seats are closed across it, those of one seat in its column. */
export function closedAreas(board: DayBoard): { left: string; width: string; top: string; height: string }[] {
  const seats = board.seats.length
  const isClosed = (seat: number, row: number) => board.offers[seat]?.[row] === undefined
  const closedForAll = board.slots.map((_, row) => board.seats.every((_, seat) => isClosed(seat, row)))
  const across = runsOf(closedForAll).map((run) => areaOf(run, 0, 1))
  const alone = board.seats.flatMap((_, seat) => {
    const own = board.slots.map((_, row) => isClosed(seat, row) && closedForAll[row] !== true)
    return runsOf(own).map((run) => areaOf(run, seat / seats, 1 / seats))
  })
  return [...across, ...alone]

  function areaOf({ from, end }: Run, left: number, width: number) {
    const percent = (share: number) => `${share * 100}%`
    return {
      left: percent(left),
      width: percent(width),
      top: percent(from / board.slots.length),
      height: percent((end - from) / board.slots.length),
    }
  }
}

interface Run {
  from: number
  end: number
}

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
