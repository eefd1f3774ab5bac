import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearKeys } from './key-registry.ts'
import { takeFields, taking } from './touched-fields.ts'
import { useKeys } from './use-keys.tsx'

let stop: () => void
beforeEach(() => {
  stop = hearKeys()
})
afterEach(() => stop())

const undo = vi.fn()
const redo = vi.fn()
beforeEach(() => void vi.clearAllMocks())

function Screen({ hasSearch = true }: { hasSearch?: boolean }) {
  useKeys('global', { undo, redo })
  return (
    <>
      <textarea aria-label="Note" />
      {hasSearch ? <input type="search" aria-label="Search" /> : null}
      <button type="button">Row</button>
    </>
  )
}

const ctrlZ = { key: 'z', code: 'KeyZ', ctrlKey: true }
/** Ctrl+Z in this field; whether the browser may undo by itself. */
const isLeftToTheField = (name: string) => fireEvent.keyDown(screen.getByLabelText(name), ctrlZ)
const user = userEvent.setup()

test('where nobody typed, undo and redo are the application’s', () => {
  render(<Screen />)
  expect(isLeftToTheField('Note')).toBe(false)
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  expect(undo).toHaveBeenCalledTimes(2)
  fireEvent.keyDown(screen.getByText('Row'), { ...ctrlZ, key: 'Z', shiftKey: true })
  fireEvent.keyDown(screen.getByText('Row'), { ...ctrlZ, key: 'y', code: 'KeyY' })
  expect(redo).toHaveBeenCalledTimes(2)
})

test.each(['Note', 'Search'])(
  'words typed in %s and deleted: Ctrl+Z there is the field’s, however long it is held',
  async (name) => {
    render(<Screen />)
    await user.type(screen.getByLabelText(name), '尿不湿')
    await user.clear(screen.getByLabelText(name))
    const beats = [false, true, true].map((repeat) =>
      fireEvent.keyDown(screen.getByLabelText(name), { ...ctrlZ, repeat }),
    )
    expect(beats).toEqual([true, true, true])
    expect(undo).not.toHaveBeenCalled()
  },
)

test('nor does the application take anything back from another field or a row while those words may be wanted', async () => {
  render(<Screen />)
  await user.type(screen.getByLabelText('Search'), '券')
  await user.clear(screen.getByLabelText('Search'))
  isLeftToTheField('Note')
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  fireEvent.keyDown(screen.getByText('Row'), { ...ctrlZ, key: 'y', code: 'KeyY' })
  expect(undo).not.toHaveBeenCalled()
  expect(redo).not.toHaveBeenCalled()
})

test('an act of the application after the typing is undone again, while the field keeps its own undo', async () => {
  render(<Screen />)
  await user.type(screen.getByLabelText('Search'), '券')
  await user.clear(screen.getByLabelText('Search'))
  takeFields()
  expect(isLeftToTheField('Search')).toBe(true)
  expect(undo).not.toHaveBeenCalled()
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  expect(undo).toHaveBeenCalledTimes(1)
})

test('words typed while an answer is on its way are not taken by it', async () => {
  render(<Screen />)
  let answer: (value: { ok: boolean }) => void = () => {}
  const asked = taking(new Promise<{ ok: boolean }>((resolve) => (answer = resolve)))
  await user.type(screen.getByLabelText('Note'), '他说')
  await user.clear(screen.getByLabelText('Note'))
  answer({ ok: true })
  await asked
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  expect(undo).not.toHaveBeenCalled()
})

test('a refused act takes nothing', async () => {
  render(<Screen />)
  await user.type(screen.getByLabelText('Note'), '他说')
  await taking(Promise.resolve({ ok: false }))
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  expect(undo).not.toHaveBeenCalled()
})

test('a field that is gone holds nothing up', async () => {
  const { rerender } = render(<Screen />)
  await user.type(screen.getByLabelText('Search'), '券')
  rerender(<Screen hasSearch={false} />)
  fireEvent.keyDown(screen.getByText('Row'), ctrlZ)
  expect(undo).toHaveBeenCalledTimes(1)
})

test('held down, the application undoes once', () => {
  render(<Screen />)
  for (const repeat of [false, true, true]) fireEvent.keyDown(screen.getByText('Row'), { ...ctrlZ, repeat })
  for (const repeat of [false, true, true]) fireEvent.keyDown(screen.getByLabelText('Note'), { ...ctrlZ, repeat })
  expect(undo).toHaveBeenCalledTimes(2)
})

test('the browser’s own undo, from the menu too, reaches no field but the one with the focus', () => {
  render(<Screen />)
  screen.getByLabelText('Note').focus()
  const undoing = (name: string) =>
    screen
      .getByLabelText(name)
      .dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true }))
  expect([undoing('Note'), undoing('Search')]).toEqual([true, false])
})
