import { useState } from 'react'

/** More than a list shows without scrolling; each one more costs before it is seen. */
export const FIRST_SHOWN = 40

/** How many options of a long list are in the page: the first, and more as somebody walks or scrolls on. */
export function useShownCount(foundCount: number) {
  const [count, setCount] = useState(FIRST_SHOWN)
  return {
    count,
    /** Does nothing at the end of the list. */
    showMore: (by: number) => setCount((shown) => (shown < foundCount ? shown + by : shown)),
    showFirst: () => setCount(FIRST_SHOWN),
  }
}
