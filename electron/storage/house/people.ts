import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { isRefusedBy, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type By, guarded } from '../versions.ts'

const SELECT = 'SELECT id, name, department, role, employee_number AS employeeNumber, email, version FROM person'

const EVER = SELECT.replace(' FROM', ', removed_at AS removedAt FROM')

/** By sound for Chinese names, by letter for others; SQLite only knows code points. */
const byName = new Intl.Collator(['zh-CN-u-co-pinyin', 'en'], { numeric: true })

/** Everybody on the list, by name. */
export function allPeople(db: ReadableDb): Person[] {
  const everybody = statement(db, `${SELECT} WHERE removed_at IS NULL`).all() as Person[]
  return everybody.sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

/** Those who were taken off the list too: past records name them. In no order. */
export const everybodyEver = (db: ReadableDb): (Person & { removedAt: Instant | null })[] =>
  statement(db, EVER).all() as (Person & { removedAt: Instant | null })[]

const MARK = `SELECT count(*) || ' ' || total(version) FROM person`

/** Another one after every change: people are never deleted, and each change adds to a version. */
export const peopleMark = (db: ReadableDb): string => statement(db, MARK).pluck().get() as string

const NAME = 'SELECT name FROM person WHERE id = ?'

/** Of somebody who may be off the list. Null for a person this database does not know, for instance after a fresh start with old settings. */
export function personName(db: ReadableDb, personId: Id | null): string | null {
  if (personId === null) return null
  return (statement(db, NAME).pluck().get(personId) as string | undefined) ?? null
}

/** Somebody on the list; null for unknown and for removed people. */
export function personById(db: ReadableDb, id: Id): Person | null {
  return (statement(db, `${SELECT} WHERE id = ? AND removed_at IS NULL`).get(id) as Person | undefined) ?? null
}

export function personByEmployeeNumber(db: ReadableDb, employeeNumber: string): Person | null {
  const found = statement(db, `${SELECT} WHERE employee_number = ? AND removed_at IS NULL`).get(employeeNumber)
  return (found as Person | undefined) ?? null
}

/** The index decides whether the employee number is free. */
export function insertPerson(db: WritableDb, person: Person): 'saved' | 'employee_number_taken' {
  return refereed(() =>
    statement(
      db,
      `INSERT INTO person (id, name, department, role, employee_number, email)
       VALUES (:id, :name, :department, :role, :employeeNumber, :email)`,
    ).run(person),
  )
}

const UPDATE = `UPDATE person SET name = :name, department = :department, role = :role, employee_number = :employeeNumber,
  email = :email, version = version + 1 WHERE id = :id AND version = :version`

/** Call inside a transaction, as for all that change somebody known. Throws `StaleChange`. */
export function updatePerson(
  db: WritableDb,
  before: Person,
  after: Omit<Person, 'version'>,
  by: By,
): 'saved' | 'employee_number_taken' {
  const { version } = before
  return refereed(() =>
    guarded(db, before.id, [before, after], by, () => statement(db, UPDATE).run({ ...after, version })),
  )
}

/** Off the list; the row stays, because past bookings and sessions name it. */
export function removePerson(db: WritableDb, person: Person, by: By): void {
  setRemoved(db, person, by.at, by)
}

const SET_REMOVED = 'UPDATE person SET removed_at = ?, version = version + 1 WHERE id = ? AND version = ?'

function setRemoved(db: WritableDb, person: Person, removedAt: Instant | null, by: By): void {
  const change = [{ ...person, removedAt: removedAt === null ? by.at : null }, { removedAt }] as const
  guarded(db, person.id, change, by, () => statement(db, SET_REMOVED).run(removedAt, person.id, person.version))
}

/** Somebody taken off the list; null for unknown people and for those on it. */
export function removedPersonById(db: ReadableDb, id: Id): Person | null {
  return (statement(db, `${SELECT} WHERE id = ? AND removed_at IS NOT NULL`).get(id) as Person | undefined) ?? null
}

/** On the list again; the index decides whether the employee number is still free. */
export function putBackPerson(db: WritableDb, person: Person, by: By): 'saved' | 'employee_number_taken' {
  return refereed(() => setRemoved(db, person, null, by))
}

function refereed(write: () => void): 'saved' | 'employee_number_taken' {
  try {
    write()
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'employee_number')) return 'employee_number_taken'
    throw error
  }
}
