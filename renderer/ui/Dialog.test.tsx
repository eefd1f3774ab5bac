import { MantineProvider } from '@mantine/core'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTexts } from '../lib/i18n.ts'
import { hearKeys } from '../lib/key-registry.ts'
import { useKeys } from '../lib/use-keys.tsx'
import { AnchoredDialog, INSIDE_DIALOG } from './AnchoredDialog.tsx'
import { Dialog } from './Dialog.tsx'
import { IconButton } from './IconButton.tsx'
import { notifyFailure, useNotices } from './notices.ts'
import { Popover } from './Popover.tsx'
import { SearchSelect } from './SearchSelect.tsx'
import { SegmentedControl } from './SegmentedControl.tsx'
import { Select } from './Select.tsx'

startTexts('zh')
/** As Notices.module.css has it. */
const NOTICES_LAYER = 400
let stop: () => void
beforeEach(() => {
  stop = hearKeys()
})
afterEach(() => stop())

const walk = vi.fn()
const leave = vi.fn()
beforeEach(() => vi.clearAllMocks())

function Page({ dialog }: { dialog: (close: () => void) => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  useKeys('tickets', { 'tickets.down': () => walk(), 'tickets.close': () => leave() })
  return (
    <MantineProvider>
      <main id="main" tabIndex={-1}>
        <button type="button" onClick={() => setIsOpen(true)}>
          open
        </button>
        <div>{isOpen ? null : <p>closed</p>}</div>
      </main>
      {isOpen ? dialog(() => setIsOpen(false)) : null}
    </MantineProvider>
  )
}

const kinds: readonly (readonly [string, (close: () => void) => ReactNode])[] = [
  [
    'a dialog',
    (close) => (
      <Dialog isOpen onClose={close} title="t">
        <input aria-label="name" />
      </Dialog>
    ),
  ],
  [
    'a small dialog',
    (close) => (
      <AnchoredDialog label="t" onClose={close} target={<i />}>
        <input aria-label="name" />
      </AnchoredDialog>
    ),
  ],
]

function open(dialog: (close: () => void) => ReactNode): HTMLElement {
  render(<Page dialog={dialog} />)
  const opener = screen.getByText('open')
  opener.focus()
  fireEvent.click(opener)
  return opener
}

test('words to change are open at their end', () => {
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <textarea aria-label="words" defaultValue="十个字" />
    </Dialog>
  ))
  const words = screen.getByLabelText<HTMLTextAreaElement>('words')
  expect(document.activeElement).toBe(words)
  expect([words.selectionStart, words.selectionEnd]).toEqual([3, 3])
})

describe.each(kinds)('%s', (_, dialog) => {
  test('has the focus from its first moment, and the page hears no key', () => {
    open(dialog)
    expect(document.activeElement).toBe(screen.getByLabelText('name'))
    fireEvent.keyDown(document.body, { key: 'j', code: 'KeyJ' })
    expect(walk).not.toHaveBeenCalled()
  })

  test('closed by Esc, the focus is back and the very next key is the page’s', () => {
    const opener = open(dialog)
    fireEvent.keyDown(screen.getByLabelText('name'), { key: 'Escape' })
    screen.getByText('closed')
    expect(document.activeElement).toBe(opener)
    fireEvent.keyDown(opener, { key: 'j', code: 'KeyJ' })
    expect(walk).toHaveBeenCalledTimes(1)
    expect(leave).not.toHaveBeenCalled()
  })

  test('where the opener is gone the page itself has the focus', async () => {
    const opener = open(dialog)
    opener.remove()
    fireEvent.keyDown(screen.getByLabelText('name'), { key: 'Escape' })
    await Promise.resolve()
    expect(document.activeElement?.id).toBe('main')
  })
})

test('the cross in the head gives the focus back too', () => {
  const opener = open(kinds[0]?.[1] ?? (() => null))
  screen.getByLabelText('关闭').focus()
  fireEvent.click(screen.getByLabelText('关闭'))
  expect(document.activeElement).toBe(opener)
})

test('the focus comes in although the control that should have it cannot take it yet', () => {
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <button type="button" disabled data-autofocus>
        start
      </button>
      <input aria-label="scope" />
    </Dialog>
  ))
  expect(document.activeElement).toBe(screen.getByLabelText('scope'))
})

test('the focus comes into a choice side by side where it stands', () => {
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <SegmentedControl
        label="which"
        options={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
        value="b"
        onChange={() => {}}
      />
    </Dialog>
  ))
  expect(document.activeElement).toBe(screen.getByLabelText('b'))
})

test('Esc closes an open list first, then the dialog, then acts on the page', () => {
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <SearchSelect
        label="who"
        options={[{ value: 'a', label: 'A' }]}
        value={null}
        onChange={() => {}}
        comboboxProps={INSIDE_DIALOG}
      />
    </Dialog>
  ))
  const field = screen.getByLabelText('who', { selector: 'input' })
  fireEvent.click(field)
  expect(field.getAttribute('aria-expanded')).toBe('true')
  fireEvent.keyDown(field, { key: 'Escape' })
  expect({ list: field.getAttribute('aria-expanded'), closed: screen.queryByText('closed') }).toEqual({
    list: 'false',
    closed: null,
  })
  fireEvent.keyDown(field, { key: 'Escape' })
  screen.getByText('closed')
  expect(leave).not.toHaveBeenCalled()
})

