import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { KeyLayer, useKeys } from '../lib/use-keys.tsx'
import { firstFocusable, giveFocusBack, isNowhere, keepFromLateTrap } from './focus.ts'

/**
 * The inside of whatever opens over the page, mounted exactly as long as it is open: the keys of the page rest, the focus is
 * inside from the first moment and goes back to where it came from in the same moment in which this closes. A key pressed right
 * after belongs to the page again. Esc closes this layer alone.
 */
export function DialogInside({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <KeyLayer>
      <Held onClose={onClose}>{children}</Held>
    </KeyLayer>
  )
}

function Held({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null)
  const trap = useRef<ReturnType<typeof keepFromLateTrap>>(null)
  // Asked while painting: when the parts are laid in, one of them may have taken the focus already.
  const [opener] = useState(() => document.activeElement)
  useLayoutEffect(() => {
    const element = inside.current
    if (element === null) return
    if (!element.contains(document.activeElement)) {
      const first = firstFocusable(element)
      first?.focus({ preventScroll: true })
      // Who opens words to change them goes on where they end.
      if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
    }
    // Its head with the closing cross lies around the inside.
    const dialog = element.closest<HTMLElement>('[role=dialog]') ?? element
    trap.current = keepFromLateTrap(dialog)
    return () => {
      trap.current?.end()
      giveFocusBack(dialog, opener)
    }
  }, [opener])
  useEffect(() => trap.current?.endSoon(), [])
  useEffect(() => {
    // A control that had the focus may go or rest, or the page behind may take it late; either way the next key is meant for this.
    const element = inside.current
    if (element === null) return
    const hold = () => {
      if (isNowhere(document.activeElement)) firstFocusable(element)?.focus()
    }
    const changes = new MutationObserver(hold)
    changes.observe(element, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    hold()
    return () => changes.disconnect()
  })
  useKeys('dialog', { 'dialog.close': onClose })
  return (
    <div ref={inside}>
      <SentByKey inside={inside} />
      {children}
    </div>
  )
}

/** In front of what the dialog holds, so that keys of its own are asked first: its one form is sent as by its button, where that can be pressed. */
function SentByKey({ inside }: { inside: RefObject<HTMLDivElement | null> }) {
  useKeys('dialog', {
    'dialog.confirm': () => {
      const [form, another] = inside.current?.querySelectorAll('form') ?? []
      const button = form?.querySelector<HTMLButtonElement>('button[type=submit]')
      if (another !== undefined || button == null) return false
      button.click()
    },
  })
  return null
}
