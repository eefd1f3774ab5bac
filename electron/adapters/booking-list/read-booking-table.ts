import type { BookingColumns } from '../../../shared/contract/seats/booking-lists.ts'
import {
  guessColumns,
  hasColumns,
  isBookingHeading,
  isUnknownHeading,
} from '../../../shared/domain/seats/booking-list/columns.ts'
import { purposeIn, tellsDayAndTime } from '../../../shared/domain/seats/booking-list/read-cells.ts'
import { cellText, SPOILED } from '../people-list/cells.ts'
import { type NoTable, type Table, tableOf } from '../people-list/table-of-file.ts'

export interface BookingTable extends Pick<Table, 'encoding' | 'sheet'> {
  heads: { name: string; example: string }[]
  /** As the headings say. */
  columns: BookingColumns
  /** `isUnclear`: it is cut off, or a quote has no partner. */
  rows: { row: number; cells: string[]; isUnclear: boolean }[]
}

export type BookingTableRead = BookingTable | NoTable | { code: 'empty'; detail: Record<string, never> }

/** A heading stands below a few titles, not below bookings. */
const MOST_ROWS_ABOVE_HEADING = 20

/** A heading of two rows: names of groups above, and below them those of the columns, which tell more. */
const isOfGroups = (above: Cells | undefined, below: Cells | undefined): boolean =>
  above !== undefined && below !== undefined && toldBy(below) > toldBy(above)

type Cells = Pick<BookingTable['rows'][number], 'cells'>
const toldBy = ({ cells }: Cells): number => Object.keys(guessColumns(cells)).length

const minute = (at: Date): string => {
  const text = new Date(Math.round(at.getTime() / 60_000) * 60_000).toISOString()
  // Day 0 of a sheet: it holds a time of the day alone.
  if (text < '1901') return text.slice(11, 16)
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

/** A sheet's own days and times are what a list of bookings is made of; those of a list of people would be numbers it has spoiled. */
const sheetReading = {
  isHeading: isBookingHeading,
  ofDate: (at: Date) => (Number.isNaN(at.getTime()) ? SPOILED : minute(at)),
  ofNumber: (value: number) => String(value),
}

/** Where no column is called a day, and that of the beginnings tells days and times, it is both. */
function withDay(columns: BookingColumns, heads: readonly { readonly example: string }[]): BookingColumns {
  const { day, from } = columns
  return day === undefined && from !== undefined && tellsDayAndTime(heads[from]?.example ?? '')
    ? { ...columns, day: from }
    : columns
}

/** «是否接线», «Answers calls?»: what stands below is no purpose known here, and is told of rather than passed over. */
const ASKS_FOR_PURPOSE = /接线|\banswer/iu

/** Where no column is called a purpose, one that says 听线 or 接线 somewhere is it: whoever comes to answer calls would be let in to listen. */
function withPurpose(columns: BookingColumns, heads: BookingTable['heads'], below: readonly Cells[]): BookingColumns {
  if (columns.purpose !== undefined) return columns
  const taken: (number | undefined)[] = Object.values(columns)
  const isPurpose = (cell = '') => cell !== '' && purposeIn(cell) !== null
  const at = heads.findIndex(
    ({ name }, column) =>
      !taken.includes(column) && (ASKS_FOR_PURPOSE.test(name) || below.some(({ cells }) => isPurpose(cells[column]))),
  )
  return at === -1 ? columns : { ...columns, purpose: at }
}

/** Where the heading stands; -1: there is none. One that nobody knows is the first row with columns, or it is a row like any other. */
function headingOf(filled: readonly Cells[]): number {
  const rows = filled.slice(0, MOST_ROWS_ABOVE_HEADING)
  const known = rows.findIndex(({ cells }) => isBookingHeading(cells))
  if (known !== -1) return known
  const first = rows.findIndex(({ cells }) => hasColumns(cells))
  return isUnknownHeading(rows[first]?.cells ?? []) ? first : -1
}

/** Reads the bytes of a table of bookings; what its cells mean is the domain's. */
export async function readBookingTable(bytes: Buffer): Promise<BookingTableRead> {
  const table = await tableOf(bytes, sheetReading)
  if ('code' in table) return table
  const filled = table.rows
    .map((each) => ({ ...each, cells: each.cells.map((cell) => cellText(cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = headingOf(filled)
  const at = first + (isOfGroups(filled[first], filled[first + 1]) ? 1 : 0)
  const names = filled[at]?.cells ?? []
  const below = filled.slice(at + 1)
  if (below.length === 0) return { code: 'empty', detail: {} }
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), names.length)
  const heads = Array.from({ length: width }, (_, column) => ({
    name: names[column] ?? '',
    example: below.find(({ cells }) => (cells[column] ?? '') !== '')?.cells[column]?.slice(0, 40) ?? '',
  }))
  return {
    ...{ encoding: table.encoding, sheet: table.sheet, heads },
    columns: withPurpose(withDay(guessColumns(names), heads), heads, below),
    rows: below.map(({ row, cells, hasStrayQuote, isShifted }, index) => ({
      ...{ row, cells },
      isUnclear:
        hasStrayQuote ||
        isShifted ||
        cells.some((cell) => cell.includes(SPOILED)) ||
        (table.isCut && index === below.length - 1),
    })),
  }
}
