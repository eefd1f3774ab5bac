import type { Id } from '../../../shared/contract/values.ts'
import { Role } from '../../../shared/contract/who.ts'
import type { UploadedRow } from '../../team/wire.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'
import type { Desk } from './desks.ts'

const KNOWN = inEach((say) => `SELECT id, role FROM person WHERE ${say(among('id'))}`)

/**
 * The rows as the hub can stand for them: who did it, by a desk's word, is the desk's own person, or somebody of the list of people who may do no more
 * than they, as who sat there before it joined anew. Instead of anybody unknown it is the desk's person; instead of somebody who may do more, nobody.
 */
export function* asDoneBy(desk: Desk, entries: readonly UploadedRow[]): Query<readonly UploadedRow[]> {
  const named = new Set(entries.map(actorOf).filter((id) => id !== null && id !== desk.person.id))
  if (named.size === 0) return entries
  const found = yield* rows<{ id: Id; role: Role }>(KNOWN, [JSON.stringify([...named])])
  const roles = new Map(found.map(({ id, role }) => [id, role]))
  return entries.map((entry) => {
    const actorId = actorOf(entry)
    if (!('row' in entry) || actorId === null || actorId === desk.person.id) return entry
    const role = roles.get(actorId)
    if (role !== undefined && rankOf(role) <= rankOf(desk.person.role)) return entry
    return { ...entry, row: { ...entry.row, [columnOf(entry)]: role === undefined ? desk.person.id : null } }
  })
}

const rankOf = (role: Role): number => Role.options.indexOf(role)

/** Where it says who did it. */
const columnOf = ({ table }: UploadedRow) => (table === 'life_case' ? 'raised_by' : 'actor_id')

function actorOf(entry: UploadedRow): string | null {
  const actorId = 'row' in entry ? entry.row[columnOf(entry)] : null
  return typeof actorId === 'string' ? actorId : null
}
