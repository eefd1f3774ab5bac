import { type RefObject, useLayoutEffect } from 'react'

/**
 * While it is mounted, styles everywhere know how high `part` is. `--foot-height`: of what a page has at its foot, above which notices
 * stand. `--notices-height`: of the notices, for which a narrow window makes room.
 */
export function useHeightOnRoot(name: '--foot-height' | '--notices-height', part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const element = part.current
    const measure = () => style.setProperty(name, `${element?.offsetHeight ?? 0}px`)
    measure()
    const sizes = new ResizeObserver(measure)
    if (element !== null) sizes.observe(element)
    return () => {
      sizes.disconnect()
      style.removeProperty(name)
    }
  }, [name, part])
}
