import type { Outcome, ParsedInput } from '../../../shared/contract/entry.ts'
import type { tickets } from '../../../shared/contract/tickets/tickets.ts'
import type { Query } from '../../storage/engine/query.ts'
import { roomToChange } from '../../storage/house/room.ts'
import {
  allIssueTypes,
  ISSUE_TYPES,
  listVersion,
  replaceIssueTypes,
  usedIssueTypesBesides,
} from '../../storage/tickets/issue-types.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'

/** Replaces the list. Inside a transaction. Tickets keep the limit they were opened with. */
export function* saveIssueTypes(
  { seenVersion, issueTypes }: ParsedInput<typeof tickets.saveIssueTypes>,
  by: By,
): Query<Outcome<typeof tickets.saveIssueTypes>> {
  // Whoever opens a ticket relies on the room, and so on its rules: nobody opens one of a type that goes.
  yield* roomToChange()
  const before = yield* allIssueTypes()
  yield* mustBeAsSeen(ISSUE_TYPES, { version: listVersion(before) }, seenVersion)
  const ids = issueTypes.map((type) => type.id)
  const digits = issueTypes.map((type) => type.digit)
  // An id given twice would also give one type two digits.
  if (new Set(digits).size < digits.length || new Set(ids).size < ids.length)
    return { ok: false, code: 'repeated_digit', detail: {} }
  const used = yield* usedIssueTypesBesides(ids)
  if (used.length > 0) return { ok: false, code: 'in_use', detail: { issueTypeIds: used } }
  yield* replaceIssueTypes(before, issueTypes, by)
  return { ok: true, value: yield* allIssueTypes() }
}
