import { screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { CallNotes } from './CallNotes.tsx'

let page: TestWindow

beforeEach(async () => {
  page = await aWindow()
})

afterEach(() => page.close())

test('typed words and Ctrl+Enter make a note in the database and a row on screen', async () => {
  const { callId, sessionId } = await aCall(page.client)
  const [call] = await accepted(page.client.sessions.calls({ sessionId }))
  if (call === undefined) throw new Error('no call')
  page.show(<CallNotes call={call} boxRef={createRef()} />)
  await page.user.type(await screen.findByLabelText('批注'), '上周买的今天降价了')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('上周买的今天降价了', { selector: 'p, span' })
  const stored = await accepted(page.client.notes.ofCall({ callId }))
  expect(stored.map((note) => note.text)).toEqual(['上周买的今天降价了'])
})
