import type { KeyboardEvent } from 'react'
import { isComposing } from '../../../lib/composition.ts'

/** Enter sends a form, but not one that picks a candidate of an input method or closes an open list. */
export function keepEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter') return
  const isListOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
  if (isComposing(event) || isListOpen) event.preventDefault()
}
