import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { currentSession, halfDoneLines, halfDoneNotes } from '../lib/common-queries.ts'
import { placeOfHalfDone } from '../lib/half-done-place.ts'

/** Goes to the newest note that is half done, or else to such a line of a meeting. False where there is none. */
export function useHalfDone(cameFrom: string): () => false | undefined {
  const navigate = useNavigate()
  const running = useQuery(currentSession).data ?? null
  const draft = (useQuery(halfDoneNotes).data ?? [])[0]
  const line = (useQuery(halfDoneLines).data ?? [])[0]
  return () => {
    if (draft !== undefined) void navigate(placeOfHalfDone(draft, running?.id ?? null))
    else if (line !== undefined) void navigate(`/meetings/${line.callId}`, { state: { cameFrom } })
    else return false
  }
}
