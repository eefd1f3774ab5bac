import { act, screen } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Call } from '../../../shared/contract/listening/sessions.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { watchClockJumps } from '../../lib/clock-jumps.ts'
import { queryClient } from '../../lib/query-client.ts'
import { CallHeader } from './call/CallHeader.tsx'
import { CallTimeline } from './call/CallTimeline.tsx'
import { markMs } from './call/call-clock.ts'
import { notesOfCall } from './notes/notes.queries.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await page.close()
})

const aLiveCall = (change: Partial<Call> = {}): Call => ({
  id: v7(),
  sessionId: v7(),
  number: 3,
  reference: null,
  startedAt: '2026-11-21T01:00:00.000Z',
  endedAt: null,
  elapsedMs: 0,
  gaps: [],
  ...change,
})
const nothing = () => {}
const acts = {
  onNextCall: nothing,
  onEndCall: nothing,
  onEndSession: nothing,
  onReferenceDone: nothing,
  isBeginning: false,
  isSealed: false,
  isSilver: false,
  onRed: nothing,
}
/** Time passes, and the wall clock is set on top. */
const pass = (ms: number, stepMs = 0) =>
  act(() => {
    vi.advanceTimersByTime(ms)
    vi.setSystemTime(Date.now() + stepMs)
  })

test('an hour back and an hour forward during a call: the clock on screen and the marks agree on what passed', () => {
  const call = aLiveCall()
  page.show(<CallHeader call={call} coming={null} liveNumber={null} isLive {...acts} />)
  const shown = () => screen.getByRole('timer').textContent
  expect(shown()).toBe('00:00')
  pass(3_000, -3_600_000)
  pass(4_000)
  expect([shown(), markMs(call, 0)]).toEqual(['00:07', 7_000])
  pass(0, 3_600_000)
  pass(5_000)
  expect([shown(), markMs(call, 0)]).toEqual(['00:12', 12_000])
})

test('a sleep stands on the timeline as a break, and the clock says how much of it nobody heard', async () => {
  const call = aLiveCall({ elapsedMs: 1_200_000, gaps: [{ fromMs: 300_000, toMs: 1_020_000, reason: 'asleep' }] })
  page.show(
    <>
      <CallHeader call={call} coming={null} liveNumber={null} isLive {...acts} />
      <CallTimeline call={call} onPick={nothing} onRestamp={nothing} />
    </>,
  )
  expect(screen.getByRole('timer').textContent).toBe('20:00')
  expect(screen.getByText('其中 12 分钟没在听')).toBeTruthy()
  const gap = screen.getByRole('img', { name: '休眠 12 分钟' })
  expect(gap.style).toMatchObject({ left: '25%', width: '60%' })
  expect(gap.title).toBe('休眠 12 分钟（05:00–17:00）')
  expect(gap.textContent).toBe('休眠 12 分钟')
  // Marks on it would leave half of its words: then it says them to the pointer alone.
  const note = { ...{ id: v7(), callId: call.id, kind: 'voice', text: '喂', offsetMs: 400_000 }, issueTypeId: null }
  const stored = { ...note, createdAt: call.startedAt, editedAt: null, ticketId: null, version: 0 } as const
  act(() => void queryClient.setQueryData(notesOfCall(call.id).queryKey, [stored as Note]))
  await vi.waitFor(() => expect(gap.textContent).toBe(''), patience)
})

test('a wall clock that jumps makes the window ask anew, a steady one does not', () => {
  const asked = vi.fn()
  const stop = watchClockJumps(asked)
  pass(60_000)
  expect(asked).not.toHaveBeenCalled()
  pass(0, 720_000)
  pass(1_000)
  expect(asked).toHaveBeenCalledTimes(1)
  pass(0, -3_600_000)
  act(() => void window.dispatchEvent(new Event('focus')))
  expect(asked).toHaveBeenCalledTimes(2)
  stop()
  pass(2_000, 720_000)
  pass(2_000)
  expect(asked).toHaveBeenCalledTimes(2)
})
