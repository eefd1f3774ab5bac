import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type Query, row, write } from '../engine/query.ts'
import { insertPerson, personById } from '../house/people.ts'
import { insertDesk } from './desks.ts'

const LASTS_MS = 3_600_000

/** Whom a code lets in: somebody who is known, or somebody new in that role. */
export type ForWhom = { readonly personId: Id } | { readonly role: Role }

/** Why nobody was let in; the code stays as it was. `name_needed`: it is good, and for somebody new. */
export type NotJoined =
  | 'code_unknown'
  | 'code_used'
  | 'code_expired'
  | 'name_needed'
  /** The person for whom the code was made is off the list by now. */
  | 'person_removed'

export interface JoinWish {
  readonly codeHash: string
  /** Where the code is for somebody new: who they are, and the id they get. */
  readonly newPerson: { readonly id: Id; readonly name: string } | null
  readonly desk: { readonly id: Id; readonly name: string; readonly tokenHash: string }
  readonly at: Instant
}

const INSERT = `INSERT INTO join_code (hash, person_id, role, made_at, expires_at)
  VALUES (:hash, :personId, :role, :madeAt, :expiresAt)`

/** Whoever else uses it at the same moment waits, and finds it used. */
const HOLD = `SELECT coalesce(person.merged_into, person_id) AS personId, join_code.role, expires_at AS expiresAt, used_at AS usedAt
  FROM join_code LEFT JOIN person ON person.id = person_id WHERE hash = ? FOR UPDATE OF join_code`

/** Kept in mind, so that a code can be used; the code itself is told once and kept nowhere. Tells until when it is good. */
export function* insertJoinCode(hash: string, whom: ForWhom, at: Instant): Query<Instant> {
  const { personId, role } = { personId: null, role: null, ...whom }
  const expiresAt = addMs(at, LASTS_MS)
  yield* write(INSERT, { hash, personId, role, madeAt: at, expiresAt })
  return expiresAt
}

/** Lets a desk in, once for each code: makes the person where the code is for somebody new, and the desk. */
export function* joinWithCode({ codeHash, newPerson, desk, at }: JoinWish): Query<{ personId: Id } | NotJoined> {
  const code = yield* row<{ personId: Id | null; role: Role; expiresAt: Instant; usedAt: Instant | null }>(HOLD, [
    codeHash,
  ])
  if (code === null) return 'code_unknown'
  if (code.usedAt !== null) return 'code_used'
  if (code.expiresAt <= at) return 'code_expired'
  if (code.personId === null && newPerson === null) return 'name_needed'
  if (code.personId !== null && (yield* personById(code.personId)) === null) return 'person_removed'
  const personId = code.personId ?? newPerson?.id ?? ''
  if (code.personId === null)
    yield* insertPerson({
      ...{ id: personId, name: newPerson?.name ?? '', role: code.role },
      ...{ department: '', employeeNumber: null, email: null, joinedOn: null, version: 0 },
    })
  yield* insertDesk({ ...desk, personId, madeAt: at })
  yield* write('UPDATE join_code SET used_at = ? WHERE hash = ?', [at, codeHash])
  return { personId }
}

/** Forgets codes that expired before then. */
export const sweepJoinCodes = (before: Instant): Query<number> =>
  write('DELETE FROM join_code WHERE expires_at < ?', [before])
