import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { nextCall } from '../features/listening/call/listening.actions.ts'
import { notesOfCall } from '../features/listening/notes/notes.queries.ts'
import type { Sitting } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'

export interface FirstCall {
  /** Stands where the call will be: a note box can be there, and has the focus, before the phone rings. */
  readonly call: Call
  /** Starts it; what was typed is its own. False when it could not be started: the words stay, the next key tries again. */
  readonly begin: () => Promise<boolean>
}

/** Nobody else knows of it yet, so there is nobody to be asked for its notes: a desk would ask its hub. */
function newCallId(): string {
  const id = v7()
  queryClient.setQueryData(notesOfCall(id).queryKey, [])
  return id
}

/** The call that the first key starts; null once there are calls. */
export function useFirstCall(session: Sitting, calls: readonly Call[]): FirstCall | null {
  // The window makes its id, so that box, composition and draft go on undisturbed when the call is there.
  const [id] = useState(newCallId)
  const begun = useRef<Promise<boolean> | null>(null)
  if (calls.length > 0) return null
  const start = async () => {
    const isStarted = (await nextCall(session.id, id)) !== null
    if (!isStarted) begun.current = null
    return isStarted
  }
  const begin = () => {
    begun.current ??= start()
    return begun.current
  }
  // Its clock stands still at nothing until it is begun: over, and of no length.
  const { startedAt } = session
  const call = {
    id,
    sessionId: session.id,
    number: 1,
    reference: null,
    startedAt,
    endedAt: startedAt,
    elapsedMs: 0,
    gaps: [],
  }
  return { call, begin }
}