test('of two dialogs Esc closes the upper one alone', () => {
  const closeLower = vi.fn()
  open((close) => (
    <Dialog isOpen onClose={closeLower} title="lower">
      <AnchoredDialog label="upper" onClose={close} target={<i />}>
        <input aria-label="name" />
      </AnchoredDialog>
    </Dialog>
  ))
  fireEvent.keyDown(screen.getByLabelText('name'), { key: 'Escape' })
  screen.getByText('closed')
  expect(closeLower).not.toHaveBeenCalled()
})

test('a small dialog lies over what was told before it, and under why its own act was not done', () => {
  notifyFailure(() => ({ title: 'before' }))
  open((close) => (
    <AnchoredDialog label="upper" onClose={close} target={<i />}>
      <input aria-label="name" />
    </AnchoredDialog>
  ))
  const layer = () => Number(screen.getByRole('dialog').style.zIndex)
  expect(layer()).toBeGreaterThan(NOTICES_LAYER)
  act(() => void notifyFailure(() => ({ title: 'the hub is away' })))
  expect(layer()).toBeLessThan(NOTICES_LAYER)
  act(() => useNotices.setState({ notices: [] }))
  expect(layer()).toBeGreaterThan(NOTICES_LAYER)
})

test('Esc closes a card beside its button and leaves the page as it is', () => {
  open((close) => (
    <Popover isOpen onChange={close} label="why" target={<button type="button">why</button>}>
      because
    </Popover>
  ))
  fireEvent.keyDown(screen.getByText('why'), { key: 'Escape' })
  screen.getByText('closed')
  expect(leave).not.toHaveBeenCalled()
})

test('Ctrl+Enter in an open list takes the option and saves with it; Enter takes the name that was typed', async () => {
  const saved = vi.fn()
  function Form() {
    const [who, setWho] = useState<string | null>(null)
    useKeys('dialog', { 'dialog.confirm': () => saved(who) })
    const options = ['王伟明 · 家电', '王伟 · 服饰'].map((label) => ({ value: label, label }))
    return <SearchSelect label="who" options={options} value={who} onChange={setWho} comboboxProps={INSIDE_DIALOG} />
  }
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <Form />
    </Dialog>
  ))
  const field = screen.getByLabelText('who', { selector: 'input' })
  const user = userEvent.setup()
  await user.type(field, '王伟')
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
  await waitFor(() => expect(saved).toHaveBeenCalledWith('王伟 · 服饰'))
  await user.clear(field)
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(saved).toHaveBeenLastCalledWith('王伟 · 服饰')
})

test('a control inside that gives way, and takes the focus with it, leaves it to the next one', async () => {
  function Steps() {
    const [isRead, setRead] = useState(false)
    return isRead ? <button type="button">take</button> : <textarea aria-label="paste" onChange={() => setRead(true)} />
  }
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <Steps />
    </Dialog>
  ))
  fireEvent.change(screen.getByLabelText('paste'), { target: { value: 'a list' } })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('take')))
})

test('Ctrl+Enter on a closed list saves and opens nothing; Enter opens it', () => {
  const saved = vi.fn()
  const options = ['10:00', '10:30'].map((label) => ({ value: label, label }))
  function Form() {
    useKeys('dialog', { 'dialog.confirm': () => saved() })
    return <Select label="from" options={options} value="10:00" onChange={() => {}} comboboxProps={INSIDE_DIALOG} />
  }
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <Form />
    </Dialog>
  ))
  const field = screen.getByLabelText('from', { selector: 'input' })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(saved).toHaveBeenCalledTimes(1)
  expect(field.getAttribute('aria-expanded')).toBe('false')
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  expect(field.getAttribute('aria-expanded')).toBe('true')
})

test('Esc closes the dialog although a tooltip stands at its button', async () => {
  open((close) => (
    <Dialog isOpen onClose={close} title="t">
      <IconButton icon={<i />} label="swap" onClick={() => {}} />
    </Dialog>
  ))
  expect(document.activeElement).toBe(screen.getByLabelText('swap'))
  await screen.findByRole('tooltip')
  fireEvent.keyDown(screen.getByLabelText('swap'), { key: 'Escape' })
  screen.getByText('closed')
})

test.each([
  [
    'a dialog',
    (inside: ReactNode) => (
      <Dialog isOpen onClose={() => {}} title="t">
        {inside}
      </Dialog>
    ),
  ],
  [
    'a small dialog',
    (inside: ReactNode) => (
      <AnchoredDialog label="t" onClose={() => {}} target={<i />}>
        {inside}
      </AnchoredDialog>
    ),
  ],
] as const)('%s leaves the focus where somebody has gone on to before it settled', async (...row) => {
  const [, dialog] = row
  const inside = (
    <>
      <input aria-label="first" />
      <input aria-label="second" />
    </>
  )
  render(<Page dialog={() => dialog(inside)} />)
  fireEvent.click(screen.getByRole('button', { name: 'open' }))
  const first = screen.getByLabelText('first')
  expect(document.activeElement).toBe(first)
  screen.getByLabelText('second').focus()
  // Longer than the trap of the library beneath waits.
  for (let turn = 0; turn < 6; turn += 1) await act(() => new Promise((resolve) => setTimeout(resolve)))
  expect(document.activeElement).toBe(screen.getByLabelText('second'))
  expect(first.hasAttribute('data-autofocus')).toBe(true)
})
