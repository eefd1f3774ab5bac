import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { insertDesk } from './desks.ts'

/** Longer than any token of a login is good. */
const REMEMBERED_MS = 3_600_000

/** Why a login let nobody in. `login_used`: another desk came in by it. */
export type NotLoggedIn = 'person_unknown' | 'person_twice' | 'person_removed' | 'login_used'

export interface Login {
  /** Of its token. */
  readonly hash: string
  /** An e-mail address, or else an employee number. */
  readonly value: string
  readonly desk: { readonly id: Id; readonly name: string; readonly tokenHash: string }
  readonly at: Instant
}

/** A number or an address of a record that was merged is that of the one it was merged into. */
const KNOWN = `SELECT DISTINCT person.id, person.removed_at AS removedAt FROM person named
  JOIN person ON person.id = coalesce(named.merged_into, named.id)`
const BY_EMAIL = `${KNOWN} WHERE lower(named.email) = lower(?)`
const BY_NUMBER = `${KNOWN} WHERE named.employee_number = ?`

/** Lies among the codes, as one for this person that was used at once. */
const USE = `INSERT INTO join_code (hash, person_id, made_at, expires_at, used_at)
  VALUES (:hash, :personId, :at, :expiresAt, :at) ON CONFLICT (hash) DO NOTHING`

/** Lets a desk in for the person whom a company's login vouches for, once for each login. Nobody is made. */
export function* joinWithLogin({ hash, value, desk, at }: Login): Query<{ personId: Id } | NotLoggedIn> {
  const found = yield* rows<{ id: Id; removedAt: Instant | null }>(value.includes('@') ? BY_EMAIL : BY_NUMBER, [value])
  const [person, ...more] = found.filter(({ removedAt }) => removedAt === null)
  if (person === undefined) return found.length > 0 ? 'person_removed' : 'person_unknown'
  if (more.length > 0) return 'person_twice'
  const used = { hash, personId: person.id, at, expiresAt: addMs(at, REMEMBERED_MS) }
  if ((yield* write(USE, used)) === 0) return 'login_used'
  yield* insertDesk({ ...desk, personId: person.id, madeAt: at })
  return { personId: person.id }
}
