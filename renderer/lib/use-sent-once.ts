import { useRef } from 'react'

interface Sent {
  readonly what: string
  readonly insteadOf: string | null
  isTaken: boolean
}

/**
 * For a field that is kept by Enter and when it is left: the two come one after the other, before the first is answered. What is on its way
 * is not sent again; another change is, also back to what stood there before. `kept`: what need not be sent while nothing is on its way.
 * `send` tells whether it was taken; `isKept` is called instead where nothing is to be sent.
 */
export function useSentOnce(kept: string | null = null) {
  /** Stands for what is kept, until that is told anew. */
  const sent = useRef<Sent | null>(null)
  return (what: string, send: () => Promise<boolean>, isKept = () => {}): void => {
    const last = sent.current?.insteadOf === kept ? sent.current : null
    if (what === (last?.what ?? kept)) {
      if (last === null || last.isTaken) isKept()
      return
    }
    const mine = { what, insteadOf: kept, isTaken: false }
    sent.current = mine
    const answered = (isTaken: boolean) => {
      mine.isTaken = isTaken
      if (sent.current === mine && (kept === null || !isTaken)) sent.current = null
    }
    void send().then(answered, () => answered(false))
  }
}
