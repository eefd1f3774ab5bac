import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import { useLocation } from 'react-router'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { putBoxAway } from '../../features/listening/notes/notes.actions.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'

/** Whoever stands in a field of the listening page may be finishing a sentence: it is put away as it is stored. */
const isWriting = (pathname: string): boolean =>
  pathname.startsWith('/listen/') && document.hasFocus() && document.activeElement instanceof HTMLTextAreaElement

/** Once a sealed call is over what stands in its note box goes from this window, whichever window sealed it: its words lie with what is sealed. */
export function useForgottenBoxes(): void {
  const sessionId = useQuery(currentSession).data?.id ?? ''
  const calls = useQuery({ ...callsOfSession(sessionId), enabled: sessionId !== '' }).data
  const sealed = useQuery({ ...sealedCalls(sessionId), enabled: sessionId !== '' }).data
  const { pathname } = useLocation()
  const [left, leave] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    addEventListener('blur', leave)
    return () => removeEventListener('blur', leave)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again as somebody leaves the window
  useEffect(() => {
    if (isWriting(pathname)) return
    // Where it could not be stored it stays: the next look tries again.
    for (const { callId } of sealed ?? [])
      if (calls?.find(({ id }) => id === callId)?.endedAt != null) void putBoxAway(callId).catch(() => {})
  }, [calls, sealed, pathname, left])
}
