import { create as createStore, type UseBoundStore } from 'zustand/react'
import type { StateCreator, StoreApi } from 'zustand/vanilla'

const resets = new Set<() => void>()

/** What the renderer calls as zustand's own. Files of tests share a page, and so its stores: each begins with them as new. */
export const create =
  <State>() =>
  (initializer: StateCreator<State>): UseBoundStore<StoreApi<State>> => {
    const store = createStore<State>()(initializer)
    resets.add(() => store.setState(store.getInitialState(), true))
    return store
  }

export function resetStores(): void {
  for (const reset of resets) reset()
}
