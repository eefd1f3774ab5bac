import i18next from 'i18next'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import type { Booking, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { client } from '../../../lib/client.ts'
import { callsOfSession } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { momentAt } from '../../../lib/seat-rooms.ts'
import { ask, done } from '../../../ui/ask.ts'
import { notify, notifyFailure } from '../../../ui/notices.ts'
import { tellElsewhere } from '../../../ui/tell-elsewhere.ts'
import { elapsedMs } from './call-clock.ts'

const texts = () => i18next.getFixedT(null, 'listen')

export interface StartWish {
  bookingId: Id | null
  listenerId: Id | null
  purpose: Purpose
}

export const startSession = (wish: StartWish) => client.sessions.start(wish)

/** `booking`: by which they were to begin, at the clock of whose room it is told. */
export function tellNotBegun(
  refusal: Exclude<Awaited<ReturnType<typeof startSession>>, { ok: true }>,
  booking: Booking | null,
): void {
  const { code, detail } = refusal
  const tell = (title: Say) => notify({ tone: 'info', title })
  if (code === 'booking_over') tell(() => texts()('start.bookingOver'))
  else if (code === 'place_taken') tell(() => texts()('start.placeTaken', { name: detail.personName }))
  else if (code === 'too_early' && booking !== null)
    tell(() => texts()('start.tooEarly', { time: momentAt(booking, detail.opensAt) }))
  else if (code === 'person_taken' && booking !== null) tellElsewhere(booking, detail)
  // The page shows the session that runs.
  else if (code !== 'already_listening') notifyFailure(() => failureOf(refusal))
}

/**
 * Ends the call that is on and starts the next; the list knows it before the refresh comes round. `callId`: of a call for which
 * words are there already.
 */
export async function nextCall(sessionId: Id, callId?: Id): Promise<Call | null> {
  const answer = await ask(client.sessions.nextCall({ sessionId, reference: null, ...(callId && { callId }) }))
  if (answer?.ok === false) notifyFailure(() => failureOf(answer))
  if (answer?.ok !== true) return null
  const call = answer.value
  queryClient.setQueryData(callsOfSession(sessionId).queryKey, (known: Call[] | undefined) => [
    ...(known ?? [])
      .filter((other) => other.id !== call.id)
      .map((other) =>
        other.endedAt === null ? { ...other, endedAt: call.startedAt, elapsedMs: Math.round(elapsedMs(other)) } : other,
      ),
    call,
  ])
  return call
}

export const endCall = (callId: Id) => done(client.sessions.endCall({ callId }))

export const endSession = (sessionId: Id) => done(client.sessions.end({ sessionId }))

/** Opens the call with this reference in the session that runs, a new one when there is none. */
export const openByReference = (reference: string) => done(client.sessions.openByReference({ reference }))

/** The number that a call has by now: as this window stored it, or as another set it meanwhile. */
interface NumberNow {
  readonly isStored: boolean
  readonly reference: string | null
}

/**
 * Stores the call's number, masked where it is somebody's; the list has it with the answer. Once it answers with a number, what was typed needs to
 * stay in its field no longer: it was taken, or another window set the number meanwhile, and a notice holds what was typed here.
 */
export async function setReference(callId: Id, text: string, seen: string | null): Promise<NumberNow | null> {
  const typed = text.trim()
  const wish = { callId, reference: isBlank(text) ? null : typed, seen }
  const answer = await ask(client.sessions.setReference(wish))
  if (answer?.ok === false && answer.code === 'set_meanwhile') {
    const { reference: other } = answer.detail
    notify({
      tone: 'info',
      stays: true,
      title: () =>
        other === null ? texts()('call.takenAwayMeanwhile') : texts()('call.setMeanwhile', { reference: other }),
      byHand: typed === '' ? undefined : typed,
      action: { label: () => texts()('call.useMine'), run: () => void setReference(callId, text, other) },
    })
    return { isStored: false, reference: other }
  }
  if (answer?.ok === false) notifyFailure(() => failureOf(answer))
  if (answer?.ok !== true) return null
  const { sessionId, reference } = answer.value
  queryClient.setQueryData(callsOfSession(sessionId).queryKey, (known: Call[] | undefined) =>
    known?.map((call) => (call.id === callId ? { ...call, reference } : call)),
  )
  return { isStored: true, reference }
}

/** Asks main again how far the calls are. */
export const measureAnew = (sessionId: Id): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: callsOfSession(sessionId).queryKey })
