import i18next from 'i18next'
import type { Booking, FreePlace, KeptBooking, Purpose } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../shared/domain/seats/free-neighbours.ts'
import { client } from '../../lib/client.ts'
import type { Say } from '../../lib/i18n.ts'
import { saveAsFile } from '../../lib/save-file.ts'
import { type AtSeat, clockOf } from '../../lib/seat-rooms.ts'
import type { Seen } from '../../lib/use-seen.ts'
import { ask } from '../../ui/ask.ts'
import { type Notice, notify, notifySuccess } from '../../ui/notices.ts'
import { isAsBefore, versionNow } from '../../ui/stands-as.ts'
import { type Turn, turned } from '../../ui/turns.ts'
import { letGo, modeNow } from './board/board-store.ts'
import { showBooking } from './board/shown-bookings.ts'
import { bookingName } from './booking/booking-name.ts'
import { freePlacesIn, refusalWords, type SeatsRefusal } from './booking/refusal-words.ts'
import { tellStale } from './booking/tell-gone.ts'
import { askReason, reasonTaken } from './history/asked-reason.ts'
import { moveLater } from './series/series.actions.ts'
import { forgetPick } from './swap/swap-pick.ts'

export interface BookingWish extends SeatSpan {
  personId: Id
  companionId: Id | null
  purpose: Purpose
}

/** The pile of what is told here. */
export const SEATS = 'seats'

/** One notice of the board is in sight at a time, as a stack would hide the board; the keys go on through those beneath. */
export const tellDone = (
  title: Say,
  more: Pick<Notice, 'hint' | 'undo' | 'redo' | 'isAgain' | 'action'> = {},
): number => notifySuccess(title, { ...more, pile: SEATS })

const textsNow = () => i18next.getFixedT(null, 'seats')

/** Books. A refusal comes back for the form to show; null: told already. */
export async function reserve(wish: BookingWish): Promise<{ ok: true; value: Booking } | SeatsRefusal | null> {
  const answer = await ask(client.bookings.reserve(wish))
  if (answer?.ok === true) {
    const booking = answer.value
    showBooking(booking)
    tellDone(
      () => textsNow()('done.reserved', { place: bookingName(booking), name: booking.personName }),
      turned('first', (next) => cancel(booking, next)),
    )
  }
  return answer
}

/**
 * Asks main, and the person for a reason where main wants one; null: told already, or left as it was. What takes an act back, or does
 * it again, says just that: the reason was given for the act.
 */
async function withReason<A extends { ok: boolean; code?: string }>(
  booking: KeptBooking,
  act: 'cancel' | 'move' | 'edit',
  turn: Turn,
  send: (reason: string | undefined) => Promise<A>,
  { onStale, to = null }: { onStale?: Seen['onStale'] | undefined; to?: SeatSpan | null } = {},
) {
  const staleOf = onStale ?? ((stale) => void tellStale(booking, stale, act === 'edit' ? 'change' : act))
  const answer = await ask(send(undefined), staleOf)
  if (answer === null || answer.ok || answer.code !== 'reason_needed') return answer
  const said = turn === 'back' ? 'reason.takenBack' : 'reason.doneAgain'
  const reason = turn === 'first' ? await askReason(booking, act, to) : textsNow()(said)
  if (reason === null) return null
  const second = await ask(send(reason), staleOf)
  reasonTaken(booking.id, reason, second?.ok === true)
  return second
}

/** Another seat or time for the same booking. A refusal comes back for the board to show where the hand is. */
export async function reschedule(
  booking: KeptBooking,
  to: SeatSpan & Partial<Pick<KeptBooking, 'id' | 'version'>>,
  turn: Turn = 'first',
): Promise<SeatsRefusal | 'done' | 'told'> {
  const { seatId, startsAt, endsAt } = to
  const wish = { bookingId: booking.id, seenVersion: versionNow(booking), seatId, startsAt, endsAt }
  const send = (reason?: string) => client.bookings.reschedule({ ...wish, reason })
  const answer = await withReason(booking, 'move', turn, send, { to })
  if (answer === null) return 'told'
  if (!answer.ok) return answer
  if (turn !== 'first') isAsBefore(to, booking, answer.value)
  showBooking(answer.value)
  tellDone(() => textsNow()('done.rescheduled', { place: bookingName(answer.value), name: booking.personName }), {
    hint: () => textsNow()('done.sameTurn'),
    // The others of its series can follow.
    ...(booking.seriesId === null || turn === 'back'
      ? {}
      : { action: { label: () => textsNow()('series.moveLater'), run: () => void moveLater(answer.value, booking) } }),
    ...turned(turn, (next) => backTo(answer.value, booking, next)),
  })
  return 'done'
}

