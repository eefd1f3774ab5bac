import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { FileBytes, Id, Instant, Nothing, optionalText, PlainDate } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'

/** Years that can be entered; a date typed as 0227-10-01 is a slip. */
export const Year = z.number().int().min(2000).max(2100)

/**
 * A day that does not follow the week.
 * - `holiday`: off, also where it is a Saturday (its name is then shown)
 * - `make_up_workday`: worked, although the week has it free
 */
export const SpecialDay = z.object({
  date: PlainDate,
  kind: z.enum(['holiday', 'make_up_workday']),
  name: z.object({ zh: optionalText(LONGEST.dayName), en: optionalText(LONGEST.dayName) }),
})
export type SpecialDay = z.infer<typeof SpecialDay>

/**
 * One year of the work calendar, its days by date.
 * - `entered`: somebody saved it here; `shipped`: as it came with Earshot; `missing`: nobody knows its holidays, it follows the week
 */
export const CalendarYear = z.object({
  year: Year,
  days: z.array(SpecialDay),
  source: z.enum(['entered', 'shipped', 'missing']),
  /** ISO weekdays that are worked, 1 = Monday … 7 = Sunday. */
  weekdays: z.array(z.number().int()),
  version: Version,
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** Open tickets whose deadline a change of the calendar moves. */
export const MovedDeadlines = z.object({
  /** Names exactly these moves: with it the person says that they were told. */
  mark: z.string(),
  count: z.number().int(),
  /** How many of them are overdue then and are not now. */
  lateCount: z.number().int(),
  /** The first hundred, soonest due first. */
  moves: z.array(
    z.object({
      ticketId: Id,
      number: z.number().int(),
      title: z.string(),
      from: Instant,
      to: Instant,
      isLate: z.boolean(),
    }),
  ),
})
export type MovedDeadlines = z.infer<typeof MovedDeadlines>

/** Why a line of a file was left out. */
export const BadDay = z.object({
  /** As an editor or a spreadsheet numbers it, from 1. */
  line: z.number().int(),
  reason: z.enum([
    'date_unreadable',
    /** A date in shape, like 30 February. */
    'no_such_day',
    'year_out_of_range',
    /** Neither a holiday nor a make-up workday by its words. */
    'kind_unknown',
    'repeated_date',
    /** A make-up workday on a day that the week works anyway. */
    'works_anyway',
    'name_too_long',
    'odd_character',
    'damaged_text',
    'stray_quote',
    'cut_off',
    /** Of an iCalendar file. */
    'not_all_day',
    'repeating',
    'too_many_days',
  ]),
  text: z.string(),
})
export type BadDay = z.infer<typeof BadDay>

export const calendar = {
  /** `shipped` and `missing` years have version 0 until somebody saves them. */
  year: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ year: Year }),
    output: CalendarYear,
    refusals: {},
    changes: [],
  }),
  /**
   * Replaces the special days of a year; null: as it was shipped, or missing. Deadlines of open tickets follow at once, those of
   * tickets that are done stay. `moves_deadlines`: nothing was saved; with its `mark` as `toldMoves` the same wish is taken,
   * unless other deadlines would move by then. `backMark`: the `toldMoves` of going back, as long as that moves these same deadlines
   * back to where they were; null: none moved.
   */
  save: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      year: Year,
      seenVersion: SeenVersion,
      days: z.array(SpecialDay).max(366).nullable(),
      toldMoves: z.string().nullable(),
    }),
    output: CalendarYear.extend({ movedCount: z.number().int(), backMark: z.string().nullable() }),
    refusals: {
      moves_deadlines: MovedDeadlines,
      date_of_another_year: z.object({ date: PlainDate }),
      repeated_date: z.object({ date: PlainDate }),
      /** A year in which nearly nothing is worked: a slip, and deadlines in it would never come. */
      too_few_workdays: z.object({ count: z.number().int(), least: z.number().int() }),
    },
    changes: ['calendar', 'tickets'],
  }),
  /**
   * Reads special days from a table (date, kind, name; encodings and line ends as lists of people have them, .xlsx too) or an
   * iCalendar file of all-day events. Stores nothing. Every row or event of the file is in `good` or in `bad`.
   */
  readFile: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ base64: FileBytes }),
    output: z.object({
      encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16', 'xlsx']),
      form: z.enum(['table', 'icalendar']),
      good: z.array(z.object({ line: z.number().int(), day: SpecialDay })),
      bad: z.array(BadDay),
    }),
    refusals: { empty: Nothing, unreadable: Nothing, old_workbook: Nothing, file_too_large: Nothing },
    changes: [],
    takesFile: true,
  }),
}
