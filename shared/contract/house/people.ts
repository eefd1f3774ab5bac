import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_AT_ONCE, MOST_PEOPLE_AT_ONCE } from '../limits.ts'
import { FileBytes, Id, Instant, Nothing, optionalText, PlainDate, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone, Role } from '../who.ts'
import { Ahead, GivenUp, LeavingReason } from './leaving.ts'
import { ImportToTurn, importsOfKind, turnRefusals } from './list-imports.ts'

/** Somebody who books, listens or owns. No two share an employee number; names may be the same. */
export const Person = z.object({
  id: Id,
  name: z.string(),
  department: z.string(),
  role: Role,
  employeeNumber: z.string().nullable(),
  email: z.string().nullable(),
  /** The day they came to the company, where it is known: who joins in the course of a year owes a part of its duties. */
  joinedOn: PlainDate.nullable(),
  version: Version,
})
export type Person = z.infer<typeof Person>

/** A person as typed or read from a list. What is left empty is not known. */
export const PersonWish = z.object({
  name: shortText(LONGEST.personName),
  department: optionalText(LONGEST.department),
  role: Role,
  employeeNumber: optionalText(LONGEST.employeeNumber).nullable(),
  email: optionalText(LONGEST.email).nullable(),
  /** Left out, by a program that does not know of it, it stays as it was. */
  joinedOn: PlainDate.nullable().optional(),
})
export type PersonWish = z.infer<typeof PersonWish>

/**
 * What a list did to one person, as it is taken back. `before`: as they were; null: not on the list of people. `left`: they were taken off it, for that
 * reason, and gave that up (null: to be taken off again).
 */
export const ListChange = z.object({
  personId: Id,
  seenVersion: Version,
  before: PersonWish.nullable(),
  left: z.object({ reason: LeavingReason, gaveUp: GivenUp.nullable() }).optional(),
})
export type ListChange = z.infer<typeof ListChange>

/**
 * Somebody whom a list that is taken back leaves as they are now. `number_taken`: it is somebody else's by now. `not_all_back`: they are on the list
 * again, and some of what they gave up was changed since, or is somebody else's.
 */
export const KeptPerson = z.object({
  name: z.string(),
  why: z.enum(['changed_since', 'has_bookings', 'number_taken', 'not_all_back']),
})
export type KeptPerson = z.infer<typeof KeptPerson>

/** What a column of a list may hold. Only the name must be there. */
export const ListField = z.enum(['name', 'employeeNumber', 'department', 'email', 'role', 'joinedOn'])
export type ListField = z.infer<typeof ListField>

/** What is wrong with a row of a pasted or read list. */
export const RowReason = z.enum([
  'name_missing',
  /** A total, a page number: below a list, and nobody's name. */
  'nobody',
  'too_few_columns',
  'too_many_columns',
  /** Of a list without a heading: a number without a digit, an address as department. */
  'wrong_column',
  'bad_email',
  /** A joining day that is none: «last spring», 2026-02-30. */
  'bad_joined_on',
  'repeated_employee_number',
  /** Known under another name: nobody is overwritten by somebody else. */
  'number_of_another',
  /** The number of a record that was merged into another: the row with that one's number says who they are. */
  'number_of_merged',
  'too_long',
  'odd_character',
  'unknown_role',
  'stray_quote',
  'line_break',
  /** A number or text that a spreadsheet has made a date, rounded, or a fault. */
  'spoiled_cell',
  'damaged_text',
  /** The file ends inside this row. */
  'cut_off',
  'heading_again',
  'above_heading',
])
export type RowReason = z.infer<typeof RowReason>

/** Why a row was left out, all of it. Row numbers count from 1 as a spreadsheet shows them. */
export const BadRow = z.object({
  row: z.number().int(),
  reasons: z.array(RowReason).min(1),
  text: z.string(),
  /** Whose the employee number is, for `number_of_another` and `number_of_merged`. */
  knownName: z.string().nullable(),
})
export type BadRow = z.infer<typeof BadRow>

