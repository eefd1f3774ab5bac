import { useEffect, useRef } from 'react'

/**
 * For a list whose lines are added at its end: the keys go into the first field of a line that was just added. `list`: what has the lines as its children,
 * with nothing behind them but the buttons, where it has those.
 */
export function useFocusAdded<E extends HTMLElement>(hasButtons = true) {
  const list = useRef<E>(null)
  const isAdded = useRef(false)
  useEffect(() => {
    if (!isAdded.current) return
    isAdded.current = false
    const lines = list.current?.children
    const line = lines?.[lines.length - (hasButtons ? 2 : 1)]
    line?.querySelector<HTMLElement>('input, textarea')?.focus()
  })
  return {
    list,
    added: () => {
      isAdded.current = true
    },
  }
}
