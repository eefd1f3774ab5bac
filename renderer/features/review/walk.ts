import { create } from 'zustand'
import type { HalfDone, Note } from '../../../shared/contract/listening/notes.ts'
import { isFree } from './review-desk.ts'

/** What is looked at before a session is done with: what was risky, then what is unfinished. */
export type Stop =
  | { readonly what: 'risk'; readonly note: Note }
  | { readonly what: 'halfDone'; readonly draft: HalfDone }

/** Risks that were looked at in this window. A note of risk that changed since is another. */
export const useWalk = create<{ readonly looked: ReadonlySet<string> }>()(() => ({ looked: new Set() }))

const nameOf = ({ id, version }: Note): string => `${id} ${version}`

/** Notes of risk that no ticket quotes yet: with what becomes a ticket, somebody has it in hand. */
export const risksIn = (notes: readonly Note[]): Note[] => notes.filter((note) => note.kind === 'risk' && isFree(note))

/** Those of them that nobody looked at, in the order they were heard. */
export const risksLeft = (notes: readonly Note[], looked: ReadonlySet<string>): Note[] =>
  risksIn(notes).filter((note) => !looked.has(nameOf(note)))

/** Where the walk goes next: every risk first, then the first note that was left half done; null at its end. */
export function nextStop(
  notes: readonly Note[],
  drafts: readonly HalfDone[],
  looked: ReadonlySet<string>,
): Stop | null {
  const [note] = risksLeft(notes, looked)
  if (note !== undefined) return { what: 'risk', note }
  const [draft] = drafts
  return draft === undefined ? null : { what: 'halfDone', draft }
}

/** Somebody stood at it and went on. */
export function lookAt(note: Note | undefined): void {
  if (note?.kind === 'risk') useWalk.setState(({ looked }) => ({ looked: new Set([...looked, nameOf(note)]) }))
}
