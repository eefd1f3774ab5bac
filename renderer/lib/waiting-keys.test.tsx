import { act, fireEvent, render, screen } from '@testing-library/react'
import { Suspense, useEffect } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { hearKeys } from './key-registry.ts'
import { lazyPage } from './lazy-page.tsx'
import { useKeys } from './use-keys.tsx'
import { holdKeysForOpening, holdKeysForPages, openingFailed, pageFailed, pageShown } from './waiting-keys.ts'

const heard = vi.fn()
let arrive: () => void
let stop: (() => void)[]

beforeEach(() => {
  history.replaceState(null, '', '/tickets')
  stop = [hearKeys(), holdKeysForPages((path) => (path === '/nowhere' ? null : path))]
  heard.mockClear()
})
afterEach(() => {
  for (const each of stop) each()
  document.execCommand = execCommand
})

const { execCommand } = document

/** As a browser types what it is told to, until the test is over. */
function typesInto(typed: (text: string | undefined) => void): void {
  document.execCommand = (_, __, text) => {
    typed(text)
    return true
  }
}

function Hearing({ name }: { name: string }) {
  useKeys('tickets', {
    'tickets.down': () => heard(name, 'down'),
    'tickets.up': () => heard(name, 'up'),
    'tickets.export': () => heard(name, 'export'),
    'tickets.open': () => heard(name, 'open'),
  })
  return <p>{name}</p>
}

function Shown({ page }: { page: string }) {
  useEffect(() => pageShown(page), [page])
  return null
}

/** Tickets are here, seats are on their way, exports as well. */
function open() {
  const later = (name: string) =>
    lazyPage(async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      return () => <Hearing name={name} />
    })
  const pages = {
    '/tickets': () => <Hearing name="tickets" />,
    '/seats': later('seats').Page,
    '/exports': later('exports').Page,
  }
  const { unmount } = render(
    <BrowserRouter useTransitions={false}>
      <Suspense fallback="…">
        <Routes>
          {Object.entries(pages).map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <>
                  <Page />
                  <Shown page={path} />
                </>
              }
            />
          ))}
        </Routes>
      </Suspense>
    </BrowserRouter>,
  )
  stop.push(unmount)
}
const go = (path: string) =>
  act(() => {
    history.pushState(null, '', path)
    fireEvent.popState(window)
  })
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.body, { key, code: `Key${key.toUpperCase()}`, ...more })
const arrives = async (name: string) => {
  await act(async () => arrive())
  expect(await screen.findByText(name)).toBeTruthy()
}

test('keys for a page whose code is on its way wait for it, in their order, with their modifiers, and held ones once', async () => {
  open()
  press('j')
  expect(heard.mock.calls).toEqual([['tickets', 'down']])
  go('/seats')
  const toBrowser = [press('k'), press('s', { altKey: true }), press('j'), press('j', { repeat: true })]
  expect(toBrowser).toEqual([false, false, false, false])
  expect(heard).toHaveBeenCalledTimes(1)
  await arrives('seats')
  press('k')
  await expect
    .poll(() => heard.mock.calls.slice(1), patience)
    .toEqual([
      ['seats', 'up'],
      ['seats', 'export'],
      ['seats', 'down'],
      ['seats', 'up'],
    ])
  press('j')
  await expect.poll(() => heard.mock.calls.length, patience).toBe(6)
})

test('Esc drops what waits; what belongs to the browser, an input method or a field does not wait', async () => {
  open()
  go('/seats')
  press('j')
  expect(press('Escape')).toBe(false)
  expect(press('r', { ctrlKey: true })).toBe(true)
  expect(press('j', { keyCode: 229 })).toBe(true)
  expect(fireEvent.keyDown(document.body, { key: 'Tab', code: 'Tab' })).toBe(true)
  press('k')
  await arrives('seats')
  await expect.poll(() => heard.mock.calls, patience).toEqual([['seats', 'up']])
})

