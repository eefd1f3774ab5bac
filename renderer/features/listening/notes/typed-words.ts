import { useEffect } from 'react'
import { create } from 'zustand'
import type { Id } from '../../../../shared/contract/values.ts'

/** A note that was masked, as it was typed: here and nowhere else. */
export interface TypedWords {
  readonly typed: string
  /** What became of it: masked, and with masks that were taken back. A note that says anything else is not of these words any more. */
  readonly stored: readonly string[]
}

interface TypedWordsState {
  readonly openCallId: Id | null
  readonly words: Readonly<Record<Id, TypedWords>>
}

export const useTypedWords = create<TypedWordsState>()(() => ({ openCallId: null, words: {} }))

/** Remembers what a note of the call that is on was typed as, where it was stored otherwise; its earlier words go. */
export function rememberTyped(
  note: { readonly id: Id; readonly callId: Id; readonly text: string },
  typed: string,
): void {
  const { words, openCallId } = useTypedWords.getState()
  const isMasked = typed.trim() !== note.text && note.callId === openCallId
  if (!isMasked && words[note.id] === undefined) return
  const { [note.id]: _, ...others } = words
  useTypedWords.setState({ words: isMasked ? { ...others, [note.id]: { typed, stored: [note.text] } } : others })
}

/** The same words stand there in another form from now on. */
export function alsoStoredAs({ id, text }: { readonly id: Id; readonly text: string }): void {
  useTypedWords.setState(({ words }) => {
    const known = words[id]
    return known === undefined ? {} : { words: { ...words, [id]: { ...known, stored: [...known.stored, text] } } }
  })
}

export const typedAs = ({ id, text }: { readonly id: Id; readonly text: string }): string | null => {
  const known = useTypedWords.getState().words[id]
  return known?.stored.includes(text) ? known.typed : null
}

/** While this call is on and its page is looked at; then all of it is forgotten. */
export function useTypedWordsOf(openCallId: Id | null): void {
  useEffect(() => {
    useTypedWords.setState({ openCallId })
    return () => useTypedWords.setState({ openCallId: null, words: {} })
  }, [openCallId])
}
