import { useId, useLayoutEffect } from 'react'
import { create } from 'zustand'
import type { Id, Instant } from '../../shared/contract/values.ts'

// Whoever writes about a call may write down a cry for help, in whatever field: each of them says here what is being typed in it, and the ear of the
// life channel hears all of them alike. The note box of the seat has a store of its own, which is heard as well.

/** The call that words are about, as far as whoever shows their field knows it. */
export interface AboutCall {
  readonly callId: Id
  readonly callNumber: number | null
  readonly callStartedAt: Instant | null
  readonly reference: string | null
  readonly seatNumber: number | null
  readonly roomId: Id | null
}

/** What stands in one field. */
export interface WordsInHand {
  readonly about: AboutCall
  /** What stood there before anybody typed: it was heard when it was written. */
  readonly before: string
  readonly text: string
}

interface InHand {
  readonly fields: Readonly<Record<string, WordsInHand>>
  /** Every call that was written about in this window, also once its field has gone. */
  readonly calls: Readonly<Record<Id, AboutCall>>
}

export const useWordsInHand = create<InHand>()(() => ({ fields: {}, calls: {} }))

/** What is typed about this call now, in whatever fields are open. */
export const wordsInHandOf = (callId: Id): readonly WordsInHand[] =>
  Object.values(useWordsInHand.getState().fields).filter(({ about }) => about.callId === callId)

function put(field: string, words: WordsInHand | null): void {
  useWordsInHand.setState(({ fields: { [field]: _, ...others }, calls }) =>
    words === null
      ? { fields: others }
      : { fields: { ...others, [field]: words }, calls: { ...calls, [words.about.callId]: words.about } },
  )
}

/** A field in which somebody writes about a call, as long as it is drawn. Null: about none that is known. */
export function useHeardField(about: AboutCall | null, text: string, before = ''): void {
  const field = useId()
  const callId = about?.callId ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the call goes with its words, and says nothing new by itself
  useLayoutEffect(() => put(field, about && { about, before, text }), [field, callId, before, text])
  useLayoutEffect(() => () => put(field, null), [field])
}
