import { cleanup, configure } from '@testing-library/react'
import React from 'react'
import { afterAll, afterEach } from 'vitest'
import { allKeys } from '../../renderer/app/all-keys.ts'
import { fetchTexts } from '../../renderer/lib/i18n.ts'
import { collectKeys } from '../../renderer/lib/key-map.ts'
import { holdBack } from '../../renderer/lib/waiting-keys.ts'
import { patience } from './patience.ts'
import { resetStores } from './stores.ts'

// What Mantine and our own parts ask a browser for and jsdom has not. Nothing here has a size: layout is tested in a real browser.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
// A promise, as newer browsers answer: an effect that hands it on as its way to stop breaks the page that goes.
Element.prototype.scrollIntoView = (() => Promise.resolve()) as () => void

// For its warnings React keeps with each element the stack where it was made: a fifth of all the processor's time here. Up to so many a second.
Object.defineProperty(
  Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE') ?? {},
  'recentlyCreatedOwnerStacks',
  { get: () => Number.POSITIVE_INFINITY, set: () => {}, configurable: true },
)

collectKeys(allKeys)
// Both languages, as a window has them soon after its start.
await Promise.all([fetchTexts('zh'), fetchTexts('en')])

// A busy machine may take long over one answer; what never comes still fails before the test's own limit.
configure({ asyncUtilTimeout: patience.timeout, getElementError: (message) => new Error(message ?? 'not found') })

// This page and what the renderer keeps in memory were another file's before.
resetStores()
localStorage.clear()
sessionStorage.clear()
// Where something failed to open there, nobody types on for it here.
holdBack(new KeyboardEvent('keydown', { key: 'Escape' }), 'Escape', () => false)

// What a test lends the page goes with its file, so that no other passes or fails by the order they are run in.
const objects = [document, navigator, window]
const own = objects.map((object) => new Set(Reflect.ownKeys(object)))
afterAll(() => {
  objects.forEach((object, index) => {
    for (const key of Reflect.ownKeys(object)) if (!own[index]?.has(key)) Reflect.deleteProperty(object, key)
  })
})

afterEach(cleanup)
