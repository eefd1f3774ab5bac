import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, type InEach, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { tellEachOfOwn } from '../seats/own-news.ts'
import { type By, guardedAll } from '../versions.ts'
import { EVER, refereed, type Saved } from './people.ts'

// A company's list has 25,000 people: one by one each of them is several ways to the database and back. Each is held, checked and written
// down as one alone is.

/** So many rows go in one text: a moment for whoever answers, and hardly more ways than one. */
const LOT = 1_000

function* inLots<One>(all: readonly One[], work: (lot: readonly One[]) => Query<unknown>): Query<void> {
  for (let from = 0; from < all.length; from += LOT) yield* work(all.slice(from, from + LOT))
}

export type OnceKnown = Person & { readonly removedAt: Instant | null }

const HELD: InEach = inEach((say) => `${EVER} WHERE ${say(among('id'))} ORDER BY id`)
const TO_HOLD = { sqlite: HELD.sqlite, postgres: `${HELD.postgres} FOR NO KEY UPDATE` }

/** These people, also who was taken off the list, as `onceKnownToHold` holds one; in one order, so that no two wait for each other. */
export function* everyOnceKnownToHold(ids: readonly Id[]): Query<Map<Id, OnceKnown>> {
  const found = new Map<Id, OnceKnown>()
  yield* inLots([...new Set(ids)].sort(), function* (lot) {
    for (const one of yield* rows<OnceKnown>(TO_HOLD, [JSON.stringify(lot)])) found.set(one.id, one)
  })
  return found
}

const COLUMNS = `(SELECT value ->> 'id' AS id, value ->> 'name' AS name, value ->> 'department' AS department, value ->> 'role' AS role,
  value ->> 'employeeNumber' AS employee_number, value ->> 'email' AS email, value ->> 'joinedOn' AS joined_on,
  CAST(value ->> 'version' AS bigint) AS seen_version`
const GIVEN: InEach = {
  sqlite: `${COLUMNS} FROM json_each(:people)) AS given`,
  postgres: `${COLUMNS} FROM json_array_elements(CAST(:people AS json)) AS one (value)) AS given`,
}

const INSERT = inEach(
  (say) => `INSERT INTO person (id, name, department, role, employee_number, email, joined_on)
  SELECT id, name, department, role, employee_number, email, joined_on FROM ${say(GIVEN)}`,
)

/** All of them, or nobody where the index refuses the number of one. */
export const insertPeople = (people: readonly Person[]): Query<Saved> =>
  refereed(inLots(people, (lot) => write(INSERT, { people: JSON.stringify(lot) })))

const UPDATE = inEach(
  (say) => `UPDATE person SET name = given.name, department = given.department, role = given.role,
    employee_number = given.employee_number, email = given.email, joined_on = given.joined_on, version = version + 1
  FROM ${say(GIVEN)} WHERE person.id = given.id AND version = given.seen_version`,
)

export interface PersonChange {
  readonly before: Person
  readonly after: Omit<Person, 'version'>
}

/** As `updatePerson` for each, of people who are held: all of them, or nobody where the index refuses the number of one. */
export function* updatePeople(changes: readonly PersonChange[], by: By): Query<Saved> {
  const saved = yield* refereed(
    inLots(changes, (lot) => {
      const people = JSON.stringify(lot.map(({ before, after }) => ({ ...after, version: before.version })))
      const pairs = lot.map(({ before, after }) => [before, after] as const)
      return guardedAll(pairs, by, write(UPDATE, { people }))
    }),
  )
  const otherwise = changes.filter(({ before, after }) => after.role !== before.role)
  const told = otherwise.map(({ before: { id, role } }) => ({ id, known: role }))
  if (saved === 'saved') yield* inLots(told, (lot) => tellEachOfOwn('role', lot, by))
  return saved
}

const SET_REMOVED = inEach(
  (say) => `UPDATE person SET removed_at = :removedAt, version = version + 1
  FROM ${say(GIVEN)} WHERE person.id = given.id AND version = given.seen_version`,
)

function* setAllRemoved(people: readonly Person[], removedAt: Instant | null, by: By): Query<void> {
  const was = { removedAt: removedAt === null ? by.at : null }
  yield* inLots(people, (lot) => {
    const pairs = lot.map((person) => [{ ...person, ...was }, { removedAt }] as const)
    const given = JSON.stringify(lot.map(({ id, version }) => ({ id, version })))
    return guardedAll(pairs, by, write(SET_REMOVED, { people: given, removedAt }))
  })
}

/** As `removePerson` for each, of people who are held. */
export const removePeople = (people: readonly Person[], by: By): Query<void> => setAllRemoved(people, by.at, by)

/** As `putBackPerson` for each, of people who are held: all of them, or nobody where the index refuses the number of one. */
export const putBackPeople = (people: readonly Person[], by: By): Query<Saved> =>
  refereed(setAllRemoved(people, null, by))
