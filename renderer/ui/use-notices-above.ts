import { type RefObject, useLayoutEffect } from 'react'

/** While it is mounted notices stand above `foot`, where something of the page is to be pressed; it is higher where its parts need two lines. */
export function useNoticesAbove(foot: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement
    const element = foot.current
    const measure = () => style.setProperty('--foot-height', `${element?.offsetHeight ?? 0}px`)
    dataset.foot = ''
    measure()
    const sizes = new ResizeObserver(measure)
    if (element !== null) sizes.observe(element)
    return () => {
      sizes.disconnect()
      delete dataset.foot
      style.removeProperty('--foot-height')
    }
  }, [foot])
}