/** What becomes of whom a good row names. `same`: the house has them just so. */
export const RowFate = z.enum(['new', 'update', 'same'])
export type RowFate = z.infer<typeof RowFate>

/** Somebody of the house who is not in the list. */
export const ListLeaver = z.object({
  person: Person,
  ahead: Ahead,
  /** What `keepList` is told, so that nobody gives up what was not shown. */
  mark: z.string(),
  /** To be ticked at first. */
  isLikelyGone: z.boolean(),
})
export type ListLeaver = z.infer<typeof ListLeaver>

const listRefusals = {
  empty: Nothing,
  unreadable: Nothing,
  /** .xls, or a workbook with a password. */
  old_workbook: Nothing,
  /** Two columns for one field: which of them holds it is for the person to say. */
  two_columns: z.object({ field: ListField, first: z.string(), second: z.string() }),
  no_name_column: Nothing,
}
export type PeopleListRefusal = {
  [code in keyof typeof listRefusals]: { code: code; detail: z.infer<(typeof listRefusals)[code]> }
}[keyof typeof listRefusals]

export const people = {
  /** Everybody, by name. */
  list: entry({ where: 'hub', who: everyone, input: Nothing, output: z.array(Person), refusals: {}, changes: [] }),
  /** `name` of the refusal: who has this number. */
  add: entry({
    where: 'hub',
    who: coordinators,
    input: PersonWish,
    output: Person,
    refusals: { employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people'],
  }),
  /** All fields as they shall be; bookings show the new name. */
  edit: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ personId: Id, seenVersion: SeenVersion, wish: PersonWish }),
    output: Person,
    refusals: { not_found: Nothing, employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people', 'bookings'],
  }),
  /** Taken off the list; refused while the person has bookings to come. Past records keep the name. */
  remove: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ personId: Id, seenVersion: SeenVersion }),
    output: Person,
    refusals: { not_found: Nothing, has_bookings: z.object({ count: z.number().int() }) },
    changes: ['people', 'bookings', 'waitlist'],
  }),
  /**
   * Those who were taken off the list, the last one first. Neither a record that was merged into another is among them, nor whom a list brought that was
   * taken back and who never had a place or listened, as long as that list can be brought in again. At most 500.
   */
  former: entry({
    where: 'hub',
    who: coordinators,
    input: Nothing,
    output: z.array(z.object({ person: Person, removedAt: Instant })),
    refusals: {},
    changes: [],
  }),
  /** What somebody on the list has before them, and the `mark` that `letGo` is told, so that nobody gives up what was not shown. */
  ahead: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ personId: Id }),
    output: z.object({ ahead: Ahead, mark: z.string() }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /**
   * Somebody goes who has something before them: it is given up, and the reason is kept with each booking. `keepUntil` null: all of it, and they are taken off
   * the list. A day: what begins after it, in the calendar of its room; they stay on the list, and what they asked a draw and the rooms they coordinate stay theirs. `takeBackList` takes
   * `change` back. `is_sitting`: on a seat, now. `has_other_ahead`: not what was shown.
   */
  letGo: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      ...{ personId: Id, seenVersion: SeenVersion, mark: z.string() },
      reason: LeavingReason,
      keepUntil: PlainDate.nullable(),
    }),
    output: z.object({ change: ListChange, isRemoved: z.boolean(), count: z.number().int() }),
    refusals: { not_found: Nothing, is_sitting: Nothing, has_other_ahead: Nothing },
    changes: ['people', 'bookings'],
  }),
  /** Undo of `remove`: the same person is on the list again; `not_found` when there was nobody to put back. */
  putBack: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ personId: Id }),
    output: Person,
    refusals: { not_found: Nothing, employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people', 'bookings', 'waitlist'],
  }),
  /**
   * Reads a pasted table, a CSV file or an .xlsx workbook: name, employee number, department, e-mail, role, joining day; with or without a
   * heading row, parted by comma, tab, semicolon, bar or runs of blanks. `base64` is the file's bytes (UTF-8, UTF-16, GB18030, Big5) or the pasted
   * text in UTF-8. Says what `keepList` would do, and nothing is stored: not even the answer, which has rows of the list word by word. Every row
   * is in `good`, which would be kept, or in `bad`. A known employee number updates that person.
   */
  readList: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ base64: FileBytes }),
    output: z.object({
      encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16', 'xlsx']),
      /** Of a workbook: the sheet that was read, and others with something in them. */
      sheet: z.object({ name: z.string(), others: z.array(z.string()) }).nullable(),
      /**
       * Where the heading stands; `titles` are rows above it that name the list and nobody, `unused` the names of columns with something in them that nothing
       * of a person is read from. A hub that is older than its desk tells none.
       */
      heading: z
        .object({
          row: z.number().int(),
          titles: z.array(z.number().int()),
          unused: z.array(z.string()).default([]),
        })
        .nullable(),
      good: z.array(z.object({ row: z.number().int(), person: PersonWish, fate: RowFate })),
      bad: z.array(BadRow),
      /** Who is in the house and not in the list: whoever has most before them first, as many as can be told. Never whoever asks. */
      leavers: z.array(ListLeaver),
      leaverCount: z.number().int(),
      houseCount: z.number().int(),
      /** Why the list seems to hold only a part of the house; then nobody is likely gone. */
      partial: z.enum(['cut_off', 'other_sheets', 'one_department', 'few']).nullable(),
    }),
    refusals: { ...listRefusals, file_too_large: Nothing },
    changes: [],
    takesFile: true,
    isSecret: true,
  }),
  /**
   * Keeps the good rows of a list, as `readList` says it will, and takes off the list whom it names as leavers, with all that they have before them: all
   * of it, or nothing. Of rows that are left out it says nothing, as its answer is kept for a while. `leaver_is_back`: the list names them, or they are
   * gone already. `has_other_ahead`: not what was shown. `is_sitting`: on a seat, now.
   */
  keepList: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      base64: FileBytes,
      leavers: z
        .object({
          people: z
            .array(z.object({ personId: Id, seenVersion: Version, mark: z.string().max(20_000) }))
            .min(1)
            .max(MOST_AT_ONCE),
          reason: LeavingReason,
        })
        .nullable()
        .optional(),
    }),
    output: z.object({
      /** Good rows. */
      count: z.number().int(),
      leftCount: z.number().int(),
      /** What was done; nobody who stood there as before. */
      changes: z.array(ListChange),
      /** By which `turnImport` takes it back; null: nothing was done. */
      importId: Id.nullable(),
    }),
    refusals: {
      ...listRefusals,
      file_too_large: Nothing,
      leaver_is_back: Nothing,
      has_other_ahead: z.object({ name: z.string() }),
      is_sitting: z.object({ name: z.string() }),
    },
    changes: ['people', 'bookings', 'waitlist', 'draws', 'rooms'],
    takesFile: true,
  }),
  imports: importsOfKind,
  /**
   * Takes back what a list did, however long ago, or does it again where it is taken back: as `takeBackList` does, and whoever was changed since stays and is
   * named. `leftCount`: so many more are for the next call, as a long list goes in several.
   */
  turnImport: entry({
    where: 'hub',
    who: coordinators,
    input: ImportToTurn,
    output: z.object({ count: z.number().int(), kept: z.array(KeptPerson), leftCount: z.number().int() }),
    refusals: turnRefusals,
    changes: ['people', 'bookings', 'waitlist', 'draws', 'rooms'],
  }),
  /**
   * Takes back what a list did: who was added goes, who was updated is as before, who left is back with what they gave up. Whoever was changed or
   * booked a seat since stays and is named. What this gives back can be taken back the same way; a long list goes in several calls.
   */
  takeBackList: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ changes: z.array(ListChange).min(1).max(MOST_PEOPLE_AT_ONCE) }),
    output: z.object({ changes: z.array(ListChange), kept: z.array(KeptPerson) }),
    refusals: {},
    changes: ['people', 'bookings', 'waitlist', 'draws', 'rooms'],
  }),
}
