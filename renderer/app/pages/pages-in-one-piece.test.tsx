import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { halfDoneNotes } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { MeetingPage } from './MeetingPage.tsx'
import { ReviewPage } from './ReviewPage.tsx'
import { SessionPage } from './SessionPage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

/** A session with a note and one half done, which the window does not know yet: when it asked last there was none. */
async function aSession() {
  await queryClient.fetchQuery(halfDoneNotes)
  const { sessionId, callId } = await aCall(page.client)
  await aNoteIn(page.client, callId, 1, '三月买的还没到')
  const draft = {
    draftId: v7(),
    noteId: null,
    callId,
    kind: 'voice',
    text: '半截话',
    caret: 3,
    offsetMs: 3_000,
  } as const
  await accepted(page.client.notes.storeDraft({ ...draft, issueTypeId: null, seenVersion: null }))
  return sessionId
}

/** What is on the page in the moment in which the note is first there. */
function firstPicture(): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const words = document.body.textContent
      if (!words.includes('三月买的还没到')) return
      looking.disconnect()
      resolve(words)
    }
    const looking = new MutationObserver(look)
    looking.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}

test.each([
  ['review', '/review', <ReviewPage key="review" />, 'notes.halfDone', '半截话'],
  ['a session to be read', '/sessions', <SessionPage key="session" />, 'agents.ofSession', '表扬只给听线人和坐席看'],
] as const)(
  '%s is drawn at once: nothing comes later and pushes its notes down',
  async (_, path, part, slow, words) => {
    const sessionId = await aSession()
    page.answer(slow, async (__, ask) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const answer = await ask()
      return slow === 'agents.ofSession' ? { ok: true, value: { isPraiseTold: false } } : answer
    })
    const first = firstPicture()
    page.show(
      <Routes>
        <Route path={`${path}/:sessionId`} element={part} />
      </Routes>,
      `${path}/${sessionId}`,
    )
    await screen.findByText('三月买的还没到', undefined, patience)
    expect(await first).toContain(words)
  },
)

test.each([
  ['a review', '/review', <ReviewPage key="review" />],
  ['a session', '/sessions', <SessionPage key="session" />],
  ['a call without a meeting', '/meetings', <MeetingPage key="meeting" />],
] as const)(
  'whoever comes by a link to %s that is not there finds a page with a heading all the same',
  async (_, path, part) => {
    page.show(
      <Routes>
        <Route path={`${path}/:${path === '/meetings' ? 'callId' : 'sessionId'}`} element={part} />
      </Routes>,
      `${path}/${v7()}`,
    )
    const heading = await screen.findByRole('heading', { level: 1 }, patience)
    expect(heading.hasAttribute('data-page-title')).toBe(true)
  },
)
