import type { Outcome } from '../../../shared/contract/entry.ts'
import type { IssueType, tickets } from '../../../shared/contract/tickets/tickets.ts'
import type { WritableDb } from '../../storage/database.ts'
import { allIssueTypes, replaceIssueTypes, usedIssueTypesBesides } from '../../storage/tickets/issue-types.ts'

/** Replaces the list. Inside a transaction. Tickets keep the limit they were opened with. */
export function saveIssueTypes(
  db: WritableDb,
  issueTypes: readonly IssueType[],
): Outcome<typeof tickets.saveIssueTypes> {
  const ids = issueTypes.map((type) => type.id)
  const digits = issueTypes.map((type) => type.digit)
  // An id given twice would also give one type two digits.
  if (new Set(digits).size < digits.length || new Set(ids).size < ids.length)
    return { ok: false, code: 'repeated_digit', detail: {} }
  const used = usedIssueTypesBesides(db, ids)
  if (used.length > 0) return { ok: false, code: 'in_use', detail: { issueTypeIds: used } }
  replaceIssueTypes(db, issueTypes)
  return { ok: true, value: allIssueTypes(db) }
}
