import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { isComposing } from '../../../lib/composition.ts'
import { dateAfter, datesBetween } from './special-days.ts'

/** From where a range was drawn to where the person is. */
interface Pick {
  anchor: string
  head: string
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Which days of the year are meant: arrows walk, with Shift they draw a range, as a pressed mouse does. */
export function useDayPick(year: number, first: string, onLeaveYear: (year: number) => void) {
  const [pick, setPick] = useState<Pick>({ anchor: first, head: first })
  const board = useRef<HTMLDivElement>(null)
  const takesFocus = useRef(false)
  const inYear = pick.head.startsWith(`${year}-`)
  const shown: Pick = inYear ? pick : { anchor: `${year}-01-01`, head: `${year}-01-01` }

  useEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    board.current?.querySelector<HTMLElement>(`[data-date="${shown.head}"]`)?.focus()
  }, [shown.head])

  const go = (head: string, isRange: boolean) => {
    const isOut = !head.startsWith(`${year}-`)
    // A range ends with its year: that is saved as a whole.
    if (isOut && isRange) return
    takesFocus.current = true
    setPick({ anchor: isRange ? shown.anchor : head, head })
    if (isOut) onLeaveYear(Number(head.slice(0, 4)))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const step = STEPS[event.key]
    const isMonth = event.key === 'PageUp' || event.key === 'PageDown'
    if (step === undefined && !isMonth && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    go(step === undefined ? inMonths(shown.head, event.key) : dateAfter(shown.head, step), event.shiftKey)
  }

  const dateUnder = ({ target }: PointerEvent): string | undefined =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined

  return {
    picked: datesBetween(shown.anchor, shown.head),
    head: shown.head,
    board,
    onKeyDown,
    onPointerDown: (event: PointerEvent) => {
      const date = dateUnder(event)
      if (date === undefined || event.button !== 0) return
      takesFocus.current = true
      setPick({ anchor: event.shiftKey ? shown.anchor : date, head: date })
    },
    onPointerOver: (event: PointerEvent) => {
      const date = dateUnder(event)
      if (date === undefined || (event.buttons & 1) === 0) return
      setPick({ anchor: shown.anchor, head: date })
    },
  }
}

/** A month back or on, the first or the last day of the month. */
function inMonths(date: string, key: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const asked = month - 1 + (key === 'PageUp' ? -1 : key === 'PageDown' ? 1 : 0)
  const last = new Date(Date.UTC(year, asked + 1, 0)).getUTCDate()
  const wanted = key === 'Home' ? 1 : key === 'End' ? last : Math.min(day, last)
  return new Date(Date.UTC(year, asked, wanted)).toISOString().slice(0, 10)
}
