import { screen, waitFor, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { ConnectionLost } from '../lib/answers.ts'
import { CallNotes } from './CallNotes.tsx'

let page: TestWindow
let call: Call

/** A call with one saved note, «券不能用», and the free box. */
beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  page = await aWindow()
  const { sessionId } = await aCall(page.client)
  const [first] = await accepted(page.client.sessions.calls({ sessionId }))
  if (first === undefined) throw new Error('no call')
  call = first
  page.show(<CallNotes call={call} boxRef={createRef()} />)
  await type()
  await page.user.type(box(), '券不能用')
  await page.user.keyboard(save)
  await waitFor(async () => expect(await stored()).toHaveLength(1))
  await waitFor(() => expect(useNoteBoxes.getState().sending).toEqual([]))
})
afterEach(() => page.close())

const save = '{Control>}{Enter}{/Control}'
const box = () => screen.getByLabelText<HTMLTextAreaElement>('批注')
const holds = (text: string) => waitFor(() => expect(box().value).toBe(text))
const stored = () => accepted(page.client.notes.ofCall({ callId: call.id }))
const type = async () =>
  within(await screen.findByRole('group', { name: '问题类型' })).findByRole('button', { name: '优惠券' })

test('a type chosen while a change is on its way is not given up with it', async () => {
  await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await holds('券不能用')
  const held = Promise.withResolvers<void>()
  let isAnswered = false
  page.answer('notes.edit', async (_, ask) => {
    await held.promise
    const answer = await ask()
    isAnswered = true
    return answer
  })
  await page.user.keyboard(save)
  await page.user.keyboard('{Alt>}t{/Alt}1')
  held.resolve()
  await waitFor(() => expect(isAnswered).toBe(true))
  expect([box().value, (await type()).getAttribute('aria-pressed')]).toEqual(['券不能用', 'true'])
  await page.user.keyboard(save)
  await holds('')
  expect((await stored())[0]?.issueTypeId).not.toBeNull()
})

test('redo says what it did though the draft could not be dropped', async () => {
  await page.user.keyboard('{Control>}z{/Control}')
  await holds('券不能用')
  page.answer('notes.dropDraft', () => Promise.reject(new ConnectionLost()))
  await page.user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await page.told('这条批注又存下了')
  expect(box().value).toBe('')
})
