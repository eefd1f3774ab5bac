import { screen } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { todayIn } from '../../lib/now.ts'
import { Unfinished } from './Unfinished.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

/** At any moment one of the two has another date than the house in Shanghai. */
const ELSEWHERE = ['Pacific/Niue', 'Pacific/Kiritimati']

test('what was heard elsewhere a moment ago was heard today, whatever date the house has', async () => {
  const house = todayIn({ timeZone: 'Asia/Shanghai' })
  const heardZone = ELSEWHERE.find((timeZone) => todayIn({ timeZone }) !== house)
  const call = { callId: v7(), sessionId: v7(), sessionStartedAt: new Date().toISOString(), heardZone }
  const said = { listenerName: '王敏', callNumber: 1, callReference: null }
  const words = { kind: 'voice', text: '降价没补', caret: 0, offsetMs: 0, issueTypeId: null }
  const draft = { draftId: v7(), noteId: null, seenVersion: null, storedAt: call.sessionStartedAt, ...words }
  page.answer('notes.halfDone', async () => ({ ok: true, value: [{ ...call, ...said, ...draft }] }))
  page.show(<Unfinished />)
  const row = await screen.findByRole('link', { name: /降价没补/ })
  expect(row.textContent).toMatch(/今天 \d\d:\d\d \(UTC[−+]\d+\) 王敏/)
})

test('a line of a meeting says whose session it is of, as a note half done does', async () => {
  const call = { callId: v7(), sessionId: v7(), sessionStartedAt: '2026-03-02T02:05:00.000Z', heardZone: null }
  const line = { draftId: v7(), meetingId: v7(), lineId: null, seenVersion: null, text: '补差价', caret: 0 }
  const said = { listenerName: '王敏', callNumber: 2 }
  page.answer('meetings.halfDone', async () => ({ ok: true, value: [{ ...call, ...said, ...line }] }))
  page.show(<Unfinished />)
  const row = await screen.findByRole('link', { name: /补差价/ })
  expect(row.textContent).toMatch(/10:05 王敏 · /)
})
