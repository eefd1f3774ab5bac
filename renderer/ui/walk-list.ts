import type { KeyboardEvent } from 'react'

/** To the row `by` rows on from the one that has the focus, as far as there are any; to the first one where none has it. */
export function walkRows(list: HTMLElement | null, rows: string, by: 1 | -1): void {
  const all = [...(list?.querySelectorAll<HTMLElement>(rows) ?? [])]
  const now = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, Math.min(all.length - 1, now === -1 ? 0 : now + by))]?.focus()
}

/** Arrows walk from button to button of a list, and round. */
export function walkList(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  all.at((all.indexOf(document.activeElement as HTMLButtonElement) + by) % all.length)?.focus()
  event.preventDefault()
}
