import { useEffect, useRef } from 'react'

/** For a list whose lines are added at its end: the keys go into the first field of a line that was just added. `list`: what has the lines as its children, the buttons last. */
export function useFocusAdded<E extends HTMLElement>() {
  const list = useRef<E>(null)
  const isAdded = useRef(false)
  useEffect(() => {
    if (!isAdded.current) return
    isAdded.current = false
    const line = list.current?.children[list.current.children.length - 2]
    line?.querySelector<HTMLElement>('input')?.focus()
  })
  return {
    list,
    added: () => {
      isAdded.current = true
    },
  }
}
