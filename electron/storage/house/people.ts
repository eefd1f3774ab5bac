import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, step, value, write } from '../engine/query.ts'
import { isRefusedBy } from '../engine/refused-by.ts'
import { tellOfOwn } from '../seats/own-news.ts'
import { type By, guarded } from '../versions.ts'

const SELECT =
  'SELECT id, name, department, role, employee_number AS employeeNumber, email, joined_on AS joinedOn, version FROM person'

/** With those who were taken off the list. */
export const EVER = SELECT.replace(' FROM', ', removed_at AS removedAt FROM')

/** By sound for Chinese names, by letter for others; SQLite only knows code points. */
const byName = new Intl.Collator(['zh-CN-u-co-pinyin', 'en'], { numeric: true })

/** Everybody on the list, by name. */
export function* allPeople(): Query<Person[]> {
  const everybody = yield* rows<Person>(`${SELECT} WHERE removed_at IS NULL`)
  const placeOf = placesOf(everybody.map(({ name }) => name))
  return everybody
    .map((person) => ({ person, place: placeOf(person.name) }))
    .sort((a, b) => a.place - b.place || (a.person.id < b.person.id ? -1 : 1))
    .map(({ person }) => person)
}

/** Whom a list brought that was taken back, as far as it was: nobody has touched them since. The last lists are known. */
const ONLY_BROUGHT = {
  sqlite: `SELECT brought.value ->> 'personId', brought.value ->> 'seenVersion'
    FROM list_import, json_each(CASE state WHEN 'undone' THEN todo_json ELSE back_json END) AS brought WHERE kind = 'people'`,
  postgres: `SELECT brought.value ->> 'personId', CAST(brought.value ->> 'seenVersion' AS integer)
    FROM list_import, jsonb_array_elements(CAST(CASE state WHEN 'undone' THEN todo_json ELSE back_json END AS jsonb)) AS brought (value)
    WHERE kind = 'people'`,
}
/** Whoever had a place or listened was here, whatever brought them: bookings and sessions do not count as a change of the person. */
const WAS_HERE = `EXISTS (SELECT 1 FROM booking WHERE person_id = person.id) OR EXISTS (SELECT 1 FROM booking WHERE companion_id = person.id)
  OR EXISTS (SELECT 1 FROM session WHERE listener_id = person.id)`
const REMOVED = 'WHERE removed_at IS NOT NULL AND merged_into IS NULL'
const LAST_FIRST = 'ORDER BY removed_at DESC, id'

/** Those who are off the list, the last first, whoever a list brought that was taken back among them: they may come again. But not records that stand for somebody else. */
export const removedPeople = (): Query<Person[]> => rows<Person>(`${SELECT} ${REMOVED} ${LAST_FIRST}`)

let sorted: string[] = []
let places = new Map<string, number>()

/**
 * The place of each name among all, kept from the last time: by sound 25,000 take a good part of a second to sort, in which a hub answers nobody.
 * New ones are sorted into those that are in order already.
 */
function placesOf(names: readonly string[]): (name: string) => number {
  const added = [...new Set(names)].filter((name) => !places.has(name))
  if (added.length > 0) {
    // Others than these were asked for before: names of people who are gone are not kept for ever.
    const isStale = places.size > 2 * names.length
    sorted = [...(isStale ? new Set(names) : [...sorted, ...added])].sort(
      (one, other) => byName.compare(one, other) || (one < other ? -1 : 1),
    )
    places = placesIn(sorted)
  }
  const known = places
  return (name) => known.get(name) ?? 0
}

/** Names that sound alike have one place. */
function placesIn(names: readonly string[]): Map<string, number> {
  let place = 0
  return new Map(
    names.map((name, at) => {
      if (at > 0 && byName.compare(names[at - 1] ?? '', name) !== 0) place = at
      return [name, place]
    }),
  )
}

/** Those who were taken off the list too: past records name them. In no order. */
export const everybodyEver = () => rows<Person & { removedAt: Instant | null }>(EVER)

const MARK = `SELECT count(*) || ' ' || coalesce(sum(version), 0) AS value FROM person`

/** Another one after every change: people are never deleted, and each change adds to a version. */
export function* peopleMark(): Query<string> {
  return (yield* value<string>(MARK)) ?? ''
}

