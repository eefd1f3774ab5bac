import { type RefObject, useLayoutEffect } from 'react'
import { useStable } from '../lib/use-stable.ts'

type Height = '--passing-height' | '--standing-height'

/**
 * While it is mounted, styles everywhere know how high `part` is. `--passing-height`: of notices that go by themselves, for which dialogs and
 * pages of a narrow window make room. `--standing-height`: of those that stand until they are closed, for which any window does.
 */
export function useHeightOnRoot(name: Height, part: RefObject<HTMLElement | null>): void {
  useHeightOf(part, (heightPx) => {
    const { style } = document.documentElement
    const height = heightPx === 0 ? '' : `${heightPx}px`
    // The root is told only what it does not know: each time the browser works out all styles of the page anew.
    if (style.getPropertyValue(name) !== height) style.setProperty(name, height)
  })
}

/** Tells how high `part` is while it is mounted, and 0 when it goes. */
export function useHeightOf(part: RefObject<HTMLElement | null>, onHeight: (heightPx: number) => void): void {
  const tell = useStable(onHeight)
  useLayoutEffect(() => {
    const element = part.current
    const measure = () => tell(element?.offsetHeight ?? 0)
    // Of what is empty nothing is asked: the whole page would be laid out before the rest of it is here.
    if (element?.hasChildNodes()) measure()
    const sizes = new ResizeObserver(measure)
    if (element !== null) sizes.observe(element)
    return () => {
      sizes.disconnect()
      tell(0)
    }
  }, [part, tell])
}
