import { useState } from 'react'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'

/**
 * The call that the screen follows: the one that is on. Where another program began the next one (a link, another window) in the middle of a
 * sentence, the box stays with the call of that sentence until it is stored or emptied: no word of it is another call's.
 */
export function useFollowedCall(calls: readonly Call[], begunHere: Call | null): FollowedCall {
  const live = calls.find((call) => call.endedAt === null) ?? null
  const [followedId, setFollowedId] = useState<Id | null>(live?.id ?? null)
  const followed = calls.find(({ id }) => id === followedId) ?? null
  const isElsewhere = live !== null && followed !== null && followed.id !== live.id && begunHere?.id !== live.id
  // Asked for only then: else a first letter and a saved note would each draw the whole screen anew.
  const isHeld = useNoteBoxes(({ boxes }) => isElsewhere && (boxes[followed.id]?.text ?? '') !== '')
  const call = isHeld ? followed : live
  if (call !== null && call.id !== followedId) setFollowedId(call.id)
  return { live, call, isHeld, goOn: () => setFollowedId(live?.id ?? null) }
}

export interface FollowedCall {
  readonly live: Call | null
  readonly call: Call | null
  /** Another call is on than the one that is written about. */
  readonly isHeld: boolean
  /** To the one that is on, with the sentence left half done. */
  goOn(): void
}