const NAME = 'SELECT name AS value FROM person WHERE id = ?'

/** Of somebody who may be off the list. Null for a person this database does not know, for instance after a fresh start with old settings. */
export function* personName(personId: Id | null): Query<string | null> {
  return personId === null ? null : yield* value<string>(NAME, [personId])
}

const OF_ID = `${SELECT} WHERE id = ? AND removed_at IS NULL`

/** Somebody on the list; null for unknown and for removed people. */
export const personById = (id: Id): Query<Person | null> => row<Person>(OF_ID, [id])

/** Somebody on the list, whom nobody else changes or gives a place before the transaction that asked is over. */
export const personToHold = (id: Id): Query<Person | null> =>
  row<Person>({ sqlite: OF_ID, postgres: `${OF_ID} FOR NO KEY UPDATE` }, [id])

const ONCE_KNOWN = `${EVER} WHERE id = ?`

/** The same for people taken off the list too. */
export const onceKnownToHold = (id: Id): Query<(Person & { removedAt: Instant | null }) | null> =>
  row({ sqlite: ONCE_KNOWN, postgres: `${ONCE_KNOWN} FOR NO KEY UPDATE` }, [id])

export const personByEmployeeNumber = (employeeNumber: string): Query<Person | null> =>
  row<Person>(`${SELECT} WHERE employee_number = ? AND removed_at IS NULL`, [employeeNumber])

const INSERT = `INSERT INTO person (id, name, department, role, employee_number, email, joined_on)
  VALUES (:id, :name, :department, :role, :employeeNumber, :email, :joinedOn)`

/** The index decides whether the employee number is free. */
export const insertPerson = (person: Person): Query<Saved> => refereed(write(INSERT, { ...person }))

const UPDATE = `UPDATE person SET name = :name, department = :department, role = :role, employee_number = :employeeNumber,
  email = :email, joined_on = :joinedOn, version = version + 1 WHERE id = :id AND version = :version`

/** Call inside a transaction, as for all that change somebody known. Another role is told to whose it is. Throws `StaleChange`. */
export function* updatePerson(before: Person, after: Omit<Person, 'version'>, by: By): Query<Saved> {
  const { id: ofId, role, version } = before
  const saved = yield* refereed(guarded(ofId, [before, after], by, write(UPDATE, { ...after, version })))
  if (saved === 'saved' && after.role !== role) yield* tellOfOwn({ kind: 'role', ofId, known: role }, [ofId], by)
  return saved
}

/** Off the list; the row stays, because past bookings and sessions name it. */
export const removePerson = (person: Person, by: By): Query<void> => setRemoved(person, by.at, by)

const SET_REMOVED = 'UPDATE person SET removed_at = ?, version = version + 1 WHERE id = ? AND version = ?'

function setRemoved(person: Person, removedAt: Instant | null, by: By): Query<void> {
  const change = [{ ...person, removedAt: removedAt === null ? by.at : null }, { removedAt }] as const
  return guarded(person.id, change, by, write(SET_REMOVED, [removedAt, person.id, person.version]))
}

/** Somebody taken off the list; null for unknown people, for those on it, and for a record that was merged into another. */
export const removedPersonById = (id: Id): Query<Person | null> =>
  row<Person>(`${SELECT} WHERE id = ? AND removed_at IS NOT NULL AND merged_into IS NULL`, [id])

const formerIn = (engine: 'sqlite' | 'postgres'): string =>
  `${EVER} ${REMOVED} AND ((id, version) NOT IN (${ONLY_BROUGHT[engine]}) OR ${WAS_HERE}) ${LAST_FIRST} LIMIT 500`
const FORMER = { sqlite: formerIn('sqlite'), postgres: formerIn('postgres') }

/** Taken off the list, the last one first. */
export const formerPeople = (): Query<(Person & { removedAt: Instant })[]> => rows(FORMER)

/** On the list again; the index decides whether the employee number is still free. */
export const putBackPerson = (person: Person, by: By): Query<Saved> => refereed(setRemoved(person, null, by))

export type Saved = 'saved' | 'employee_number_taken'

/** The index decides whether the employee number is free; where it is not, nothing of the work was done. */
export function* refereed(work: Query<unknown>): Query<Saved> {
  try {
    yield* step(work)
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'employee_number')) return 'employee_number_taken'
    throw error
  }
}
