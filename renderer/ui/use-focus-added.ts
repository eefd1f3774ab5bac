import { useEffect, useRef } from 'react'
import { isNowhere } from './focus.ts'

/**
 * For a list whose lines are added at its end: the keys go into the first field of a line that was just added, and to `adder`, the button that adds one, where the
 * line that had them was taken out. `list`: what has the lines as its children, with nothing behind them but the buttons, where it has those. `keyOf`: a line's name
 * for as long as it stands, so that what is typed in it and not yet read stays its own when one above it is taken out.
 */
export function useFocusAdded<E extends HTMLElement>(hasButtons = true) {
  const list = useRef<E>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const change = useRef<'added' | 'removed' | null>(null)
  const keys = useRef<number[]>([])
  const nextKey = useRef(0)
  useEffect(() => {
    const last = change.current
    change.current = null
    if (last === 'removed' && isNowhere(document.activeElement)) adder.current?.focus()
    if (last !== 'added') return
    const lines = list.current?.children
    const line = lines?.[lines.length - (hasButtons ? 2 : 1)]
    line?.querySelector<HTMLElement>('input, textarea')?.focus()
  })
  return {
    list,
    adder,
    added: () => {
      change.current = 'added'
    },
    removed: (index: number) => {
      keys.current.splice(index, 1)
      change.current = 'removed'
    },
    keyOf: (index: number): number => {
      while (keys.current.length <= index) keys.current.push(nextKey.current++)
      return keys.current[index] ?? index
    },
  }
}
