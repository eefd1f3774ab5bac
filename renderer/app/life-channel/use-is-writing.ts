import { useSyncExternalStore } from 'react'
import { isTextField } from '../../lib/text-field.ts'

const isWriting = (): boolean => document.hasFocus() && isTextField(document.activeElement)

const COMES_AND_GOES = ['focusin', 'focusout', 'focus', 'blur'] as const

function onFocus(changed: () => void): () => void {
  for (const name of COMES_AND_GOES) window.addEventListener(name, changed)
  return () => {
    for (const name of COMES_AND_GOES) window.removeEventListener(name, changed)
  }
}

/** Whether somebody stands in a field of this window, and may be amid a sentence. */
export const useIsWriting = (): boolean => useSyncExternalStore(onFocus, isWriting)
