import { useEffect } from 'react'
import { isComposing } from '../../../lib/composition.ts'
import { isCovered } from '../../../lib/key-registry.ts'
import { foldCard } from './card-store.ts'

/** A card that lies over a field or a page has no keys, but it is what is in sight: Esc folds it, and does nothing to what nobody sees beneath it. */
export function useFoldedByEsc(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const fold = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event) || !isCovered()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      foldCard()
    }
    window.addEventListener('keydown', fold, true)
    return () => window.removeEventListener('keydown', fold, true)
  }, [isOn])
}
