import type { Credit, DutyRules, PassportGroup } from '../../../shared/contract/duty/passports.ts'
import type { Id, Instant, PlainDate } from '../../../shared/contract/values.ts'
import { creditsOf, doneOf } from '../../../shared/domain/duty/credits.ts'
import { NOTHING_OWED, owedIn } from '../../../shared/domain/duty/duties.ts'
import { dutyKinds, isFulfilled, missingOf } from '../../../shared/domain/duty/duty-kinds.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import { type DutyPerson, dutyPeople, lastReminders } from '../../storage/duty/duty-people.ts'
import { recordsOfYear } from '../../storage/duty/duty-records.ts'
import { readDutyRules } from '../../storage/duty/duty-rules.ts'
import { type EndedSession, endedSessions, sessionsStoodInFor } from '../../storage/duty/heard-sessions.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'

/** What one person owes in a year and has done of it. */
export interface DutyLine extends Omit<PassportGroup, 'personIds'> {
  readonly personId: Id
}

/** From where a year begins first to where it ends last: no clock is beyond UTC+14, and none beyond UTC-12. */
export const yearInAnyRoom = (year: number) => ({
  from: instantAt(`${year}-01-01`, '00:00', 'Etc/GMT-14'),
  before: instantAt(`${year}-12-31`, '24:00', 'Etc/GMT+12'),
})

/** With the clock of where it was, and the day there on which it began. */
export interface YearsSession extends EndedSession {
  readonly timeZone: string
  readonly date: PlainDate
}

/** What of the year's rules is theirs. */
export const owedBy = (person: Pick<DutyPerson, 'role' | 'joinedOn'>, year: number, rules: DutyRules) =>
  rules.roles.includes(person.role) ? owedIn(year, rules, person.joinedOn) : NOTHING_OWED

export type Span = ReturnType<typeof yearInAnyRoom>

/**
 * Sessions that began in the year by the clock of the room they were in (the first one's where no seat says which), of one person or (null) of
 * everybody, with the day there, earliest first; of all the year or of `span`.
 * Tens of thousands lie on a few hundred days.
 */
export function* sessionsOfYear(
  year: number,
  personId: Id | null,
  span: Span = yearInAnyRoom(year),
): Query<YearsSession[]> {
  const ofHouse = (yield* readRoom()).timeZone
  const days = new Map<string, { readonly date: PlainDate; readonly endsAt: Instant }>()
  const found = [...(yield* endedSessions(span, personId))].sort(byStart).map((session) => {
    const { startedAt } = session
    const timeZone = session.timeZone ?? ofHouse
    let day = days.get(timeZone)
    if (day === undefined || startedAt >= day.endsAt) {
      const date = dateOf(startedAt, timeZone)
      day = { date, endsAt: instantAt(date, '24:00', timeZone) }
      days.set(timeZone, day)
    }
    return { ...session, timeZone, date: day.date }
  })
  return found.filter(({ date }) => date.startsWith(`${year}-`))
}

/** In the year, by that clock, others sat on this person's seat in their stead. */
export function* stoodInForInYear(year: number, personId: Id): Query<Credit[]> {
  const ofHouse = (yield* readRoom()).timeZone
  const credits = (yield* sessionsStoodInFor(yearInAnyRoom(year), personId)).map(
    ({ id, purpose, seatNumber, startedAt, timeZone, satInBy }): Credit => {
      const there = timeZone ?? ofHouse
      const untold = { heardMs: 0, noteCount: 0, standsInFor: null, isAnothers: true } as const
      const session = { seatNumber, startedAt, timeZone: there, satInBy, ...untold }
      return { id, duty: purpose, date: dateOf(startedAt, there), why: 'stand_in', session, record: null }
    },
  )
  return credits.filter(({ date }) => date.startsWith(`${year}-`))
}

const byStart = (one: EndedSession, other: EndedSession) => (one.startedAt < other.startedAt ? -1 : 1)

/** Everybody who owes something in the year, with what is done of it by what was heard (`readYear`). */
export function* linesOf(year: number, heardInYear: readonly YearsSession[]): Query<DutyLine[]> {
  const { rules } = yield* readDutyRules(year)
  const sessions = groupedByPerson(heardInYear)
  const records = groupedByPerson(yield* recordsOfYear(year, null))
  const remindedAt = yield* lastReminders(year)
  const lines: DutyLine[] = []
  for (const people of yield* dutyPeople()) {
    const owed = owedBy(people, year, rules)
    if (isFulfilled(owed)) continue
    for (const personId of people.ids) {
      const [heard, written] = [sessions.get(personId), records.get(personId)]
      const isBlank = heard === undefined && written === undefined
      const done = isBlank ? NOTHING_OWED : doneOf(creditsOf(heard ?? [], written ?? [], rules))
      lines.push({ personId, owed, done, remindedAt: remindedAt.get(personId) ?? null })
    }
  }
  return lines
}

/** Those of whom the same is true together. */
export function groupedAlike(lines: readonly DutyLine[]): PassportGroup[] {
  const groups = new Map<string, { alike: DutyLine; personIds: Id[] }>()
  let last: { alike: DutyLine; personIds: Id[] } | undefined
  for (const line of lines) {
    // Thousands in a row: they joined on the same day, and have done nothing yet.
    if (last === undefined || !isAlike(line, last.alike)) {
      const { owed, done, remindedAt } = line
      const key = `${dutyKinds.map((kind) => `${owed[kind]} ${done[kind]}`)} ${remindedAt}`
      last = groups.get(key) ?? { alike: line, personIds: [] }
      groups.set(key, last)
    }
    last.personIds.push(line.personId)
  }
  return [...groups.values()].map(({ alike: { personId: _, ...alike }, personIds }) => ({ ...alike, personIds }))
}

/** By what they were given, which is the same thing for thousands. */
const isAlike = (one: DutyLine, other: DutyLine): boolean =>
  one.owed === other.owed && one.done === other.done && one.remindedAt === other.remindedAt

/** Who still owes a listening, or answering calls, of that year: a trip is done on no seat. */
export function* owingASeat(year: number, heardInYear: readonly YearsSession[]): Query<Set<Id>> {
  const lines = yield* linesOf(year, heardInYear)
  const owing = lines.filter(({ owed, done }) => {
    const { listen, answer } = missingOf(owed, done)
    return listen + answer > 0
  })
  return new Set(owing.map(({ personId }) => personId))
}

export function groupedByPerson<T extends { readonly personId: Id }>(all: readonly T[]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>()
  for (const one of all) {
    const group = groups.get(one.personId)
    if (group === undefined) groups.set(one.personId, [one])
    else group.push(one)
  }
  return groups
}
