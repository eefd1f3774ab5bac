import { screen, waitFor } from '@testing-library/react'
import { Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../test/builders/console.ts'
import { aMember } from '../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { PAGE_SIZE } from '../../features/listening/sessions/sessions.queries.ts'
import { forgetListener } from '../../features/listening/sessions/sessions-desk.ts'
import { LiveListeningPage } from './LiveListeningPage.tsx'
import { SessionPage } from './SessionPage.tsx'
import { SessionsPage } from './SessionsPage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

function Place() {
  const { pathname, search } = useLocation()
  return <output data-testid="place">{pathname + search}</output>
}
const place = () => screen.getByTestId('place').textContent
function focusedSession(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.session : undefined
}

async function heardSessions(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let heard = 0; heard < count; heard += 1) {
    const { sessionId } = await aCall(page.client)
    await accepted(page.client.sessions.end({ sessionId }))
    ids.unshift(sessionId)
  }
  return ids
}

test('[ and ] turn the pages as far as there are any, R goes on with the review of the line in focus', async () => {
  const ids = await heardSessions(PAGE_SIZE + 2)
  page.show(
    <main id="main" tabIndex={-1}>
      <Place />
      <Routes>
        <Route path="/sessions" element={<SessionsPage />} />
        <Route path="/review/:sessionId" element={null} />
      </Routes>
    </main>,
    '/sessions',
  )
  const lines = () => screen.getAllByRole('listitem').length
  await waitFor(() => expect(lines()).toBe(PAGE_SIZE))
  await page.user.keyboard('[[')
  expect(place()).toBe('/sessions')
  await page.user.keyboard(']')
  await waitFor(() => expect([place(), lines()]).toEqual(['/sessions?page=2', 2]))
  await page.user.keyboard(']')
  expect(place()).toBe('/sessions?page=2')
  await page.user.keyboard('jjr')
  await waitFor(() => expect(place()).toBe(`/review/${ids.at(-1)}`))
})

test('Esc leads from a session back to its line, with the dates it was found with', async () => {
  const ids = await heardSessions(3)
  page.show(
    <main id="main" tabIndex={-1}>
      <Place />
      <Routes>
        <Route path="/sessions" element={<SessionsPage />} />
        <Route path="/sessions/:sessionId" element={<SessionPage />} />
      </Routes>
    </main>,
    '/sessions?from=2020-01-01',
  )
  await waitFor(() => expect(focusedSession()).toBe(ids[0]))
  await page.user.keyboard('jj{Enter}')
  await waitFor(() => expect(place()).toBe(`/sessions/${ids[2]}`))
  await screen.findByText('本场工单')
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(place()).toBe('/sessions?from=2020-01-01'))
  await waitFor(() => expect(focusedSession()).toBe(ids[2]))
})

test('a note that was opened in its session is scrolled to, and Esc leads on from it', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, '没人管我')
  await accepted(page.client.sessions.end({ sessionId }))
  const onScreen = vi.spyOn(Element.prototype, 'scrollIntoView')
  page.show(
    <Routes>
      <Route path="/sessions" element={<SessionsPage />} />
      <Route path="/sessions/:sessionId" element={<SessionPage />} />
    </Routes>,
    `/sessions/${sessionId}?note=${note.id}`,
  )
  await screen.findByText('没人管我')
  await waitFor(() => expect(onScreen.mock.contexts).toEqual([expect.objectContaining({ id: `heard-${note.id}` })]))
  await page.user.keyboard('{Escape}')
  await screen.findByRole('heading', { name: '场次', level: 1 })
  await waitFor(() => expect(focusedSession()).toBe(sessionId))
  onScreen.mockRestore()
})

test('what another desk of the hub hears is read here, and not written', async () => {
  const { sessionId } = await aCall(page.client)
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.answer('sessions.current', async () => ({ ok: true, value: null }))
  page.show(
    <>
      <Place />
      <Routes>
        <Route path="/listen/:sessionId" element={<LiveListeningPage />} />
        <Route path="/sessions/:sessionId" element={<SessionPage />} />
      </Routes>
    </>,
    `/listen/${sessionId}`,
  )
  await screen.findByText('正在别的电脑上听')
  expect(place()).toBe(`/sessions/${sessionId}`)
  await page.user.keyboard('r')
  expect(place()).toBe(`/sessions/${sessionId}`)
  expect(screen.queryByRole('button', { name: /回到听线/ })).toBeNull()
})

test('as long as it is not known what runs here, no session is said to run elsewhere', async () => {
  const { sessionId } = await aCall(page.client)
  page.answer('sessions.current', () => new Promise(() => {}))
  const route = <Route path="/sessions/:sessionId" element={<SessionPage />} />
  page.show(<Routes>{route}</Routes>, `/sessions/${sessionId}`)
  await screen.findByRole('button', { name: /回到听线/ })
  expect(screen.queryByText('正在别的电脑上听')).toBeNull()
})

test('a session whose words went says until when they were kept and when they went, and still how many there were', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const session = await accepted(page.client.sessions.end({ sessionId }))
  const went = { callId, sessionId, keptUntil: '2026-10-18', goneAt: '2026-10-19T02:00:00.000Z' }
  page.answer('retention.ofCalls', async () => ({ ok: true, value: [{ ...went, kind: 'notes' }] }))
  page.answer('sessions.get', async () => ({ ok: true, value: { ...session, noteCount: 12 } }))
  page.show(
    <Routes>
      <Route path="/sessions/:sessionId" element={<SessionPage />} />
    </Routes>,
    `/sessions/${sessionId}`,
  )
  await screen.findByText(/^批注保留到 2026年10月18日，2026年10月19日 按保留期限删除了/)
  screen.getByText('这一通的批注已按保留期限删除')
  await waitFor(() => expect(document.body.textContent).toContain('12 条批注'))
})

test('where an agent is looked for nothing is counted, and the same words are not offered once more', async () => {
  await heardSessions(1)
  page.show(<SessionsPage />, '/sessions')
  await screen.findByText('共 1 场')
  await page.user.type(await screen.findByRole('textbox', { name: /听线人/ }), '坐席·青松')
  await screen.findByText('不按坐席查找')
  expect(screen.queryByText(/^共/)).toBeNull()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
})

test('the list says how a session sounded, also after those words were changed beside it', async () => {
  forgetListener()
  const { callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, '没人管我')
  page.show(<SessionsPage />, '/sessions')
  await screen.findByText('没人管我')
  const { id: noteId, version: seenVersion, kind } = note
  await accepted(page.client.notes.edit({ noteId, seenVersion, kind, text: '三天没人管我', issueTypeId: null }))
  await screen.findByText('三天没人管我')
})
