import { z } from 'zod'
import { entry } from './entry.ts'
import { LONGEST } from './limits.ts'
import { Id, Nothing, optionalText, shortText } from './values.ts'

/** What a person does here; one person may do more, this is how they come in. */
export const Role = z.enum(['listener', 'note_taker', 'coordinator'])
export type Role = z.infer<typeof Role>

export const Person = z.object({
  id: Id,
  name: z.string(),
  department: z.string(),
  role: Role,
  employeeNumber: z.string().nullable(),
  email: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

export const PersonWish = z.object({
  name: shortText(LONGEST.personName),
  department: optionalText(LONGEST.department),
  role: Role,
  employeeNumber: optionalText(LONGEST.employeeNumber).nullable(),
  email: optionalText(LONGEST.email).nullable(),
})
export type PersonWish = z.infer<typeof PersonWish>

/** Why a row of a pasted or read list was left out. Row numbers count from 1 as a spreadsheet shows them. */
export const BadRow = z.object({
  row: z.number().int(),
  reason: z.enum([
    'name_missing',
    'too_few_columns',
    'bad_email',
    'repeated_employee_number',
    'too_long',
    'odd_character',
  ]),
  text: z.string(),
})
export type BadRow = z.infer<typeof BadRow>

export const people = {
  /** Everybody, by name. */
  list: entry({ input: Nothing, output: z.array(Person), refusals: {}, changes: [] }),
  add: entry({
    input: PersonWish,
    output: Person,
    refusals: { employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people'],
  }),
  edit: entry({
    input: z.object({ personId: Id, wish: PersonWish }),
    output: Person,
    refusals: { not_found: Nothing, employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people', 'bookings'],
  }),
  /** Taken off the list; refused while the person has bookings to come. Past records keep the name. */
  remove: entry({
    input: z.object({ personId: Id }),
    output: Person,
    refusals: { not_found: Nothing, has_bookings: z.object({ count: z.number().int() }) },
    changes: ['people'],
  }),
  /** Undo of `remove`: the same person is on the list again; `not_found` when there was nobody to put back. */
  putBack: entry({
    input: z.object({ personId: Id }),
    output: Person,
    refusals: { not_found: Nothing, employee_number_taken: z.object({ name: z.string() }) },
    changes: ['people'],
  }),
  /**
   * Reads a pasted table or a CSV file: name, employee number, department, e-mail; with or without a heading row, comma,
   * tab or semicolon. `base64` is the file's bytes (UTF-8 with or without BOM, GB18030, UTF-16 with BOM) or the pasted text in UTF-8.
   * With `isDryRun` nothing is stored. Good rows are kept, bad rows listed. A known employee number updates that person.
   */
  readList: entry({
    input: z.object({ base64: z.base64(), isDryRun: z.boolean() }),
    output: z.object({
      encoding: z.enum(['utf-8', 'gb18030', 'utf-16']),
      good: z.array(z.object({ row: z.number().int(), person: PersonWish, isUpdate: z.boolean() })),
      bad: z.array(BadRow),
    }),
    refusals: { empty: Nothing, unreadable: Nothing },
    changes: ['people'],
  }),
}
