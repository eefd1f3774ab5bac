import { type RefObject, useLayoutEffect, useRef } from 'react'

/** So many come by themselves while somebody looks at a list. */
const MOST_ROWS = 5

/**
 * What comes above the row under the pointer does not push it away from there: the list scrolls along with it. A list that is scrolled already is held by the
 * browser. `rowAttribute`: the attribute of a row that says which it is.
 */
export function useRowsStay(list: RefObject<HTMLElement | null>, ids: readonly string[], rowAttribute: string): void {
  const last = useRef(ids)
  useLayoutEffect(() => {
    const known = last.current
    last.current = ids
    const row = list.current?.querySelector<HTMLElement>(`[${rowAttribute}]:hover`)
    const id = row?.getAttribute(rowAttribute)
    if (row === null || row === undefined || id === null || id === undefined) return
    const was = known.indexOf(id)
    const scroller = scrollerOf(row)
    if (was === -1 || scroller === null || scroller.scrollTop !== 0) return
    const before = new Set(known)
    const come = ids.slice(0, Math.max(0, ids.indexOf(id))).filter((each) => !before.has(each)).length
    // More at once is another list, as where a filter goes: it is read from its top.
    if (come <= MOST_ROWS) scroller.scrollTop = come * row.offsetHeight
  }, [list, ids, rowAttribute])
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  return null
}
