import { create } from 'zustand'
import type { Draft } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { tryLater } from '../../../lib/try-later.ts'
import { watchOver } from '../../../lib/watch-over-sending.ts'

/** What a dialog was left with, by its draft; null: nothing of it is half done. */
type Left = ReadonlyMap<Id, Draft | null>

/** Words that were left a moment ago, until the list of what is half done has been read with them: whoever opens them at once is to find them. */
export const useWordsLeft = create<{ readonly left: Left }>()(() => ({ left: new Map() }))

/** Of those the ones that the disk did not take, by their draft. */
const unkept = new Map<Id, () => Promise<string | null>>()

/** Lays down what a dialog was left with, until it is stored and read back. `refused`: why the disk did not take it, null where it did; then `keep`, which answers the same, is asked again. */
export async function leaveWords(
  draftId: Id,
  words: Draft | null,
  refused: Promise<string | null>,
  keep: () => Promise<string | null>,
): Promise<void> {
  useWordsLeft.setState(({ left }) => ({ left: new Map([...left, [draftId, words]]) }))
  unkept.set(draftId, keep)
  const code = await refused
  // Left again meanwhile, or given up: then those words are waited for, or none.
  if (unkept.get(draftId) !== keep) return
  if (code !== null) return tryLater(`words left of ${draftId}`, code, () => keepAgain(draftId))
  unkept.delete(draftId)
  await queryClient.invalidateQueries(halfDoneNotes)
  useWordsLeft.setState(({ left }) => (left.get(draftId) === words ? { left: without(left, draftId) } : {}))
}

function keepAgain(draftId: Id): void {
  const keep = unkept.get(draftId)
  const words = useWordsLeft.getState().left.get(draftId)
  if (keep !== undefined && words !== undefined) void leaveWords(draftId, words, keep(), keep)
}

/** They are written on, and stored by whoever does. */
export const takeUpLeft = (draftId: Id): void => void unkept.delete(draftId)

/** They were given up. */
export function forgetLeft(draftId: Id): void {
  unkept.delete(draftId)
  useWordsLeft.setState(({ left }) => ({ left: without(left, draftId) }))
}

const without = (left: Left, draftId: Id): Left => new Map([...left].filter(([id]) => id !== draftId))

/** Words that no disk has yet, wherever whoever left them is by now. Returns the way to stop. */
export const watchOverLeft = (): (() => void) =>
  watchOver(
    () => unkept.size > 0,
    () => {
      for (const draftId of [...unkept.keys()]) keepAgain(draftId)
    },
  )

/** Drafts as the disk has them, with what was left since in its place. */
export const withLeftWords = <Stored extends Draft>(stored: readonly Stored[], left: Left): Stored[] =>
  stored.flatMap((draft) => {
    const words = left.get(draft.draftId)
    return words === null ? [] : [{ ...draft, ...words }]
  })

/** The half-done change of a note, also where its draft is not on the disk yet. */
export const halfDoneChange = (noteId: Id, drafts: readonly Draft[], left: Left): Draft | null =>
  [...left.values(), ...drafts].find((draft) => draft?.noteId === noteId) ?? null
