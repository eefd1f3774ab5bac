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

/** Of somebody with two records it counts to which of them the last one was sent. */
const SELECT = `SELECT person.id, role, joined_on AS joinedOn, reminder.at AS remindedAt FROM person
  LEFT JOIN (SELECT coalesce(named.merged_into, named.id) AS person_id, max(duty_reminder.at) AS at
    FROM duty_reminder JOIN person named ON named.id = duty_reminder.person_id
    WHERE duty_reminder.year = :year GROUP BY coalesce(named.merged_into, named.id)) reminder ON reminder.person_id = person.id`

/** Everybody on the list, in no order. */
export const dutyPeople = (year: number): Query<DutyPerson[]> =>
  rows<DutyPerson>(`${SELECT} WHERE person.removed_at IS NULL`, { year })

/** Also somebody taken off the list: what they did is remembered. */
export const dutyPerson = (id: Id, year: number): Query<DutyPerson | null> =>
  row<DutyPerson>(`${SELECT} WHERE person.id = :id`, { id, year })

const REMIND = `INSERT INTO duty_reminder (person_id, year, at, actor_id) VALUES (:personId, :year, :at, :actorId)
  ON CONFLICT (person_id, year) DO UPDATE SET at = excluded.at, actor_id = excluded.actor_id`

export const keepReminder = (reminder: {
  readonly personId: Id
  readonly year: number
  readonly at: Instant
  readonly actorId: Id | null
}): Query<number> => write(REMIND, reminder)