async function backTo(booking: KeptBooking, before: KeptBooking, turn: Turn): Promise<void> {
  const outcome = await reschedule(booking, before, turn)
  if (typeof outcome !== 'string') tellRefusal(outcome, before)
}

export async function cancel(booking: KeptBooking, turn: Turn = 'first'): Promise<void> {
  const wish = { bookingId: booking.id, seenVersion: versionNow(booking) }
  const answer = await withReason(booking, 'cancel', turn, (reason) => client.bookings.cancel({ ...wish, reason }))
  if (answer === null) return
  if (!answer.ok) return tellRefusal(answer, booking)
  showBooking(answer.value)
  tellDone(
    () => textsNow()('done.cancelled', { place: bookingName(booking), name: booking.personName }),
    turned(turn, (next) => restore(answer.value, next, booking)),
  )
}

/** `before`: as it was until it was cancelled here. Where somebody else did this already and went on, nothing of theirs is offered to be undone. */
export async function restore(
  booking: KeptBooking,
  turn: Turn = 'first',
  before: KeptBooking | null = null,
): Promise<void> {
  const answer = await ask(client.bookings.restore({ bookingId: booking.id }))
  if (answer === null) return
  if (answer.ok) {
    showBooking(answer.value)
    const isMine = isAsBefore(before, booking, answer.value)
    tellDone(
      () => textsNow()('done.restored', { place: bookingName(answer.value), name: booking.personName }),
      isMine ? turned(turn, (next) => cancel(answer.value, next)) : {},
    )
    return
  }
  const instead = freePlacesIn(answer)[0]
  tellRefusal(answer, booking, instead === undefined ? undefined : reserveInstead(booking, instead))
}

/** «改约 2号席 10:00–11:00» */
export const takeLabel = (instead: FreePlace) => () => textsNow()('refused.take', { place: bookingName(instead) })

/** One press books the nearest free place for the same people. */
const reserveInstead = (booking: KeptBooking, instead: FreePlace) => ({
  label: takeLabel(instead),
  run: () =>
    void reserve({ ...instead, ...peopleOf(booking) }).then((answer) => {
      if (answer !== null && !answer.ok) tellRefusal(answer, instead)
    }),
})

const peopleOf = ({ personId, companionId, purpose }: KeptBooking) => ({ personId, companionId, purpose })

/** Companion and purpose. True when it is done; else the reason was told. What takes an act back goes out from what the act gave. */
export async function edit(
  booking: KeptBooking,
  changes: Pick<KeptBooking, 'companionId' | 'purpose'> & Partial<Pick<KeptBooking, 'id' | 'version'>>,
  turn: Turn = 'first',
  seen?: Seen,
): Promise<boolean> {
  const { companionId, purpose } = changes
  const seenVersion = seen?.version ?? versionNow(booking)
  const wish = { bookingId: booking.id, seenVersion, companionId, purpose }
  const send = (reason: string | undefined) => client.bookings.edit({ ...wish, reason })
  const answer = await withReason(booking, 'edit', turn, send, { onStale: seen?.onStale })
  if (answer === null) return false
  if (!answer.ok) {
    tellRefusal(answer, booking)
    return false
  }
  showBooking(answer.value)
  if (turn !== 'first') isAsBefore(changes, booking, answer.value)
  tellDone(
    () => textsNow()('done.edited', { place: bookingName(booking) }),
    turned(turn, (next) => edit(answer.value, booking, next)),
  )
  return true
}

