import { screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { CallNotes } from './CallNotes.tsx'

const HOUR_MS = 3_600_000

let page: TestWindow
beforeEach(async () => {
  // Window and main share one process here, and with it the wall clock that is set.
  vi.useFakeTimers({ toFake: ['Date'] })
  page = await aWindow()
})
afterEach(async () => {
  vi.useRealTimers()
  await page.close()
})

test('notes written while the clock is set an hour back and forth are stored in their order, within the call', async () => {
  const { callId, sessionId } = await aCall(page.client)
  const calls = async () => accepted(page.client.sessions.calls({ sessionId }))
  const [call] = await calls()
  if (call === undefined) throw new Error('no call')
  page.show(<CallNotes call={call} boxRef={createRef()} />)
  const box = await screen.findByLabelText('批注')
  const words = ['第一句', '第二句', '第三句', '第四句']
  const steps = [-HOUR_MS, HOUR_MS, 26 * HOUR_MS, 0]
  for (const [index, text] of words.entries()) {
    await page.user.type(box, text)
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText(text, { selector: 'p, span' })
    vi.setSystemTime(Date.now() + (steps[index] ?? 0))
  }
  const stored = await accepted(page.client.notes.ofCall({ callId }))
  expect(stored.map((note) => note.text)).toEqual(words)
  // Less than an hour, however slow the machine: no step is in a mark.
  for (const note of stored) expect(note.offsetMs).toBeLessThan(HOUR_MS)
  const ended = await accepted(page.client.sessions.endCall({ callId }))
  for (const note of stored) expect(note.offsetMs).toBeLessThanOrEqual(ended.elapsedMs)
  expect(ended.elapsedMs).toBeLessThan(HOUR_MS)
  expect(Date.parse(ended.endedAt ?? '') - Date.parse(ended.startedAt)).toBe(ended.elapsedMs)
})
