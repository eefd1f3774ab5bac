import { type RefObject, useEffect } from 'react'
import { useKeyRegistry } from '../lib/key-registry.ts'
import { typeIntoBox } from '../lib/waiting-keys.ts'
import { isNowhere } from '../ui/focus.ts'

/**
 * On the live screen a key that types belongs to the note box: with the focus nowhere, or left on a button that was pressed, it
 * goes into the box instead of being lost or read as a key of the page.
 */
export function useKeysForBox(box: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isForBox(event)) return
      // What follows of this key happens where the focus is then: its character lands in the box.
      box.current?.focus()
      event.stopPropagation()
    }
    window.addEventListener('keydown', pressed, true)
    const stopTaking = typeIntoBox(isForBox)
    return () => {
      window.removeEventListener('keydown', pressed, true)
      stopTaking()
    }
  }, [box])
}

function isForBox(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  // What is typed into a dialog that lost the focus is meant for no field of the page behind.
  if (useKeyRegistry.getState().openLayers.length > 0) return false
  // An input method's first key comes as «Process», an accent that waits for its letter as «Dead».
  const isTyping = ['Process', 'Dead'].includes(event.key) || (event.key.length === 1 && event.key !== ' ')
  return isTyping && leadsToBox(document.activeElement)
}

/** A dialog holds the focus inside itself, so that its buttons are not meant. */
const leadsToBox = (focused: Element | null): boolean =>
  isNowhere(focused) || (focused?.matches('main button') === true && focused.closest('[role=dialog]') === null)
