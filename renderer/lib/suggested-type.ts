import words from '../../resources/issue-type-words.json'
import type { IssueType } from '../../shared/contract/tickets/tickets.ts'
import { suggestedIssueType } from '../../shared/domain/listening/suggested-issue-type.ts'

/** A note, or the line of a meeting. */
type Said = { readonly text: string }

/** The words of a note are looked at once, however often others are added to its call or chosen beside it. */
const suggested = new WeakMap<Said, { readonly types: readonly IssueType[]; readonly id: string | null }>()

/** The issue type that the words of a note suggest, the same on every screen; null where they suggest none. */
export function suggestedTypeOf(note: Said, types: readonly IssueType[]): string | null {
  const known = suggested.get(note)
  if (known?.types === types) return known.id
  const id = suggestedIssueType(note.text, types, words)
  suggested.set(note, { types, id })
  return id
}
