import { screen, waitFor } from '@testing-library/react'
import { useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useKeys } from '../../lib/use-keys.tsx'
import { RunningMeeting } from './RunningMeeting.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const pressed: string[] = []

/** A page with a call of its own. */
function OwnCall() {
  useKeys('global', { 'meetings.open': () => void pressed.push('own') })
  return null
}
const Where = () => <output>{useLocation().pathname}</output>
const where = () => document.querySelector('output')?.textContent

test('the key that the bar of a running meeting shows leads there while the page of a call is still being read; from then on it is that call’s', async () => {
  const { sessionId, callId } = await aCall(page.client)
  await accepted(page.client.meetings.start({ meetingId: v7(), callId }))
  const at = `/listen/${sessionId}`
  const bar = (own: boolean) => (
    <>
      <RunningMeeting />
      <Where />
      {own ? <OwnCall /> : null}
    </>
  )
  const { unmount } = page.show(bar(true), at)
  await screen.findByText(/现场会还在开/, {}, patience)
  await page.user.keyboard('{F8}')
  expect(pressed).toEqual(['own'])
  expect(where()).toBe(at)
  unmount()
  page.show(bar(false), at)
  await screen.findByText(/现场会还在开/, {}, patience)
  await page.user.keyboard('{F8}')
  await waitFor(() => expect(where()).toBe(`/meetings/${callId}`), patience)
})
