import { screen, waitFor } from '@testing-library/react'
import { Route, Routes, useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { ListenPage } from './ListenPage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

const Place = () => <output data-testid="place">{useLocation().pathname}</output>

test('where listening begins stand the hours that are free today, the last sessions and what is half done, which its key opens', async () => {
  const person = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add({ ...person, name: '王总' }))
  await accepted(page.client.settings.save({ me: me.id }))
  const { sessionId, callId } = await aCall(page.client)
  const about = { callId, noteId: null, kind: 'voice', issueTypeId: null, caret: 0, offsetMs: 0 } as const
  await accepted(page.client.notes.storeDraft({ ...about, draftId: v7(), text: '她最后说' }))
  await accepted(page.client.sessions.end({ sessionId }))
  page.show(
    <>
      <Place />
      <Routes>
        <Route path="/listen" element={<ListenPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
    '/listen',
  )
  const hours = await screen.findByRole('region', { name: '今天还能约的整小时' }, patience)
  await waitFor(() => expect(hours.querySelectorAll('a').length).toBeGreaterThan(2), patience)
  await screen.findByText(/她最后说/)
  await screen.findByRole('region', { name: '最近几场' })
  await page.user.keyboard('h')
  await waitFor(() => expect(screen.getByTestId('place').textContent).toBe(`/review/${sessionId}`))
})
