import { type RefObject, useEffect } from 'react'

/** Nearer to the end than this, somebody follows what is said. */
const NEAR_PX = 24

/** While the end of the lines is in sight it stays so, also where their panel gets lower, as under a notice, or narrower, so that they take more of it. */
export function useEndInSight(lines: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const body = lines.current?.parentElement
    if (!body) return
    let [heightPx, wholePx] = [body.clientHeight, body.scrollHeight]
    const sizes = new ResizeObserver(() => {
      const wasInSight = wholePx - body.scrollTop - heightPx < NEAR_PX
      heightPx = body.clientHeight
      wholePx = body.scrollHeight
      if (wasInSight) body.scrollTop = wholePx
    })
    sizes.observe(body)
    if (lines.current) sizes.observe(lines.current)
    return () => sizes.disconnect()
  }, [lines])
}
