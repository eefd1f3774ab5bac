import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { callsOfSession } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { endCall, endSession, nextCall, openByReference, setReference, startSession } from './call/listening.actions.ts'

let page: TestWindow
let sessionId: string

beforeEach(async () => {
  page = await aWindow()
  sessionId = (await accepted(startSession({ bookingId: null, listenerId: null, purpose: 'listen' }))).id
})
afterEach(() => page.close())

const stored = () => accepted(page.client.sessions.calls({ sessionId }))
const onScreen = () => queryClient.getQueryData(callsOfSession(sessionId).queryKey) ?? []

describe('the next call', () => {
  test('ends the one before, on screen and on disk, before any refresh', async () => {
    const first = await nextCall(sessionId)
    const second = await nextCall(sessionId)
    expect(onScreen().map(({ id, endedAt }) => [id, endedAt])).toEqual([
      [first?.id, second?.startedAt],
      [second?.id, null],
    ])
    expect((await stored()).map(({ id, endedAt }) => [id, endedAt !== null])).toEqual([
      [first?.id, true],
      [second?.id, false],
    ])
  })

  test('takes the number for which words are there already, once', async () => {
    const callId = v7()
    expect((await nextCall(sessionId, callId))?.id).toBe(callId)
    expect((await nextCall(sessionId, callId))?.id).toBe(callId)
    expect(await stored()).toHaveLength(1)
    expect(onScreen()).toHaveLength(1)
  })

  test('of a session that is over is refused in words, and shows no call', async () => {
    expect(await endSession(sessionId)).toBe(true)
    expect(await nextCall(sessionId)).toBeNull()
    expect(page.notice().tone).toBe('failure')
    expect(onScreen()).toEqual([])
  })
})

describe('the reference of a call', () => {
  test('is kept without the blanks around it, and taken off when nothing else is left', async () => {
    const call = await nextCall(sessionId)
    await setReference(call?.id ?? '', '  CC-1 ', null)
    expect((await stored())[0]?.reference).toBe('CC-1')
    await setReference(call?.id ?? '', ' \u200b ', 'CC-1')
    expect((await stored())[0]?.reference).toBeNull()
  })

  test('opens its call again, and a new one where it is unknown', async () => {
    await openByReference('CC-1')
    await openByReference('CC-2')
    await openByReference('CC-1')
    expect((await stored()).map(({ reference }) => reference)).toEqual(['CC-1', 'CC-2'])
  })
})

test('a call that is not there is a failure that is shown', async () => {
  expect(await endCall(v7())).toBe(false)
  expect(page.notice().tone).toBe('failure')
})
