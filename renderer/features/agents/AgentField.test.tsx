import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pseudonymOf } from '../../../shared/text/pseudonyms.ts'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { AgentField } from './AgentField.tsx'

let page: TestWindow
let callId: string
let timesDone = 0
beforeEach(async () => {
  page = await aWindow()
  callId = (await aCall(page.client)).callId
  timesDone = 0
})
afterEach(() => page.close())

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '坐席' })
const agent = () => accepted(page.client.agents.ofCall({ callId }))
const show = () => page.show(<AgentField callId={callId} onDone={() => (timesDone += 1)} />)
const keys = (text: string) => page.user.keyboard(text)
const nameOf = async () => pseudonymOf((await agent())?.place ?? -1, 'zh')

test('its key leads into the field; Enter turns what was typed into the pseudonym, forgets it and leads back', async () => {
  show()
  await keys('{Alt>}z{/Alt}')
  expect(document.activeElement).toBe(field())
  // Longer than what a page's own ids have in a row by chance.
  await keys('工号 306617729045{Enter}')
  await waitFor(() => expect(timesDone).toBe(1), patience)
  expect(field().value).toBe('')
  const name = await nameOf()
  await screen.findByText(name)
  await page.told(name)
  expect(document.body.innerHTML).not.toContain('306617729045')
})

test('typed again it is the same pseudonym in whatever form, and another agent has another; undo brings back who it was', async () => {
  show()
  await keys('{Alt>}z{/Alt}3066{Enter}')
  await waitFor(async () => expect(await agent()).toMatchObject({ isNamed: true }), patience)
  const first = await nameOf()
  await screen.findByText(first)
  await keys('{Alt>}z{/Alt}３０６６{Enter}')
  await waitFor(() => expect(timesDone).toBe(2), patience)
  expect(await nameOf()).toBe(first)
  await keys('{Alt>}z{/Alt}4711{Enter}')
  await waitFor(async () => expect(await nameOf()).not.toBe(first), patience)
  const told = await page.told(await nameOf())
  act(() => told.undo?.())
  await screen.findByText(first, undefined, patience)
})

test('Esc and an empty Enter store nothing and lead back; amid a composition Enter chooses a word and names nobody', async () => {
  show()
  await keys('{Alt>}z{/Alt}李{Escape}')
  expect([field().value, timesDone]).toEqual(['', 1])
  await keys('{Alt>}z{/Alt}{Enter}')
  expect(timesDone).toBe(2)
  fireEvent.change(field(), { target: { value: 'li' } })
  fireEvent.keyDown(field(), { key: 'Enter', isComposing: true, keyCode: 229 })
  expect([field().value, timesDone]).toEqual(['li', 2])
  expect(await agent()).toMatchObject({ isNamed: false })
})

test('longer than can be kept it says so, stays and is not sent', async () => {
  let timesAsked = 0
  page.answer('agents.name', async (_, ask) => {
    timesAsked += 1
    return ask()
  })
  show()
  fireEvent.change(field(), { target: { value: '李'.repeat(500) } })
  expect(field().getAttribute('aria-invalid')).toBe('true')
  field().focus()
  await keys('{Enter}')
  expect([field().value.length, timesDone, timesAsked]).toEqual([500, 0, 0])
  expect(await agent()).toMatchObject({ isNamed: false })
})
