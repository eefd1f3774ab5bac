import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import { useLocation } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { putBoxAway } from '../../features/listening/notes/notes.actions.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'

/** Whoever stands in the box of that call may be finishing a sentence: it is put away as it is stored. */
function isWritingIn(callId: Id): boolean {
  const field = document.activeElement
  return document.hasFocus() && field instanceof HTMLTextAreaElement && field.dataset['boxOf'] === callId
}

/** Once a sealed call is over what stands in its note box goes from this window, whichever window sealed it: its words lie with what is sealed. */
export function useForgottenBoxes(): void {
  const sessionId = useQuery(currentSession).data?.id ?? ''
  const calls = useQuery({ ...callsOfSession(sessionId), enabled: sessionId !== '' }).data
  const sealed = useQuery({ ...sealedCalls(sessionId), enabled: sessionId !== '' }).data
  const { pathname, search } = useLocation()
  const [left, leave] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    addEventListener('blur', leave)
    return () => removeEventListener('blur', leave)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again as somebody leaves the window
  useEffect(() => {
    // Where it could not be stored it stays: the next look tries again.
    for (const { callId } of sealed ?? [])
      if (calls?.find(({ id }) => id === callId)?.endedAt != null && !isWritingIn(callId))
        void putBoxAway(callId).catch(() => {})
  }, [calls, sealed, pathname, search, left])
}
