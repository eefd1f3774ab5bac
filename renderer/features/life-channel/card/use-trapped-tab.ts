import { type RefObject, useEffect, useRef } from 'react'

const FOCUSABLE =
  'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href], summary, [tabindex="0"]'

/** Tab goes round inside, as in every dialog, while the card has the keyboard. */
export function useTrappedTab(isOn: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!isOn || element === null) return
    const goRound = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.isComposing) return
      const all = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)]
      const [first, last] = [all[0], all.at(-1)]
      const isAtEnd = document.activeElement === (event.shiftKey ? first : last)
      if (!isAtEnd && element.contains(document.activeElement)) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    document.addEventListener('keydown', goRound)
    return () => document.removeEventListener('keydown', goRound)
  }, [isOn])
  return box
}
