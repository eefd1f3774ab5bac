import { useEffect, useRef } from 'react'
import { useStable } from '../lib/use-stable.ts'
import { notify } from './notices.ts'

/** Words that cannot be kept as they are, and why. */
interface Unfit {
  readonly text: string
  readonly fault: () => string | null
}

/**
 * For a field that is kept when it is left. A key, another window or the end of a call can take its screen away while somebody
 * types: then no browser tells that it was left, and what stands in it is kept all the same; what cannot be is shown, to be copied.
 */
export function useKeptWhenLeft(keep: () => void, unfit?: Unfit) {
  const hasFocus = useRef(false)
  const left = useStable(() => {
    hasFocus.current = false
    keep()
  })
  const vanished = useStable(() => {
    if (!hasFocus.current) return
    const why = unfit?.fault() ?? null
    // Of a field that was emptied there is nothing to copy.
    const byHand = unfit?.text.trim() === '' ? undefined : unfit?.text
    if (why !== null) notify({ tone: 'failure', title: () => unfit?.fault() ?? why, byHand })
    left()
  })
  useEffect(() => vanished, [vanished])
  return {
    onFocus: () => {
      hasFocus.current = true
    },
    onBlur: left,
  }
}
