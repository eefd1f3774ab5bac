import { type RefObject, useEffect } from 'react'

/** Nearer to the end than this, somebody follows what is said. */
const NEAR_PX = 24

/** While the end of the lines is in sight it stays so, also where their panel gets lower: a notice passes over its foot. */
export function useEndInSight(lines: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const body = lines.current?.parentElement
    if (!body) return
    let heightPx = body.clientHeight
    const sizes = new ResizeObserver(() => {
      const wasInSight = body.scrollHeight - body.scrollTop - heightPx < NEAR_PX
      heightPx = body.clientHeight
      if (wasInSight) body.scrollTop = body.scrollHeight
    })
    sizes.observe(body)
    return () => sizes.disconnect()
  }, [lines])
}
