import type { Credit, DutyRecord, DutyRules, Passport } from '../../../shared/contract/duty/passports.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { coordinators } from '../../../shared/contract/who.ts'
import { creditsOf, doneOf } from '../../../shared/domain/duty/credits.ts'
import { daysLeft } from '../../../shared/domain/duty/duties.ts'
import { isFulfilled, missingOf } from '../../../shared/domain/duty/duty-kinds.ts'
import { placesLeft } from '../../../shared/domain/duty/places-left.ts'
import { dutyFileName } from '../../../shared/domain/exports/export-names.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import { type DutyPerson, dutyPerson, keepReminders } from '../../storage/duty/duty-people.ts'
import {
  insertRecord,
  recordsOfYear,
  recordToChange,
  type StoredRecord,
  setRecordRemoved,
} from '../../storage/duty/duty-records.ts'
import { dutyRulesName, readDutyRules, saveDutyRules } from '../../storage/duty/duty-rules.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { houseRooms, readRoom } from '../../storage/house/room.ts'
import { nowIdOf } from '../../storage/house/same-person.ts'
import { heldPlaces } from '../../storage/seats/bookings.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import {
  groupedAlike,
  linesOf,
  owedBy,
  sessionsOfYear,
  stoodInForInYear,
  type YearsSession,
  yearInAnyRoom,
} from './duty-lines.ts'
import { dutySheet } from './duty-sheet.ts'
import { readYear } from './read-year.ts'
import { shownNotes } from './shown-notes.ts'

type RecordWish = Parameters<Service<'passports'>['record']>[0]

export function passportsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'passports'> {
  const by = (asker: Asker) => ({ at: clock.now(), actorId: asker.personId })

  function* today(): Query<PlainDate> {
    return dateOf(clock.now(), (yield* readRoom()).timeZone)
  }

  function* write(wish: RecordWish, asker: Asker) {
    if (wish.date > (yield* today())) return refuse('in_the_future')
    if ((yield* personName(wish.personId)) === null) return refuse('not_found')
    const record = {
      ...{ id: clock.newId(), personId: wish.personId, duty: wish.duty, date: wish.date },
      tripKind: wish.duty === 'trip' ? wish.tripKind : null,
      place: maskText(wish.place).text,
      evidence: maskText(wish.evidence).text,
    }
    yield* insertRecord(record, by(asker))
    return accept(recordOf(yield* stored(record.id)))
  }

  /** Takes a record out (`removedAt`) or puts it back (null). */
  function* setRemoved(record: StoredRecord, removedAt: string | null, asker: Asker) {
    yield* setRecordRemoved(record, removedAt, by(asker))
    return accept(recordOf(yield* stored(record.id)))
  }

  return {
    get: ({ personId, year }, asker) =>
      engine.read(function* () {
        const asked = personId ?? asker.personId
        // A desk may not know yet that the record under which it sits was merged.
        const id = asked === null ? null : yield* nowIdOf(asked)
        const person = id !== null && mayReadPassport(asker, id) ? yield* dutyPerson(id, year) : null
        return person === null ? refuse('not_found') : accept(yield* passportOf(person, year, yield* today()))
      }),

    overview: async ({ year }) => {
      const sessions = await readYear(engine, year)
      return engine.read(function* () {
        const now = clock.now()
        const held = yield* heldPlaces({ startsAt: now, endsAt: yearInAnyRoom(year).before })
        return accept({
          groups: groupedAlike(yield* linesOf(year, sessions)),
          placesLeft: placesLeft(year, yield* houseRooms(), held, now),
        })
      })
    },

    sheet: async ({ year, language }) => {
      const sessions = await readYear(engine, year)
      const now = clock.now()
      const facts = await engine.read(() => dutySheet(year, now, sessions))
      // Half a second of a hub that answers many, and 30 MB: only when somebody asks for it.
      const { dutyWorkbook } = await import('../../adapters/exports/duty-workbook.ts')
      const bytes = await dutyWorkbook(facts, language)
      const fileName = dutyFileName({ year, language, at: now, timeZone: facts.timeZone })
      return accept({ fileName, base64: Buffer.from(bytes).toString('base64') })
    },

    recordTrip: (wish, asker) =>
      engine.transact(function* () {
        const { personId } = asker
        return personId === null ? refuse('not_found') : yield* write({ ...wish, personId, duty: 'trip' }, asker)
      }),

    record: (wish, asker) => engine.transact(() => write(wish, asker)),

    remove: ({ recordId }, asker) =>
      engine.transact(function* () {
        const record = yield* recordToChange(recordId)
        if (record === null || record.removedAt !== null) return refuse('not_found')
        return yield* setRemoved(record, clock.now(), asker)
      }),

    putBack: ({ recordId }, asker) =>
      engine.transact(function* () {
        const record = yield* recordToChange(recordId)
        if (record === null) return refuse('not_found')
        return record.removedAt === null ? accept(recordOf(record)) : yield* setRemoved(record, null, asker)
      }),

    rules: ({ year }) =>
      engine.read(function* () {
        return accept(yield* readDutyRules(year))
      }),

    saveRules: ({ year, seenVersion, rules }, asker) =>
      engine.transact(function* () {
        const before = yield* readDutyRules(year)
        yield* mustBeAsSeen(dutyRulesName(year), before, seenVersion)
        yield* saveDutyRules(year, before, rules, by(asker))
        return accept(yield* readDutyRules(year))
      }),

    remind: async ({ year, personIds }, asker) => {
      // Whoever ends what they owed while it is read is reminded, as if they had a moment later.
      const sessions = await readYear(engine, year)
      return engine.transact(function* () {
        const wanted = new Set(personIds)
        const lines = yield* linesOf(year, sessions)
        const owing = lines.filter((line) => wanted.has(line.personId) && !isFulfilled(missingOf(line.owed, line.done)))
        yield* keepReminders({ personIds: owing.map(({ personId }) => personId), year, ...by(asker) })
        return accept({ remindedCount: owing.length })
      })
    },
  }
}

