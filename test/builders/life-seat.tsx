import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { LiveListening } from '../../renderer/app/LiveListening.tsx'
import { fetchLifeChannel, LifeChannel } from '../../renderer/app/life-channel/LifeChannel.tsx'
import { useLife } from '../../renderer/features/life-channel/card/card-store.ts'
import { useOutbox } from '../../renderer/features/life-channel/card/outbox.ts'
import { useLifeDrill } from '../../renderer/features/life-channel/drill/drill-store.ts'
import { forgetAnswers } from '../../renderer/features/life-channel/ear/heard-of-call.ts'
import { useNoteBoxes } from '../../renderer/features/listening/notes/note-box.ts'
import { callsOfSession, workspaceStatus } from '../../renderer/lib/common-queries.ts'
import { queryClient } from '../../renderer/lib/query-client.ts'
import type { Call, Session } from '../../shared/contract/listening/sessions.ts'
import { accepted } from './outcomes.ts'
import { patience } from './patience.ts'
import { aWindow, type TestWindow, type WindowOptions } from './window.tsx'

/** A window as it is when it opens: what the life channel had in it is of no test but its own. */
export function forgetLife(): void {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null, calmed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  useLifeDrill.setState({ running: null })
  forgetAnswers()
}

function Seat({ session }: { session: Session }) {
  const calls = useQuery(callsOfSession(session.id)).data
  return (
    <>
      <main id="main" tabIndex={-1}>
        {calls === undefined ? null : <LiveListening session={session} calls={calls} />}
      </main>
      <LifeChannel />
    </>
  )
}

export interface LifeSeat {
  readonly page: TestWindow
  readonly call: Call
  /** Shows the seat, and waits until its box is there and the ear is open: that is once the contacts were asked for. */
  sit(): Promise<void>
  /** What is on its way when a window goes would never come back. */
  close(): Promise<void>
}

/** Somebody hears the first call of their session, with the life channel beside it. */
export async function aLifeSeat(options: WindowOptions = {}): Promise<LifeSeat> {
  forgetLife()
  const page = await aWindow(options)
  const session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
  return {
    page,
    call,
    sit: async () => {
      page.show(<Seat session={session} />, `/listen/${session.id}`)
      await screen.findByLabelText('批注')
      await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
    },
    close: async () => {
      await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
      await page.close()
    },
  }
}
