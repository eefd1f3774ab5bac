/** What an A4 sheet laid across has for the chart: below its head, and beside the numbers of the seats. */
const SHEET = { heightMm: 174, widthMm: 263 } as const
const HIGHEST_ROW_MM = 34
const POINTS_PER_MM = 72 / 25.4
const LARGEST = 17
const SMALLEST = 5.5
const BLOCK_EDGES_MM = 1.6

/** More than these stand on several sheets, as names could not be read from a metre. */
const MOST_ON_A_SHEET = 32

/** Seats by sheets, as many on each as on the others. */
export function sheetsOf<Seat>(seats: readonly Seat[]): readonly (readonly Seat[])[] {
  const count = Math.max(1, Math.ceil(seats.length / MOST_ON_A_SHEET))
  const each = Math.ceil(seats.length / count)
  return Array.from({ length: count }, (_, sheet) => seats.slice(sheet * each, (sheet + 1) * each))
}

/** How high a seat's row is, so that all of a sheet stand on it. */
export const rowHeightMm = (seats: number): number =>
  Math.min(HIGHEST_ROW_MM, Math.floor((SHEET.heightMm / Math.max(1, seats)) * 100) / 100)

/** Where a frame around each booking would leave no room for its words. */
export const isLow = (rowMm: number): boolean => rowMm < 5

export interface BlockWords {
  name: string
  department: string
  /** Who sits beside, as a phrase; empty: nobody. */
  beside: string
  /** A sign of what for stands before the name. */
  isMarked?: boolean
}

/** How a booking stands on the sheet: one under the other, or all on one line, and what has room. Sizes in points. */
export interface BlockLook {
  isStacked: boolean
  nameSize: number
  showsDepartment: boolean
  showsBeside: boolean
}

/**
 * How large names stand on a sheet, in points: all in one size, as nobody on it is more than others. It is the one in which each has
 * room; who would have none in a size that is read from a metre stands smaller alone.
 */
export function sheetSize(blocks: readonly { words: BlockWords; share: number }[], rowMm: number): number {
  const sizes = blocks.map(({ words, share }) => blockLook(words, share, rowMm).nameSize)
  return Math.min(LARGEST, ...sizes.filter((size) => size >= STACKED_FROM))
}

/**
 * `share`: how much of the day the booking takes, 0 to 1. The name is as large as it can be, up to `largest` points; the others stand
 * where it leaves room.
 */
export function blockLook(
  { name: bare, department, beside, isMarked = false }: BlockWords,
  share: number,
  rowMm: number,
  largest = LARGEST,
): BlockLook {
  const name = isMarked ? `${MARK}${bare}` : bare
  const height = (rowMm - (isLow(rowMm) ? 0.2 : 1)) * POINTS_PER_MM
  const width = Math.max(1, (share * SHEET.widthMm - BLOCK_EDGES_MM) * POINTS_PER_MM)
  const rest = [department, beside].filter((words) => words !== '')
  const sizeOn = (lines: number) =>
    fitting(
      lines === 1 ? name : widestPart(name),
      width,
      Math.min(largest, height / (1.25 * (lines + rest.length * SMALLER))),
    )
  const lines = sizeOn(2) > sizeOn(1) ? 2 : 1
  const stackedSize = sizeOn(lines)
  if (rest.length + lines > 1 && stackedSize >= STACKED_FROM) {
    const left = height / stackedSize - 1.15 * lines
    const showing = [
      { showsDepartment: department !== '', showsBeside: beside !== '' },
      { showsDepartment: false, showsBeside: beside !== '' },
      { showsDepartment: department !== '', showsBeside: false },
    ].find(({ showsDepartment, showsBeside }) => {
      const under = [...(showsDepartment ? [department] : []), ...(showsBeside ? [beside] : [])]
      const high = under.reduce((sum, words) => sum + linesFor(words, width / (stackedSize * SMALLER)), 0)
      return 1.15 * SMALLER * high <= left
    })
    return { isStacked: true, nameSize: stackedSize, ...(showing ?? { showsDepartment: false, showsBeside: false }) }
  }
  const nameSize = fitting(name, width, Math.min(largest, height / 1.2))
  const left = width - emsOf(name) * nameSize
  const fits = (words: string) => words !== '' && (emsOf(words) * SMALLER + 0.5) * nameSize <= left
  const showsDepartment = fits(department)
  const showsBeside = fits(showsDepartment ? `${department} ${beside}` : beside) && beside !== ''
  return { isStacked: false, nameSize, showsDepartment, showsBeside }
}

/** The same with its time beside the department, or alone where only that has room: the lines of the hours do not tell half past. */
export function withTime(
  words: BlockWords,
  time: string,
  lookOf: (words: BlockWords) => BlockLook,
): { words: BlockWords; look: BlockLook } {
  const besides = [`${time} ${words.department}`.trim(), time, words.department]
  const ways = besides.map((department) => ({ ...words, department })).map((way) => ({ words: way, look: lookOf(way) }))
  const plain = { words, look: lookOf(words) }
  // Never at the cost of the name or of who sits beside.
  const isAsGood = ({ look }: { look: BlockLook }) =>
    look.nameSize >= plain.look.nameSize && look.showsBeside === plain.look.showsBeside
  return ways.find((way) => way.look.showsDepartment && isAsGood(way)) ?? plain
}

/** Of a day with many hours only those in which somebody sits, whole hours of it: from which to which share of the day. */
export function shownPart(lines: readonly { from: number; to: number }[], hours: number): { from: number; to: number } {
  if (hours <= MOST_HOURS || lines.length === 0) return { from: 0, to: 1 }
  const from = Math.floor(Math.min(...lines.map((line) => line.from)) * hours) / hours
  const to = Math.ceil(Math.max(...lines.map((line) => line.to)) * hours) / hours
  return { from: Math.max(0, from), to: Math.min(1, to) }
}
const MOST_HOURS = 16

/** As wide as the sign: a full square. */
const MARK = '\u3000'

/** Below this, one line in full size is easier to read than several small ones, and a metre is too far. */
const STACKED_FROM = 10
/** What stands under or after the name, against the name. */
export const SMALLER = 0.72

const fitting = (name: string, width: number, largest: number): number => {
  const size = Math.min(largest, width / Math.max(1, emsOf(name)))
  return Math.max(SMALLEST, Math.floor(size * 4) / 4)
}

const widestPart = (name: string): string =>
  name.split(' ').reduce((widest, part) => (emsOf(part) > emsOf(widest) ? part : widest), '')

/** On how many lines words stand that are so many of their own ems wide: broken between words and Chinese signs. Where one is wider there is no number. */
function linesFor(words: string, ems: number): number {
  let lines = 1
  let used = 0
  for (const part of words.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/gu) ?? []) {
    const wide = emsOf(part)
    if (wide > ems) return Number.POSITIVE_INFINITY
    if (used + wide > ems) {
      lines += 1
      used = 0
    }
    used += wide
  }
  return lines
}

/** How wide words are about, in their own size: a Chinese sign is as wide as it is high, a letter about half of it. */
export const emsOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (/[\u2e80-\uffff]/u.test(sign) ? 1.02 : sign === ' ' ? 0.3 : 0.6), 0)
