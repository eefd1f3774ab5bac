import type { KeyboardEvent } from 'react'

/** Arrows walk from button to button of a list, and round. */
export function walkList(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  all.at((all.indexOf(document.activeElement as HTMLButtonElement) + by) % all.length)?.focus()
  event.preventDefault()
}
