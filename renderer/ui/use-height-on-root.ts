import { type RefObject, useLayoutEffect } from 'react'

type Height = '--foot-height' | '--passing-height' | '--standing-height'

/**
 * While it is mounted, styles everywhere know how high `part` is. `--foot-height`: of what a page has at its foot, above which notices
 * that go by themselves stand. `--passing-height`: of those, for which a narrow window makes room. `--standing-height`: of those that stand until
 * they are closed, for which any window does.
 */
export function useHeightOnRoot(name: Height, part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const element = part.current
    const measure = () => {
      const heightPx = element?.offsetHeight ?? 0
      const height = heightPx === 0 ? '' : `${heightPx}px`
      // The root is told only what it does not know: each time the browser works out all styles of the page anew.
      if (style.getPropertyValue(name) !== height) style.setProperty(name, height)
    }
    // Of what is empty nothing is asked: the whole page would be laid out before the rest of it is here.
    if (element?.hasChildNodes()) measure()
    const sizes = new ResizeObserver(measure)
    if (element !== null) sizes.observe(element)
    return () => {
      sizes.disconnect()
      style.removeProperty(name)
    }
  }, [name, part])
}
