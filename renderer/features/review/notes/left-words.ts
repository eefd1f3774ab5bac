import { create } from 'zustand'
import type { Draft } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'

/** What a dialog was left with, by its draft; null: nothing of it is half done. */
type Left = ReadonlyMap<Id, Draft | null>

/** Words that were left a moment ago, until the list of what is half done has been read with them: whoever opens them at once is to find them. */
export const useWordsLeft = create<{ readonly left: Left }>()(() => ({ left: new Map() }))

/** Lays down what a dialog was left with, until it is stored and read back. */
export async function leaveWords(draftId: Id, words: Draft | null, stored: Promise<void>): Promise<void> {
  useWordsLeft.setState(({ left }) => ({ left: new Map([...left, [draftId, words]]) }))
  await stored
  await queryClient.invalidateQueries(halfDoneNotes)
  // Left again meanwhile: then the later words are waited for.
  useWordsLeft.setState(({ left }) =>
    left.get(draftId) === words ? { left: new Map([...left].filter(([id]) => id !== draftId)) } : {},
  )
}

/** Drafts as the disk has them, with what was left since in its place. */
export const withLeftWords = <Stored extends Draft>(stored: readonly Stored[], left: Left): Stored[] =>
  stored.flatMap((draft) => {
    const words = left.get(draft.draftId)
    return words === null ? [] : [{ ...draft, ...words }]
  })

/** The half-done change of a note, also where its draft is not on the disk yet. */
export const halfDoneChange = (noteId: Id, drafts: readonly Draft[], left: Left): Draft | null =>
  [...left.values(), ...drafts].find((draft) => draft?.noteId === noteId) ?? null
