import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { MeetingPage } from './MeetingPage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await page.close()
})

test('notices stand above the box that lines are written in, as long as the meeting is on screen', async () => {
  const { sessions, meetings } = page.client
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }))
  await accepted(meetings.start({ meetingId: v7(), callId: call.id }))
  const passing = () => screen.getByRole('region', { name: '提示' }).querySelector<HTMLElement>(':scope > div')
  const foot = () => passing()?.style.getPropertyValue('--foot-height')
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(117)
  page.show(
    <Routes>
      <Route path="/meetings/:callId" element={<MeetingPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>,
    `/meetings/${call.id}`,
  )
  await screen.findByLabelText('谁、做什么、什么时候之前')
  expect(foot()).toBe('117px')
  await page.user.keyboard('{Escape}')
  await screen.findByText('elsewhere')
  await waitFor(() => expect(foot()).toBe(''))
})
