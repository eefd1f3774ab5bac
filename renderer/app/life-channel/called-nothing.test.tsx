import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { dismissCase } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/when-paused.ts'
import { useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { callsOfSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { LiveListening } from '../LiveListening.tsx'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

// Somebody said that it was nothing: the same words are nothing from then on, whatever else they may be heard as.

let page: TestWindow
let session: Session

function Seat() {
  const calls = useQuery(callsOfSession(session.id)).data
  return (
    <>
      {calls === undefined ? null : <LiveListening session={session} calls={calls} />}
      <LifeChannel />
    </>
  )
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  forgetAnswers()
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
})
afterEach(async () => {
  await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
  await page.close()
})

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
/** The window has looked at what stood there once the hands rested. */
const rested = () => act(() => new Promise((done) => setTimeout(done, 2 * HANDS_REST_MS)))
const isAsked = () => useLife.getState().questions.length > 0 || useLife.getState().cards.length > 0

test.each([
  ['heard as another kind once it is saved', '爸妈要是知道了会打死我，我不敢回家了，想死'],
  ['stored with stars in its words', '电话13900008817我不想活了'],
])('what was called nothing is not asked about again out of the same note, %s', async (_, words) => {
  await page.user.click(await box())
  await page.user.paste(words)
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  await rested()
  if (useLife.getState().cards.length > 0) act(() => dismissCase(useLife.getState().cards[0]?.caseId ?? ''))
  else await page.user.keyboard('{Alt>}w{/Alt}')
  await rested()
  expect(isAsked()).toBe(false)
  await page.user.click(await box())
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await rested()
  expect(isAsked()).toBe(false)
  // What it did not say is heard as ever.
  await page.user.click(await box())
  await page.user.paste('她刚才割腕了，血止不住')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
})

test('what was typed since, and another line, is asked about all the same', async () => {
  await page.user.click(await box())
  await page.user.paste('没有人会在意我死了')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await rested()
  // What is said barely waits for the hands to rest: nobody was asked about it yet.
  await page.user.paste('我想死')
  await page.user.keyboard('{Alt>}w{/Alt}')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  expect(JSON.stringify(useLife.getState())).toContain('我想死')
})
