import type { KeyboardEvent } from 'react'

/** The rows of a list when it was walked last, and which of them was walked to. */
const walked = new WeakMap<HTMLElement, { readonly rows: readonly HTMLElement[]; readonly at: number }>()

/** What a row is held by: a letter that is pressed there is a key, not a word. */
const HANDLES = 'a[href], button:not(:disabled), input[type=checkbox]'

/**
 * To the row `by` rows on from the one that has the focus, as far as there are any; to the first one where none has it. Where the row that was walked
 * to is gone, as what was to be done with it is done, it goes on from its place. A row that takes no focus is held by the first in it that
 * does; one without any is passed over. False: there is none.
 */
export function walkRows(list: HTMLElement | null, rows: string, by: 1 | -1): boolean {
  if (list === null) return false
  const handleOf = (row: HTMLElement) => (row.matches(HANDLES) ? row : row.querySelector<HTMLElement>(HANDLES))
  const all = [...list.querySelectorAll<HTMLElement>(rows)].filter((row) => handleOf(row) !== null)
  const now = all.findIndex((row) => row.contains(document.activeElement))
  const wanted = now === -1 ? besideGone(list, by) : now + by
  const at = Math.max(0, Math.min(all.length - 1, wanted))
  const row = all[at]
  if (row === undefined) return false
  handleOf(row)?.focus()
  walked.set(list, { rows: all, at })
  return true
}

/** The row beside the place of the one that is gone; the first where it is not, or all of them are. */
function besideGone(list: HTMLElement, by: 1 | -1): number {
  const { rows, at } = walked.get(list) ?? { rows: [], at: 0 }
  const isThere = (row: HTMLElement) => row.isConnected
  if (rows[at]?.isConnected !== false || !rows.some(isThere)) return 0
  const before = rows.slice(0, at).filter(isThere).length
  return by === 1 ? before : before - 1
}

/** Arrows walk from button to button of a list, and round; from what stands above them to the first or the last. */
export function walkList(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const all = [...event.currentTarget.querySelectorAll('button')]
  const now = all.indexOf(document.activeElement as HTMLButtonElement)
  all.at(now === -1 ? Math.min(0, by) : (now + by) % all.length)?.focus()
  event.preventDefault()
}
