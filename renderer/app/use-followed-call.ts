import { useState } from 'react'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'

/**
 * The call that the screen follows: the one to which the address leads, or the one that is on. Where another program began the next one (a
 * link, another window) in the middle of a sentence, the box stays with the call of that sentence until it is stored or emptied: no word
 * of it is another call's. `named`: the call in the address, which may not be known here yet.
 */
export function useFollowedCall(calls: readonly Call[], begunHere: Call | null, named: Id | null): FollowedCall {
  const live = calls.find((call) => call.endedAt === null) ?? null
  const liveId = live?.id ?? null
  const [seen, setSeen] = useState({ id: null as Id | null, liveId })
  const followed = calls.find(({ id }) => id === seen.id) ?? null
  const wanted =
    calls.find(({ id }) => id === named) ?? (named === null ? null : followed) ?? live ?? calls.at(-1) ?? null
  const isBegunElsewhere = live !== null && liveId !== seen.liveId && begunHere?.id !== liveId
  const isElsewhere = isBegunElsewhere && followed !== null && followed.id !== liveId
  // Asked for only then: else a first letter and a saved note would each draw the whole screen anew.
  const isHeld = useNoteBoxes(({ boxes }) => isElsewhere && (boxes[followed.id]?.text ?? '') !== '')
  const call = isHeld ? followed : wanted
  if (!isHeld && ((call !== null && call.id !== seen.id) || liveId !== seen.liveId))
    setSeen({ id: call?.id ?? seen.id, liveId })
  return { live, call, isHeld: isHeld && wanted?.id === liveId, goOn: () => setSeen({ id: liveId, liveId }) }
}

export interface FollowedCall {
  readonly live: Call | null
  readonly call: Call | null
  /** The one that is on is gone to once the sentence is stored. */
  readonly isHeld: boolean
  /** To the one that is on, with the sentence left half done. */
  goOn(): void
}
