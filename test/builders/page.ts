import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { allKeys } from '../../renderer/app/all-keys.ts'
import { collectKeys } from '../../renderer/lib/key-map.ts'
import { patience } from './patience.ts'

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
Object.defineProperty(document, 'fonts', { value: new EventTarget() })
Element.prototype.scrollIntoView = () => {}

collectKeys(allKeys)

// A busy machine may take long over one answer; what never comes still fails before the test's own limit.
configure({ asyncUtilTimeout: patience.timeout, getElementError: (message) => new Error(message ?? 'not found') })

afterEach(cleanup)
