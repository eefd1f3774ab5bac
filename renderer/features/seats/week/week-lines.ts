/** What an A4 sheet laid across has for rows, without margins, head and headings. */
const ROOM_POINTS = 440
const ROW_EDGES_POINTS = 5
const LINE_HEIGHT = 1.3
const LARGEST = 9
const SMALLEST = 6.5
const ON_MANY_SHEETS = 8

/** How large the words of a printed week are, so that all its seats stand on one sheet; where that could not be read they go over several. */
export function linePoints(linesOfSeats: readonly number[]): number {
  const lines = linesOfSeats.reduce((sum, of) => sum + Math.max(1, of), 0)
  const fitting = (ROOM_POINTS - linesOfSeats.length * ROW_EDGES_POINTS) / (Math.max(1, lines) * LINE_HEIGHT)
  return fitting < SMALLEST ? ON_MANY_SHEETS : Math.min(LARGEST, Math.floor(fitting * 4) / 4)
}
