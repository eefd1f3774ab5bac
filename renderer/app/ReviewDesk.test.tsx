import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

// A field that grows with its words asks whether a font came; there are none here.
Object.defineProperty(document, 'fonts', { value: new EventTarget() })

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('a ticket refused for want of its type: the digit the form asks for chooses it, and the title stays', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, '3月买的还没到')
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  page.show(<ReviewDesk session={session} calls={calls} notes={[note]} />)
  await screen.findByRole('option', { name: /3月买的还没到/ })
  const title = await screen.findByLabelText<HTMLTextAreaElement>('标题')
  await page.user.keyboard('jx')
  title.focus()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('选一个问题类型，时限由它决定')
  await page.user.keyboard('3')
  expect(title.value).toBe('3月买的还没到')
  await screen.findByDisplayValue(/配送安装/)
})
