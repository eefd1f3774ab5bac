import { useSyncExternalStore } from 'react'
import { isTextField } from '../../../lib/text-field.ts'

const isInField = (): boolean => isTextField(document.activeElement)

function onFocus(changed: () => void): () => void {
  document.addEventListener('focusin', changed)
  document.addEventListener('focusout', changed)
  return () => {
    document.removeEventListener('focusin', changed)
    document.removeEventListener('focusout', changed)
  }
}

/** Whether what is typed now goes into a field, wherever it is: beneath the card as well. */
export const useIsInField = (): boolean => useSyncExternalStore(onFocus, isInField)
