import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react'
import type { Chord } from './chords.ts'
import type { ActionId, KeyScope } from './key-map.ts'
import { type KeyHandlers, openLayer, register, useKeyRegistry } from './key-registry.ts'
import { chordsOf } from './keys.ts'

const LayerContext = createContext(0)

/**
 * Binds actions of the key map while the component is on screen.
 * A handler that returns false lets the key pass. What is bound is what the key sheet lists.
 * `isOn` false: nothing is bound (a hidden pane, a form that is being sent).
 */
export function useKeys(scope: KeyScope, handlers: KeyHandlers, isOn = true): void {
  const layer = useContext(LayerContext)
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  useLayoutEffect(() => {
    if (!isOn) return
    return register({ scope, layer, handlers: latest })
  }, [scope, layer, isOn])
}

interface KeyLayerProps {
  isOpen?: boolean
  /** It hides what lies beneath and leaves the keyboard there: nothing inside acts, and beneath it what goes with writing. */
  isCover?: boolean
  children: ReactNode
}

/** Around the inside of a dialog: while it is mounted (and open), only keys bound inside it act; while it is not open none of them does. */
export function KeyLayer({ isOpen = true, isCover = false, children }: KeyLayerProps) {
  const around = useContext(LayerContext)
  // Above whatever is open, also beside it: the guide over a form of the page.
  const [layer] = useState(() => Math.max(around, ...useKeyRegistry.getState().openLayers) + 1)
  // With the same paint it comes and goes with: no key in between is heard by the wrong layer.
  useLayoutEffect(() => (isOpen ? openLayer(layer, isCover) : undefined), [layer, isOpen, isCover])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/** The layer this component is in; 0 is the page. */
export const useLayer = (): number => useContext(LayerContext)

/** The chord to print beside a button for an action: the person's own one, else the first default. */
export function useChord(id: ActionId): Chord {
  const remaps = useKeyRegistry((state) => state.remaps)
  return chordsOf(id, remaps)[0] ?? ''
}
