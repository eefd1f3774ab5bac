import { useState } from 'react'

interface Question {
  readonly fetchStatus: 'fetching' | 'paused' | 'idle'
  readonly isFetchedAfterMount: boolean
}

/**
 * Whether a page's questions have been answered, each once since it opened: what comes later pushes down what is being read. One that failed, or that
 * nobody can answer now, is not waited for; and a page that is drawn stays.
 */
export function useAllHere(...questions: readonly Question[]): boolean {
  const [wasHere, setWasHere] = useState(false)
  const isHere =
    wasHere ||
    questions.every(({ fetchStatus, isFetchedAfterMount }) => fetchStatus !== 'fetching' || isFetchedAfterMount)
  if (isHere && !wasHere) setWasHere(true)
  return isHere
}
