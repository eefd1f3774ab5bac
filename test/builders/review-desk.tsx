import { screen } from '@testing-library/react'
import { ReviewDesk } from '../../renderer/app/ReviewDesk.tsx'
import { halfDoneNotes } from '../../renderer/lib/common-queries.ts'
import { queryClient } from '../../renderer/lib/query-client.ts'
import { aCall, accepted, aNoteIn } from './console.ts'
import type { TestWindow } from './window.tsx'

/** The desk of a session with one note. */
export async function aReviewDesk(page: TestWindow, text = '3月买的还没到') {
  const { sessionId, callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, text)
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  const show = async (notes = [note]) => {
    // As its page, which shows the desk once what is half done has been read.
    await queryClient.fetchQuery({ ...halfDoneNotes, staleTime: 0 })
    const shown = page.show(<ReviewDesk session={session} calls={calls} notes={notes} />)
    await screen.findByRole('option', { name: new RegExp(text) })
    return shown
  }
  return { callId, sessionId, show }
}
