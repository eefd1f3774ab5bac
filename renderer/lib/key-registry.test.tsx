import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ActionId, KeyScope } from './key-map.ts'
import { hearKeys, setRemaps, useKeyRegistry } from './key-registry.ts'
import { KeyLayer, useKeys } from './use-keys.tsx'

let stop: () => void
beforeEach(() => {
  stop = hearKeys()
})
afterEach(() => stop())

function Hearing({ scope, id, act }: { scope: KeyScope; id: ActionId; act: () => void }) {
  useKeys(scope, { [id]: act })
  return (
    <>
      <button type="button">Call</button>
      <input aria-label="Search" defaultValue="x" />
    </>
  )
}

/** Presses a key and holds it for three more beats; gives how many of the beats the browser may act on itself. */
function hold(target: Element, key: Partial<KeyboardEventInit>): number {
  const beats = [false, true, true, true].map((repeat) => fireEvent.keyDown(target, { ...key, repeat }))
  return beats.filter(Boolean).length
}

test('holding «next call» makes one call, and the browser gets no key of it either', () => {
  const act = vi.fn()
  render(<Hearing scope="listen" id="listen.nextCall" act={act} />)
  const forBrowser = hold(screen.getByLabelText('Search'), { key: 'n', code: 'KeyN', ctrlKey: true })
  expect({ calls: act.mock.calls.length, forBrowser }).toEqual({ calls: 1, forBrowser: 0 })
})

test('holding a walking key walks on', () => {
  const act = vi.fn()
  render(<Hearing scope="tickets" id="tickets.down" act={act} />)
  hold(document.body, { key: 'j', code: 'KeyJ' })
  expect(act).toHaveBeenCalledTimes(4)
})

test('holding Enter presses a button once and sends a form once; letters in a field go on', () => {
  render(<Hearing scope="tickets" id="tickets.down" act={() => {}} />)
  expect(hold(screen.getByText('Call'), { key: 'Enter' })).toBe(1)
  expect(hold(screen.getByLabelText('Search'), { key: 'Enter' })).toBe(1)
  expect(hold(screen.getByLabelText('Search'), { key: 'a', code: 'KeyA' })).toBe(4)
})

test.each([
  ['e', 'KeyE'],
  ['Backspace', 'Backspace'],
])('%s held down where it leads into a field writes and deletes nothing there', (key, code) => {
  render(<Hearing scope="tickets" id="tickets.down" act={() => {}} />)
  fireEvent.keyDown(screen.getByText('Call'), { key, code })
  // The words to change have opened, and took the focus.
  expect(fireEvent.keyDown(screen.getByLabelText('Search'), { key, code, repeat: true })).toBe(false)
  expect(fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'a', code: 'KeyA' })).toBe(true)
  expect(fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'a', code: 'KeyA', repeat: true })).toBe(true)
})

test('Ctrl+Z outside a field is not left to the browser, which would go back to the field typed in last', () => {
  render(<Hearing scope="tickets" id="tickets.down" act={() => {}} />)
  expect(fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ', ctrlKey: true })).toBe(false)
  expect(fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'z', code: 'KeyZ', ctrlKey: true })).toBe(true)
})

test('Esc that closes an open list is not heard by the page', () => {
  const act = vi.fn()
  render(<Hearing scope="tickets" id="tickets.close" act={act} />)
  const field = screen.getByLabelText('Search')
  // The list closes while the key is still on its way up.
  field.setAttribute('data-mantine-stop-propagation', 'true')
  field.addEventListener('keydown', () => field.removeAttribute('data-mantine-stop-propagation'), { once: true })
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(act).not.toHaveBeenCalled()
  fireEvent.keyDown(field, { key: 'Escape' })
  expect(act).toHaveBeenCalledTimes(1)
})

test('over a dialog the looks can be changed, also from a field; every other key of the page rests', () => {
  const [theme, today] = [vi.fn(), vi.fn()]
  render(
    <>
      <Hearing scope="global" id="look.theme" act={theme} />
      <Hearing scope="global" id="go.today" act={today} />
      <KeyLayer>
        <input aria-label="Name" defaultValue="x" />
      </KeyLayer>
    </>,
  )
  const field = screen.getByLabelText('Name')
  fireEvent.keyDown(field, { key: 'F9', code: 'F9' })
  fireEvent.keyDown(field, { key: '1', code: 'Digit1', ctrlKey: true })
  expect([theme.mock.calls.length, today.mock.calls.length]).toEqual([1, 0])
})

test('keys that are what they were draw nothing anew', () => {
  const told = vi.fn()
  setRemaps({ 'tickets.down': 'ArrowDown' })
  const stopHearing = useKeyRegistry.subscribe(told)
  setRemaps({ 'tickets.down': 'ArrowDown' })
  expect(told).not.toHaveBeenCalled()
  setRemaps({})
  expect(told).toHaveBeenCalledOnce()
  stopHearing()
})
