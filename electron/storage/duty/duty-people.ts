import type { Id, Instant, PlainDate } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { type Query, row, rows, write } from '../engine/query.ts'

/** Somebody on the list, as far as a passport asks. */
export interface DutyPerson {
  readonly id: Id
  readonly role: Role
  readonly joinedOn: PlainDate | null
  readonly remindedAt: Instant | null
}

/** People on the list of whom a passport asks the same. */
export interface DutyPeople extends Pick<DutyPerson, 'role' | 'joinedOn'> {
  readonly ids: readonly Id[]
}

const LISTED = (ids: string) =>
  `SELECT role, joined_on AS joinedOn, ${ids} AS ids FROM person WHERE removed_at IS NULL GROUP BY role, joined_on`

/** The statements behind the reading functions, named so that a test can ask SQLite how it runs them. */
export const dutyPeopleQueries = {
  listed: { sqlite: LISTED('json_group_array(id)'), postgres: LISTED('CAST(json_agg(id) AS text)') },
  /** Of somebody with two records it counts to which of them the last one was sent. Never joined to all people: without an index, each would look through all reminders. */
  reminded: `SELECT coalesce(named.merged_into, named.id) AS personId, max(duty_reminder.at) AS at
    FROM duty_reminder JOIN person named ON named.id = duty_reminder.person_id
    WHERE duty_reminder.year = :year GROUP BY coalesce(named.merged_into, named.id)`,
  byId: `SELECT id, role, joined_on AS joinedOn, (SELECT max(at) FROM duty_reminder WHERE year = :year
      AND person_id IN (SELECT named.id FROM person named WHERE named.id = :id OR named.merged_into = :id)) AS remindedAt
    FROM person WHERE id = :id`,
}

/** Everybody on the list, in no order. Thousands joined on the same days: a row for each of them takes twice as long. */
export function* dutyPeople(): Query<DutyPeople[]> {
  const listed = yield* rows<Omit<DutyPeople, 'ids'> & { ids: string }>(dutyPeopleQueries.listed)
  return listed.map(({ role, joinedOn, ids }) => ({ role, joinedOn, ids: JSON.parse(ids) as Id[] }))
}

/** When whoever was reminded of that year was reminded last. */
export function* lastReminders(year: number): Query<ReadonlyMap<Id, Instant>> {
  const reminders = yield* rows<{ personId: Id; at: Instant }>(dutyPeopleQueries.reminded, { year })
  return new Map(reminders.map(({ personId, at }) => [personId, at]))
}

/** Also somebody taken off the list: what they did is remembered. */
export const dutyPerson = (id: Id, year: number): Query<DutyPerson | null> =>
  row<DutyPerson>(dutyPeopleQueries.byId, { id, year })

const REMIND = {
  sqlite: `INSERT INTO duty_reminder (person_id, year, at, actor_id)
    SELECT value, :year, :at, :actorId FROM json_each(:personIds) WHERE true
    ON CONFLICT (person_id, year) DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id`,
  postgres: `INSERT INTO duty_reminder (person_id, year, at, actor_id)
    SELECT value, :year, :at, :actorId FROM json_array_elements_text(CAST(:personIds AS json)) AS given (value)
    ON CONFLICT (person_id, year) DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id`,
}

/** Each of these people, all of whom are on the list, once. */
export const keepReminders = (reminder: {
  readonly personIds: readonly Id[]
  readonly year: number
  readonly at: Instant
  readonly actorId: Id | null
}): Query<number> => write(REMIND, { ...reminder, personIds: JSON.stringify(reminder.personIds) })
