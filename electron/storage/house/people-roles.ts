import type { Id } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { type Query, value } from '../engine/query.ts'
import { nowOf } from './same-person.ts'

const COORDINATORS = `SELECT count(*) AS value FROM person WHERE removed_at IS NULL AND merged_into IS NULL AND role = 'coordinator'`

/** Whether the list names a coordinator. */
export function* hasCoordinator(): Query<boolean> {
  return ((yield* value<number>(COORDINATORS)) ?? 0) > 0
}

const ROLE = `SELECT role AS value FROM person WHERE id = ${nowOf(':personId')} AND removed_at IS NULL`

/** Null for nobody, and for whoever is off the list. */
export function* roleNow(personId: Id | null): Query<Role | null> {
  return personId === null ? null : yield* value<Role>(ROLE, { personId })
}