test('never into another page', async () => {
  open()
  go('/seats')
  press('j')
  go('/tickets')
  press('k')
  await expect.poll(() => heard.mock.calls, patience).toEqual([['tickets', 'up']])
})

test('a page that cannot come, and an address that is no page, hold nothing back', () => {
  open()
  go('/seats')
  press('j')
  pageFailed()
  expect(press('j')).toBe(true)
  go('/nowhere')
  expect(press('j')).toBe(true)
  expect(heard).not.toHaveBeenCalled()
})

test('letters are typed into the field that the page puts the focus in', async () => {
  open()
  go('/seats')
  for (const key of ['a', 'b']) press(key)
  const typed = vi.fn()
  typesInto(typed)
  const field = document.body.appendChild(document.createElement('textarea'))
  field.focus()
  await arrives('seats')
  await expect.poll(() => typed.mock.calls.flat(), patience).toEqual(['a', 'b'])
  field.remove()
})

test.each([{}, { keyCode: 229 }])(
  'what is typed into the field by hand comes after what waited for it: %j',
  async (more) => {
    open()
    go('/seats')
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    for (const key of letters) press(key)
    const typed = vi.fn()
    typesInto(typed)
    const field = document.body.appendChild(document.createElement('textarea'))
    field.focus()
    await arrives('seats')
    fireEvent.keyDown(field, { key: 'z', code: 'KeyZ', ...more })
    expect(typed.mock.calls.flat()).toEqual(letters)
    field.remove()
  },
)

test('what opens over the page gets what was typed since it was asked for, and the page beneath nothing of it', async () => {
  open()
  const isHere = holdKeysForOpening()
  for (const key of ['j', 'k']) expect(press(key)).toBe(false)
  const typed = vi.fn()
  typesInto(typed)
  const field = document.body.appendChild(document.createElement('input'))
  isHere()
  // Its field takes the focus a moment after it is there.
  field.focus()
  await expect.poll(() => typed.mock.calls.flat(), patience).toEqual(['j', 'k'])
  expect(heard).not.toHaveBeenCalled()
  field.remove()
})

test('what opens with the focus beside its field loses no letter that leads into the field', async () => {
  open()
  const isHere = holdKeysForOpening()
  for (const key of ['1', '2']) press(key)
  const typed = vi.fn()
  typesInto(typed)
  const field = document.createElement('input')
  const month = document.createElement('button')
  month.onkeydown = () => field.focus()
  document.body.append(month, field)
  isHere()
  month.focus()
  await expect.poll(() => typed.mock.calls.flat(), patience).toEqual(['1', '2'])
  month.remove()
  field.remove()
})

test('what does not come leaves nothing for the page beneath, also of what is typed on before one has looked up', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  open()
  const isOver = holdKeysForOpening()
  press('j')
  openingFailed()
  isOver()
  clock.mockReturnValue(1_300)
  press('j')
  clock.mockReturnValue(2_000)
  press('j')
  clock.mockReturnValue(3_500)
  press('k')
  await expect.poll(() => heard.mock.calls, patience).toEqual([['tickets', 'up']])
  clock.mockRestore()
})

test('whoever leaves what did not come has the keys of the page at once', () => {
  open()
  const isOver = holdKeysForOpening()
  openingFailed()
  isOver()
  press('Escape')
  press('k')
  expect(heard.mock.calls).toEqual([['tickets', 'up']])
})

test('whoever types on without end has the keys of the page again after some seconds', () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000)
  open()
  const isOver = holdKeysForOpening()
  openingFailed()
  isOver()
  for (let now = 1_500; now < 6_000; now += 500) {
    clock.mockReturnValue(now)
    press('k')
  }
  expect(heard).not.toHaveBeenCalled()
  clock.mockReturnValue(6_000)
  press('k')
  expect(heard.mock.calls).toEqual([['tickets', 'up']])
  clock.mockRestore()
})
