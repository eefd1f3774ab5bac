import { type RefObject, useEffect } from 'react'
import { isComposing } from '../../../lib/composition.ts'
import type { KeyHandler, KeyHandlers } from '../../../lib/key-registry.ts'
import { isTextField } from '../../../lib/text-field.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { useLife } from './card-store.ts'
import { type Manner, makeTypedRun } from './typed-run.ts'

/** What had the keys before the card: there the words belong that somebody types on. */
let beneath: Element | null = null

const run = makeTypedRun((text) => {
  if (!isTextField(beneath) || !beneath.isConnected || beneath.disabled || beneath.readOnly) return
  useLife.setState({ isEngaged: false })
  beneath.focus({ preventScroll: true })
  document.execCommand?.('insertText', false, text)
})

/** The keys of the card, for whoever looks at it. Whoever types on, not knowing that it has them, presses none: what they type goes where they were writing. */
export function useCardKeys(handlers: KeyHandlers, manner: Manner = 'ends'): void {
  const unlessTyped =
    (act: KeyHandler): KeyHandler =>
    (event) =>
      run.press(event.key, () => void act(event), manner)
  useKeys('life', Object.fromEntries(Object.entries(handlers).map(([id, act]) => [id, unlessTyped(act)] as const)))
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'])
const isChord = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey

/** While the card has the keys: what it has no key for is typed, and any other key settles what waits. */
export function useTypedOn(isOn: boolean, opener: RefObject<Element | null>): void {
  useEffect(() => {
    if (!isOn) return
    beneath = opener.current
    const settle = (event: KeyboardEvent) => {
      if (isComposing(event) || MODIFIERS.has(event.key)) return
      if (event.key === 'Escape') run.settle((manner) => manner === 'step')
      else if ((event.key.length > 1 || isChord(event)) && run.settle() && event.key === 'Enter') {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    const typed = (event: KeyboardEvent) => {
      const isFree = !event.defaultPrevented && !isComposing(event) && event.key.length === 1 && !isChord(event)
      if (!isFree || isTextField(document.activeElement)) return
      if (event.key === ' ' && document.activeElement instanceof HTMLButtonElement) return
      if (run.press(event.key, null)) event.preventDefault()
    }
    window.addEventListener('keydown', settle, true)
    window.addEventListener('keydown', typed)
    return () => {
      run.end()
      window.removeEventListener('keydown', settle, true)
      window.removeEventListener('keydown', typed)
    }
  }, [isOn, opener])
}
