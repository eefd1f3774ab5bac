import type { Outcome, ParsedInput } from '../../../shared/contract/entry.ts'
import type { tickets } from '../../../shared/contract/tickets/tickets.ts'
import type { WritableDb } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import {
  allIssueTypes,
  ISSUE_TYPES,
  listVersion,
  replaceIssueTypes,
  usedIssueTypesBesides,
} from '../../storage/tickets/issue-types.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'

/** Replaces the list. Inside a transaction. Tickets keep the limit they were opened with. */
export function saveIssueTypes(
  db: WritableDb,
  { seenVersion, issueTypes }: ParsedInput<typeof tickets.saveIssueTypes>,
  by: By,
): Outcome<typeof tickets.saveIssueTypes> {
  const before = allIssueTypes(db)
  runOn(db, mustBeAsSeen(ISSUE_TYPES, { version: listVersion(before) }, seenVersion))
  const ids = issueTypes.map((type) => type.id)
  const digits = issueTypes.map((type) => type.digit)
  // An id given twice would also give one type two digits.
  if (new Set(digits).size < digits.length || new Set(ids).size < ids.length)
    return { ok: false, code: 'repeated_digit', detail: {} }
  const used = usedIssueTypesBesides(db, ids)
  if (used.length > 0) return { ok: false, code: 'in_use', detail: { issueTypeIds: used } }
  replaceIssueTypes(db, before, issueTypes, by)
  return { ok: true, value: allIssueTypes(db) }
}
