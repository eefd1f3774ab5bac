import type { Asker } from '../../contract/services.ts'
import type { Id } from '../../contract/values.ts'

/**
 * Whether somebody may book for a person: at a desk alone everybody may; through a hub those with the role for it, the person, and whom
 * the person named. `forAll` are the roles of the contract; `bookerIds`: whom the person named.
 */
export function mayBookFor(
  { personId: asker, role, deskId }: Asker,
  forAll: readonly string[],
  personId: Id,
  bookerIds: readonly Id[],
): boolean {
  if (role === 'trusted' || (role === undefined && deskId === undefined)) return true
  if (role !== undefined && forAll.includes(role)) return true
  return asker !== null && (asker === personId || bookerIds.includes(asker))
}