function* stored(id: Id): Query<StoredRecord> {
  const found = yield* recordToChange(id)
  if (found === null) throw new Error('a record just stored is not there')
  return found
}

const recordOf = ({ removedAt: _, ...record }: StoredRecord): DutyRecord => record

/** One's own; a coordinator reads all, who keep them, as does whoever sits at a desk alone. */
const mayReadPassport = ({ personId, role, deskId }: Asker, id: Id): boolean =>
  personId === id || (role === undefined ? deskId === undefined : role === 'trusted' || coordinators.includes(role))

function* passportOf(person: DutyPerson, year: number, today: PlainDate): Query<Passport> {
  const { rules } = yield* readDutyRules(year)
  const sessions = yield* sessionsOfYear(year, person.id)
  const records = yield* recordsOfYear(year, person.id)
  const credits = creditsOf(sessions, records, rules).map(
    ({ isByHand, ...judged }): Credit => ({
      ...judged,
      session: isByHand
        ? null
        : shownSession(
            sessions.find(({ id }) => id === judged.id),
            rules,
          ),
      record: isByHand ? (records.find(({ id }) => id === judged.id) ?? null) : null,
    }),
  )
  const others = yield* stoodInForInYear(year, person.id)
  return {
    ...{ personId: person.id, year, rules, joinedOn: person.joinedOn, remindedAt: person.remindedAt },
    owed: owedBy(person, year, rules),
    done: doneOf(credits),
    credits: [...credits, ...others].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)),
    daysLeft: today.startsWith(`${year}-`) ? daysLeft(today) : 0,
  }
}

function shownSession(session: YearsSession | undefined, rules: DutyRules): Credit['session'] {
  if (session === undefined) return null
  const { seatNumber, startedAt, timeZone, heardMs, standsInFor, satInBy } = session
  const noteCount = shownNotes(session, rules)
  return { seatNumber, startedAt, timeZone, heardMs, noteCount, standsInFor, satInBy }
}
