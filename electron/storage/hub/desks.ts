import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'

/**
 * A desk, and the person for whom it asks: their name and role at this moment. Where its person turned out to be entered twice it asks for the record that
 * was kept: it is the same person who sits there.
 */
export interface Desk {
  readonly id: Id
  readonly name: string
  /** Of its newest greeting; 0 before the first. */
  readonly generation: number
  readonly person: { readonly id: Id; readonly name: string; readonly role: Role }
}

/** Why a desk is not let in. */
export type Unwelcome = 'unknown' | 'revoked' | 'person_removed'

/** A desk as the list of them shows it. */
export interface ListedDesk {
  readonly id: Id
  readonly name: string
  readonly personId: Id
  readonly personName: string
  readonly madeAt: Instant
  /** When it last greeted a hub. */
  readonly seenAt: Instant | null
  readonly revokedAt: Instant | null
}

interface DeskRow {
  readonly id: Id
  readonly name: string
  readonly generation: number
  readonly personId: Id
  readonly personName: string
  readonly role: Role
  readonly revokedAt: Instant | null
  readonly personRemovedAt: Instant | null
}

const SELECT = `SELECT desk.id, desk.name, desk.generation, desk.revoked_at AS revokedAt, person.id AS personId,
  person.name AS personName, person.role, person.removed_at AS personRemovedAt
  FROM desk JOIN person named ON named.id = desk.person_id JOIN person ON person.id = coalesce(named.merged_into, named.id)`

const INSERT = `INSERT INTO desk (id, person_id, name, token_hash, made_at) VALUES (:id, :personId, :name, :tokenHash, :madeAt)`

const LIST = `SELECT desk.id, desk.name, person.id AS personId, person.name AS personName, desk.made_at AS madeAt,
  desk.seen_at AS seenAt, desk.revoked_at AS revokedAt FROM desk JOIN person named ON named.id = desk.person_id
  JOIN person ON person.id = coalesce(named.merged_into, named.id)
  ORDER BY desk.revoked_at IS NOT NULL, desk.name, desk.id`

const REVOKE = 'UPDATE desk SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL'

const GREET = `UPDATE desk SET generation = generation + 1, seen_at = ? WHERE id = ? AND revoked_at IS NULL
  RETURNING generation AS value`

/** Who else joins at this moment waits: no two get one name. */
const HOLD_NAMES = "SELECT pg_advisory_xact_lock(hashtext('names of desks'))"
const NAMES = 'SELECT lower(name) AS name FROM desk WHERE revoked_at IS NULL AND id <> ?'

/** It was let in and never came: the answer was lost, and whoever sits there has joined once more. */
const REVOKE_LOST = `UPDATE desk SET revoked_at = :madeAt
  WHERE person_id = :personId AND lower(name) = lower(:name) AND seen_at IS NULL AND revoked_at IS NULL`

/** Under the name it wishes; where another desk that asks has it, under that name with a number, so that whoever looks at the list can tell them apart. */
export function* insertDesk(desk: {
  readonly id: Id
  readonly personId: Id
  readonly name: string
  readonly tokenHash: string
  readonly madeAt: Instant
}): Query<void> {
  const { personId, name, madeAt } = desk
  yield* rows(HOLD_NAMES)
  yield* write(REVOKE_LOST, { personId, name, madeAt })
  yield* write(INSERT, { ...desk, name: freeName(name, yield* namesOfOthers(desk.id)) })
}

function* namesOfOthers(deskId: Id): Query<ReadonlySet<string>> {
  return new Set((yield* rows<{ name: string }>(NAMES, [deskId])).map(({ name }) => name))
}

/**
 * It was known under these names, by desks that ask no more: where it only got a number because it had not gone yet, it is called as before.
 */
export function* calledAsBefore(deskId: Id, formerNames: readonly string[]): Query<void> {
  yield* rows(HOLD_NAMES)
  const name = yield* value<string>('SELECT name AS value FROM desk WHERE id = ?', [deskId])
  const before = formerNames.find((former) => name !== null && isNumbered(name, former))
  if (before === undefined || (yield* namesOfOthers(deskId)).has(before.toLowerCase())) return
  yield* write('UPDATE desk SET name = ? WHERE id = ?', [before, deskId])
}

/** «East (2)» of «East», however it is written. */
const isNumbered = (name: string, plain: string): boolean =>
  name.toLowerCase().startsWith(plain.toLowerCase()) && /^ \(\d+\)$/.test(name.slice(plain.length))

/** «East», then «East (2)». `taken`: in lower case. */
function freeName(wished: string, taken: ReadonlySet<string>): string {
  let name = wished
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wished} (${number})`
  return name
}

/** Whose token it is. */
export function* deskByToken(tokenHash: string): Query<Desk | Unwelcome> {
  return welcome(yield* row<DeskRow>(`${SELECT} WHERE desk.token_hash = ?`, [tokenHash]))
}

/** The desk, and whether it is still let in: its token may have been taken back while it is connected. */
export function* deskById(deskId: Id): Query<Desk | Unwelcome> {
  return welcome(yield* row<DeskRow>(`${SELECT} WHERE desk.id = ?`, [deskId]))
}

function welcome(found: DeskRow | null): Desk | Unwelcome {
  if (found === null) return 'unknown'
  if (found.revokedAt !== null) return 'revoked'
  if (found.personRemovedAt !== null) return 'person_removed'
  const { id, name, generation, personId, personName, role } = found
  return { id, name, generation, person: { id: personId, name: personName, role } }
}

/** A new connection of the desk: its generation, which makes all earlier connections old ones. Waits for rows that one is laying down. */
export function* greetDesk(deskId: Id, at: Instant): Query<number | 'revoked'> {
  return (yield* value<number>(GREET, [at, deskId])) ?? 'revoked'
}

/**
 * The desk, whose generation stays as it is until the transaction that asked is over, and from which nothing else comes meanwhile.
 * `superseded`: the asker's connection is not its newest.
 */
export function* deskToHear(deskId: Id, generation: number): Query<Desk | Unwelcome | 'superseded'> {
  const found = welcome(yield* row<DeskRow>(`${SELECT} WHERE desk.id = ? FOR NO KEY UPDATE OF desk`, [deskId]))
  return typeof found !== 'string' && found.generation !== generation ? 'superseded' : found
}

/** Those that ask, then those whose token was taken back; by name. */
export const allDesks = (): Query<ListedDesk[]> => rows<ListedDesk>(LIST)

/** Its token counts no more from now on; false where there is no such desk, or it is revoked already. */
export function* revokeDesk(deskId: Id, at: Instant): Query<boolean> {
  return (yield* write(REVOKE, [at, deskId])) === 1
}