/** `standInId`: who sits down instead of whoever booked. `before`: as it was when the same was so before. */
export async function checkIn(
  booking: KeptBooking,
  standInId: Id | null = null,
  turn: Turn = 'first',
  before: KeptBooking | null = null,
): Promise<void> {
  const answer = await ask(client.bookings.checkIn({ bookingId: booking.id, standInId }))
  if (answer === null) return
  if (!answer.ok) return tellRefusal(answer, booking)
  showBooking(answer.value)
  const name = answer.value.satByName ?? booking.personName
  const now = answer.value
  const wasIn = booking.state === 'checked_in'
  if (turn !== 'first') isAsBefore(before, booking, now)
  tellDone(
    () => textsNow()('done.checkedIn', { place: bookingName(now), name }),
    // Where somebody sat there already, they do so again.
    turned(turn, (next) => (wasIn ? checkIn(now, booking.satById, next, booking) : undoCheckIn(now, next, booking))),
  )
}

/** Nobody sits there after all. */
export async function undoCheckIn(
  booking: KeptBooking,
  turn: Turn = 'back',
  before: KeptBooking | null = null,
): Promise<void> {
  const answer = await ask(client.bookings.undoCheckIn({ bookingId: booking.id }))
  if (answer === null) return
  if (answer.ok) {
    showBooking(answer.value)
    const name = booking.satByName ?? booking.personName
    const isMine = isAsBefore(before, booking, answer.value)
    tellDone(
      () => textsNow()('done.checkInUndone', { place: bookingName(answer.value), name }),
      isMine ? turned(turn, (next) => checkIn(answer.value, booking.satById, next, booking)) : {},
    )
  } else if (answer.code === 'in_use') notify({ tone: 'info', title: () => textsNow()('done.checkInStays') })
  else tellRefusal(answer, booking)
}

/** A calendar file of one booking, for whatever calendar the person has. */
export async function saveCalendarFile(booking: Booking): Promise<void> {
  const answer = await ask(client.seatCalendars.file({ bookingId: booking.id }))
  if (answer === null) return
  if (answer.ok) return saveAsFile(answer.value.fileName, answer.value.text, 'text/calendar')
  // Made at the hub a moment ago, and on its way down to this desk.
  notify({ tone: 'info', title: () => textsNow()('calendarFile.notYet') })
}

/** Sits down for a booking; `go` opens the session, also one that was running already when the person wants to see it. */
export async function startListening(booking: Booking, go: (sessionId: Id) => void): Promise<void> {
  const { purpose } = booking
  const listenerId = booking.satById ?? booking.personId
  const answer = await ask(client.sessions.start({ bookingId: booking.id, listenerId, purpose }))
  if (answer === null) return
  if (answer.ok) return go(answer.value.id)
  if (answer.code !== 'already_listening') return tellRefusal(answer, booking)
  const { sessionId } = answer.detail
  tellRefusal(answer, booking, { label: () => textsNow()('refused.toSession'), run: () => go(sessionId) })
}

/** An ordinary «no» is information, not an alarm. `about`: by the clock of whose room. */
export function tellRefusal(refusal: SeatsRefusal, about: AtSeat, action?: Notice['action']): void {
  const words = () => {
    const { place, timed } = clockOf(about)
    return refusalWords(refusal, textsNow(), place, undefined, timed)
  }
  // Without the button the sentence about free places would point at nothing.
  const hint = refusal.code === 'seat_taken' || words().hint === undefined ? undefined : () => words().hint ?? ''
  notify({ tone: 'info', title: () => words().title, hint, action })
}

/** Empties the hand because its day is left, and says so when a booking was in it: nothing is dropped silently. What a swap waits with stays picked. */
export function putBack(): void {
  const mode = modeNow()
  if (mode.kind === 'carrying')
    notify({ tone: 'info', title: () => textsNow()('move.putBack', { name: mode.placed.booking.personName }) })
  letGo()
}

/** Leaves the page: no swap waits for its other place any more. */
export function leaveSeats(): void {
  forgetPick()
  putBack()
}
