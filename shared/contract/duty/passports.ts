import { z } from 'zod'
import { entry } from '../entry.ts'
import { Year } from '../house/calendar.ts'
import { LONGEST } from '../limits.ts'
import { DurationMs, FileBytes, Id, Instant, Nothing, optionalText, PlainDate, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone, Role } from '../who.ts'

/** 一去两听: a listening, answering calls oneself, a trip to the front line. */
export const DutyKind = z.enum(['listen', 'answer', 'trip'])
export type DutyKind = z.infer<typeof DutyKind>

/** Where a trip went: into a warehouse, to a delivery station, into a shop as a guide. */
export const TripKind = z.enum(['picking', 'delivery_station', 'store_guide'])
export type TripKind = z.infer<typeof TripKind>

const count = z.number().int().min(0).max(99)

/** How many of each. */
export const DutyCounts = z.object({ listen: count, answer: count, trip: count })
export type DutyCounts = z.infer<typeof DutyCounts>

const perPurpose = (most: number) =>
  z.object({ listen: z.number().int().min(0).max(most), answer: z.number().int().min(0).max(most) })

/** What is owed in a year, by whom, and what a session must be to count. */
export const DutyRules = z.object({
  /** Of whoever is here the whole year; who joins in its course owes a part. */
  owed: DutyCounts,
  /** Who owes anything. */
  roles: z.array(Role).min(1),
  /** Minutes on calls that a session needs, by its purpose. */
  leastMinutes: perPurpose(600),
  /** Notes that were taken in it, and stand. */
  leastNotes: perPurpose(99),
})
export type DutyRules = z.infer<typeof DutyRules>

/** Somebody's trip, or a listening elsewhere, as it was written down. */
export const DutyRecord = z.object({
  id: Id,
  personId: Id,
  duty: DutyKind,
  date: PlainDate,
  /** Null: no trip. */
  tripKind: TripKind.nullable(),
  place: z.string(),
  /** What shows it: a sentence, or the name of a photo. */
  evidence: z.string(),
  writtenAt: Instant,
  writtenByName: z.string().nullable(),
  version: Version,
})
export type DutyRecord = z.infer<typeof DutyRecord>

/** What a session or a record comes to. */
export const Credit = z.object({
  id: Id,
  duty: DutyKind,
  date: PlainDate,
  /** Why it does not count: somebody stood in, calls were too short, notes too few, or it is written down twice. Null: it counts. */
  why: z.enum(['stand_in', 'too_short', 'too_few_notes', 'same_again']).nullable(),
  /** Of a session that has ended. */
  session: z
    .object({
      seatNumber: z.number().int().nullable(),
      startedAt: Instant,
      /** IANA name: the clock on the wall of the room it was in, which also says its `date`. */
      timeZone: z.string(),
      heardMs: DurationMs,
      /** Praise is not among them, but for as many as it took to count. */
      noteCount: z.number().int(),
      /** Whose seat it was, where it was another's. */
      standsInFor: z.string().nullable(),
      /** Who sat there instead, where it was their own. */
      satInBy: z.string().nullable(),
      /** Theirs who sat there: how much they heard is not told. */
      isAnothers: z.literal(true).optional(),
    })
    .nullable(),
  record: DutyRecord.nullable(),
})
export type Credit = z.infer<typeof Credit>

/** One person's year. */
export const Passport = z.object({
  personId: Id,
  year: Year,
  rules: DutyRules,
  /** First day at the company; null: not known, and taken for long ago. */
  joinedOn: PlainDate.nullable(),
  /** Nothing where the rules ask nothing of their role. */
  owed: DutyCounts,
  done: DutyCounts,
  /** By date. */
  credits: z.array(Credit),
  /** To the end of the year, today included; 0 where it is over. */
  daysLeft: z.number().int(),
  /** When a coordinator last reminded them of this year. */
  remindedAt: Instant.nullable(),
})
export type Passport = z.infer<typeof Passport>

/** In the view of all, those of whom the same is true: of 25,000 people few hundred groups. Names and departments are those of `people.list`. */
export const PassportGroup = z.object({
  personIds: z.array(Id).min(1),
  owed: DutyCounts,
  done: DutyCounts,
  remindedAt: Instant.nullable(),
})
export type PassportGroup = z.infer<typeof PassportGroup>

const recordWish = {
  date: PlainDate,
  place: optionalText(LONGEST.place),
  evidence: shortText(LONGEST.evidence),
}
/** `in_the_future`: nothing counts before it happened. */
const recordRefusals = { in_the_future: Nothing }

export const passports = {
  /** Null: whoever asks. `not_found`: nobody is known by that id, or not to whoever asks, who is no coordinator; or nobody has said who sits here. */
  get: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ personId: Id.nullable(), year: Year }),
    output: Passport,
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /** Everybody on the list who owes something, in no order; and how many places of an hour are left in the room until the year ends. */
  overview: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ year: Year }),
    output: z.object({ groups: z.array(PassportGroup), placesLeft: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** The trip of whoever asks. `not_found`: nobody has said who sits here. */
  recordTrip: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ...recordWish, tripKind: TripKind }),
    output: DutyRecord,
    refusals: { ...recordRefusals, not_found: Nothing },
    changes: ['passports'],
  }),
  /** Anybody's trip, or a listening that no session of this house shows. */
  record: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ ...recordWish, personId: Id, duty: DutyKind, tripKind: TripKind.nullable() }),
    output: DutyRecord,
    refusals: { ...recordRefusals, not_found: Nothing },
    changes: ['passports'],
  }),
  /** Takes a record out of the passport; `putBack` is the way back. */
  remove: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ recordId: Id }),
    output: DutyRecord,
    refusals: { not_found: Nothing },
    changes: ['passports'],
  }),
  /** Undo of `remove`. */
  putBack: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ recordId: Id }),
    output: DutyRecord,
    refusals: { not_found: Nothing },
    changes: ['passports'],
  }),
  /** The rules of a year; those of the year before go on until somebody says otherwise. */
  rules: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ year: Year }),
    output: z.object({ rules: DutyRules, version: Version }),
    refusals: {},
    changes: [],
  }),
  saveRules: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ year: Year, seenVersion: SeenVersion, rules: DutyRules }),
    output: z.object({ rules: DutyRules, version: Version }),
    refusals: {},
    changes: ['passports'],
  }),
  /** Those of them who still owe something are told so on their own page from now on; gives how many. */
  remind: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ year: Year, personIds: z.array(Id).min(1).max(30_000) }),
    output: z.object({ remindedCount: z.number().int() }),
    refusals: {},
    changes: ['passports'],
  }),
  /**
   * What all owe and have done in a year, as a workbook: how the year will come out, a line each for everybody who owes something, and a line for each
   * session or record that counts. `base64`: the file's bytes.
   */
  sheet: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ year: Year, language: z.enum(['zh', 'en']) }),
    output: z.object({ fileName: z.string(), base64: FileBytes }),
    refusals: {},
    changes: [],
    isSecret: true,
  }),
}
