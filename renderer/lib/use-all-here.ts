import { useState } from 'react'

interface Question {
  readonly fetchStatus: 'fetching' | 'paused' | 'idle'
  readonly isFetchedAfterMount: boolean
  readonly failureCount: number
}

/**
 * Whether a page's questions have been answered, each once since it opened: what comes later pushes down what is being read. One that failed, or that
 * nobody can answer now, is not waited for, and none belongs here that a hub answers while the page itself comes from the desk. A page that is drawn stays.
 */
export function useAllHere(...questions: readonly Question[]): boolean {
  const [wasHere, setWasHere] = useState(false)
  const isComing = ({ fetchStatus, isFetchedAfterMount, failureCount }: Question) =>
    fetchStatus === 'fetching' && !isFetchedAfterMount && failureCount === 0
  const isHere = wasHere || !questions.some(isComing)
  if (isHere && !wasHere) setWasHere(true)
  return isHere
}
