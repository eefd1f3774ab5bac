import { type RefObject, useLayoutEffect } from 'react'
import { useStable } from '../lib/use-stable.ts'

type Height = '--passing-height' | '--standing-height' | '--folded-height'

/**
 * While it is mounted, styles everywhere know how high `part` is. `--passing-height`: of notices that go by themselves, for which dialogs and
 * pages of a narrow window make room. `--standing-height`: of those that stand until they are closed, for which any window does. `--folded-height`: of a card of the
 * life channel that was folded, and of what it asks aloud where no call is heard or read, beneath which every page begins.
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

/**
 * While a dialog is open the room that notices took beneath it is kept: one that goes by itself would move what is being read there. `--kept-height` is
 * told only when there is less of them than there was; measured by the observer alone, after the page has been laid out.
 */
export function useKeptHeight(
  one: RefObject<HTMLElement | null>,
  other: RefObject<HTMLElement | null>,
  isOpen: boolean,
) {
  useLayoutEffect(() => {
    if (!isOpen) return
    const { style } = document.documentElement
    let mostPx = 0
    const keep = () => {
      const px = (one.current?.offsetHeight ?? 0) + (other.current?.offsetHeight ?? 0)
      mostPx = Math.max(mostPx, px)
      if (px < mostPx) style.setProperty('--kept-height', `${mostPx}px`)
    }
    const sizes = new ResizeObserver(keep)
    for (const { current } of [one, other]) if (current !== null) sizes.observe(current)
    return () => {
      sizes.disconnect()
      style.removeProperty('--kept-height')
    }
  }, [one, other, isOpen])
}
