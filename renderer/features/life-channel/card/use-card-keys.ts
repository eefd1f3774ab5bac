import { type RefObject, useEffect } from 'react'
import { create } from 'zustand'
import { isComposing } from '../../../lib/composition.ts'
import type { KeyHandler, KeyHandlers } from '../../../lib/key-registry.ts'
import { isTextField } from '../../../lib/text-field.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { cardOf, useLife } from './card-store.ts'
import { isOnTheWay, type Manner, makeTypedRun } from './typed-run.ts'

/** What had the keys before the card: there the words belong that somebody types on. */
let beneath: Element | null = null

const fieldBeneath = () =>
  isTextField(beneath) && beneath.isConnected && !beneath.disabled && !beneath.readOnly ? beneath : null

/** The keys that were pressed and wait until nothing is typed on. */
const useWaiting = create<{ readonly keys: readonly string[] }>()(() => ({ keys: [] }))

const run = makeTypedRun({
  write: (text) => {
    const field = fieldBeneath()
    if (field === null) return
    useLife.setState({ isEngaged: false })
    field.focus({ preventScroll: true })
    document.execCommand?.('insertText', false, text)
  },
  // In a drill nobody reads out a number, and its time is measured.
  isOverField: () => fieldBeneath() !== null && cardOf(useLife.getState().shownId ?? '')?.isDrill !== true,
  onWaiting: (keys) => useWaiting.setState({ keys }),
})

/** Whether this key was pressed and is done as soon as nothing is typed on. */
export const useIsKeyWaiting = (key: string | undefined): boolean =>
  useWaiting(({ keys }) => key !== undefined && keys.includes(key))

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
      if (event.key === 'Escape') run.settle(isOnTheWay)
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
    // What was pressed before the hand went to the mouse comes before what it clicks.
    const point = () => void run.settle(isOnTheWay)
    window.addEventListener('keydown', settle, true)
    window.addEventListener('pointerdown', point, true)
    window.addEventListener('pagehide', point)
    window.addEventListener('keydown', typed)
    return () => {
      run.settle(isOnTheWay)
      window.removeEventListener('pointerdown', point, true)
      window.removeEventListener('pagehide', point)
      window.removeEventListener('keydown', settle, true)
      window.removeEventListener('keydown', typed)
    }
  }, [isOn, opener])
}
