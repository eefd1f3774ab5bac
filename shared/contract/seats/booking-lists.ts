import { z } from 'zod'
import { entry } from '../entry.ts'
import { ImportToTurn, importsOfKind, turnRefusals } from '../house/list-imports.ts'
import { MOST_AT_ONCE } from '../limits.ts'
import { FileBytes, Id, Nothing, PlainDate } from '../values.ts'
import { coordinators } from '../who.ts'
import { Booking } from './bookings.ts'
import { changed, Misfit, PlaceWish } from './series.ts'

/** What a column of a list of bookings may hold. Day, beginning, seat and person must be there, and an end or a length. */
export const BookingField = z.enum([
  'day',
  'from',
  'to',
  'length',
  'seat',
  'room',
  'employeeNumber',
  'person',
  'companion',
  'bookedBy',
  'purpose',
])
export type BookingField = z.infer<typeof BookingField>

/** Which column holds what, counted from 0. */
export const BookingColumns = z.partialRecord(BookingField, z.number().int().min(0).max(99))
export type BookingColumns = z.infer<typeof BookingColumns>

/** `said`: the words of the cell. */
const said = z.object({ said: z.string() })
const because = <const Code extends string, Detail extends z.ZodType>(code: Code, detail: Detail) =>
  z.object({ code: z.literal(code), detail })

/** Why a row cannot become a booking. */
export const RowFault = z.discriminatedUnion('code', [
  /** The file ends inside it, or its cells cannot be told apart. */
  because('unclear_row', Nothing),
  because('bad_day', said),
  /** Which of its numbers is the month neither the list nor somebody says. */
  because('day_order', said),
  /** The weekday beside it is not that of the day. */
  because('other_weekday', said.extend({ day: PlainDate })),
  because('bad_time', said),
  /** The clocks of the room skip it on that day. */
  because('no_such_time', said.extend({ day: PlainDate })),
  because('bad_length', said),
  /** Neither an end nor a length. */
  because('no_end', Nothing),
  because('unknown_room', said),
  /** The house has several rooms, and the row names none. */
  because('which_room', Nothing),
  because('unknown_seat', said),
  because('nobody_named', Nothing),
  because('unknown_person', said),
  /** Several people have that name: their number says which. */
  because('several_people', said),
  /** The number is somebody else's than the name. */
  because('number_of_another', said.extend({ name: z.string() })),
  because('unknown_purpose', said),
  /** The seat or one of the people is taken by another row of the list. */
  because('overlaps_row', z.object({ row: z.number().int() })),
  because(
    'misfit',
    /** `roomId`: by the clock of which room its times are told; a hub of an older build names none. */
    z.object({
      misfit: Misfit,
      seatNumber: z.number().int(),
      personName: z.string(),
      day: z.string(),
      roomId: Id.optional(),
    }),
  ),
])
export type RowFault = z.infer<typeof RowFault>

/** A row that is not to be had, as the sheet numbers it, with all that is wrong with it and its words. */
export const BadBookingRow = z.object({ row: z.number().int(), faults: z.array(RowFault).min(1), text: z.string() })
export type BadBookingRow = z.infer<typeof BadBookingRow>

const listRefusals = {
  empty: Nothing,
  unreadable: Nothing,
  old_workbook: Nothing,
  file_too_large: Nothing,
  too_many_rows: z.object({ most: z.number().int() }),
}
/** `dayOrder`: which of 12-08 comes first, where the list itself does not tell. */
const wish = z.object({
  base64: FileBytes,
  columns: BookingColumns.nullable(),
  dayOrder: z.enum(['day', 'month']).nullable().optional(),
})

/** Bookings that stood in a spreadsheet until now. */
export const bookingLists = {
  /**
   * Reads a pasted table, a CSV file or an .xlsx workbook, and says what `keep` would make of it; nothing is stored. `columns` null: as the
   * headings say. `isWhole`: the columns that must be there are named; until then no row is good or bad.
   */
  read: entry({
    where: 'hub',
    who: coordinators,
    input: wish,
    output: z.object({
      encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16', 'xlsx']),
      sheet: z.object({ name: z.string(), others: z.array(z.string()) }).nullable(),
      /** A heading for each column, empty where there is none, with what stands first below it. */
      heads: z.array(z.object({ name: z.string(), example: z.string() })),
      columns: BookingColumns,
      isWhole: z.boolean(),
      good: z.array(
        PlaceWish.extend({
          row: z.number().int(),
          seatNumber: z.number().int(),
          roomName: z.string(),
          personName: z.string(),
          companionName: z.string().nullable(),
          bookedByName: z.string().nullable(),
        }),
      ),
      bad: z.array(BadBookingRow),
    }),
    refusals: listRefusals,
    changes: [],
    takesFile: true,
    isSecret: true,
  }),
  /**
   * Makes a booking of every row but those that are left out by their numbers, or of none: `does_not_fit` names the first row that cannot
   * be one. Their history says that they were brought in. `turnImport` takes them all back.
   */
  keep: entry({
    where: 'hub',
    who: coordinators,
    input: wish.extend({ leftOut: z.array(z.number().int()).max(MOST_AT_ONCE) }),
    output: z.object({ importId: Id, bookings: z.array(Booking) }),
    refusals: { ...listRefusals, does_not_fit: BadBookingRow.pick({ row: true, faults: true }) },
    changes: ['bookings'],
    takesFile: true,
  }),
  imports: importsOfKind,
  /**
   * Cancels what came of a list, however long ago it was brought in, or brings it back where that was done. Those that have begun, were changed since, or whose
   * place somebody has by now stay, and are counted.
   */
  turnImport: entry({
    where: 'hub',
    who: coordinators,
    input: ImportToTurn,
    output: changed,
    refusals: turnRefusals,
    changes: ['bookings'],
  }),
}
