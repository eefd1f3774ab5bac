import type { DutyCounts } from '../../../shared/contract/duty/passports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { creditsOf, doneOf } from '../../../shared/domain/duty/credits.ts'
import { isFulfilled, missingOf } from '../../../shared/domain/duty/duty-kinds.ts'
import { placesLeft } from '../../../shared/domain/duty/places-left.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { DutyEvidence, DutySheet, DutySheetLine } from '../../adapters/exports/duty-workbook.ts'
import { dutyPeople, lastReminders } from '../../storage/duty/duty-people.ts'
import { recordsOfYear } from '../../storage/duty/duty-records.ts'
import { readDutyRules } from '../../storage/duty/duty-rules.ts'
import type { Query } from '../../storage/engine/query.ts'
import { allPeople } from '../../storage/house/people.ts'
import { houseRooms, readRoom } from '../../storage/house/room.ts'
import { heldPlaces } from '../../storage/seats/bookings.ts'
import { groupedByPerson, owedBy, type YearsSession, yearInAnyRoom } from './duty-lines.ts'
import { shownNotes } from './shown-notes.ts'

/** What all owe and have done in a year by what was heard in it, in the order of the list of people, with what shows it. */
export function* dutySheet(year: number, now: string, heardInYear: readonly YearsSession[]): Query<DutySheet> {
  const { timeZone } = yield* readRoom()
  const { rules } = yield* readDutyRules(year)
  const sessions = groupedByPerson(heardInYear)
  const records = groupedByPerson(yield* recordsOfYear(year, null))
  const owedOf = new Map<Id, DutyCounts>()
  for (const people of yield* dutyPeople()) {
    const owed = owedBy(people, year, rules)
    if (!isFulfilled(owed)) for (const id of people.ids) owedOf.set(id, owed)
  }
  const reminders = yield* lastReminders(year)
  const lines: DutySheetLine[] = []
  const evidence: DutyEvidence[] = []
  const rooms = yield* houseRooms()
  const nameOf = (roomId: Id | null): string | null => {
    const room = rooms.length > 1 ? rooms.find(({ id }) => id === roomId) : undefined
    return room === undefined ? '' : room.name || room.site || null
  }
  let seatsWanted = 0
  for (const { id, name, department, employeeNumber } of yield* allPeople()) {
    const owed = owedOf.get(id)
    if (owed === undefined) continue
    const [heard, written] = [sessions.get(id) ?? [], records.get(id) ?? []]
    const credits = creditsOf(heard, written, rules)
    const done = doneOf(credits)
    const missing = missingOf(owed, done)
    seatsWanted += missing.listen + missing.answer
    const remindedAt = reminders.get(id)
    const remindedOn = remindedAt === undefined ? null : dateOf(remindedAt, timeZone)
    lines.push({ name, department, employeeNumber, owed, done, missing, remindedOn })
    for (const credit of credits.filter(({ why }) => why === null)) {
      const found = heard.find((one) => one.id === credit.id)
      const session =
        found === undefined ? null : { ...found, roomName: nameOf(found.roomId), noteCount: shownNotes(found, rules) }
      const record = written.find((one) => one.id === credit.id) ?? null
      evidence.push({ name, department, employeeNumber, duty: credit.duty, date: credit.date, session, record })
    }
  }
  const held = yield* heldPlaces({ startsAt: now, endsAt: yearInAnyRoom(year).before })
  const places = placesLeft(year, rooms, held, now)
  return { year, timeZone, madeAt: now, lines, evidence, seatsWanted, placesLeft: places }
}
