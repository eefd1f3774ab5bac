import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SilverCall } from '../../../../shared/contract/silver-hair/silver-hair.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { SilverCalls } from './SilverCalls.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('a call is told by the clock of the room in which it was heard; one at no seat by that of the house', async () => {
  const [first] = await accepted(page.client.rooms.list({}))
  const likeRoomId = first?.id ?? ''
  const west = await accepted(page.client.roomKeeping.add({ name: '洛杉矶', site: '', likeRoomId }))
  const zone = { roomId: west.id, timeZone: 'America/Los_Angeles', seenVersion: west.version }
  await accepted(page.client.roomKeeping.setZone({ ...zone, toldHits: null, cancel: null }))
  const call = (callId: string, roomId: string | null): SilverCall => ({
    ...{ callId, sessionId: 's', number: 3, startedAt: '2026-11-27T02:30:00.000Z', roomId, effort: null },
    ...{ operation: null, help: null, toldFirst: null, jargon: [] },
  })
  page.show(<SilverCalls calls={[call('there', west.id), call('here', null)]} />)
  expect((await screen.findByRole('link', { name: /洛杉矶/ })).textContent).toBe(
    '2026年11月26日 周四 18:30洛杉矶 第 3 通 (UTC−8)',
  )
  screen.getByRole('link', { name: /2026年11月27日 周五 10:30\s*第 3 通/ })
})
