import i18next from 'i18next'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { momentAt, seatRoomNow } from '../../lib/seat-rooms.ts'
import { ask } from '../../ui/ask.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import { tellElsewhere } from '../../ui/tell-elsewhere.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'

/** Somebody sits there for this person, and gets up when they come themselves. */
export const isTakenOver = ({ personId, satById }: Booking, me: Id | null): boolean =>
  satById !== null && personId === me

/** Starts the session of a booking (and checks it in); null when it was refused, with the reason shown. */
export async function sitDown(booking: Booking, me: Id | null): Promise<Session | null> {
  if (isTakenOver(booking, me) && !(await checkIn(booking))) return null
  const { id, personId, purpose } = booking
  const satById = isTakenOver(booking, me) ? null : booking.satById
  const answer = await ask(client.sessions.start({ bookingId: id, listenerId: satById ?? personId, purpose }))
  if (answer === null) return null
  if (answer.ok) return answer.value
  if (answer.code === 'too_early') tellTooEarly(booking, answer.detail.opensAt)
  else if (answer.code === 'place_taken') tellTaken(answer.detail.personName)
  else if (answer.code === 'person_taken') tellElsewhere(booking, answer.detail)
  else notifyFailure(() => failureOf(answer))
  return null
}

/** The pile of what is told here. */
const TODAY = 'today'

/** False: it was refused, and the reason is shown. */
export async function checkIn(booking: Booking, turn: Turn = 'first'): Promise<boolean> {
  const answer = await ask(client.bookings.checkIn({ bookingId: booking.id }))
  if (answer === null) return false
  if (answer.ok)
    tellTurn(
      TODAY,
      turn,
      () => words()('next.checkedInNow', { seat: seatOf(booking) }),
      (next) => undoCheckIn(booking, next),
    )
  else if (answer.code === 'too_early') tellTooEarly(booking, answer.detail.opensAt)
  else if (answer.code === 'seat_taken') tellTaken(answer.detail.personName)
  else if (answer.code === 'person_taken') tellElsewhere(booking, answer.detail)
  else notifyFailure(() => failureOf(answer))
  return answer.ok
}

const seatOf = (booking: Booking): string =>
  seatRoomNow(booking).named(words()('next.seat', { number: booking.seatNumber }))

/** It was pressed by mistake: nobody sits there. */
async function undoCheckIn(booking: Booking, turn: Turn): Promise<void> {
  const answer = await ask(client.bookings.undoCheckIn({ bookingId: booking.id }))
  if (answer === null) return
  if (answer.ok)
    tellTurn(
      TODAY,
      turn,
      () => words()('next.checkInUndone', { seat: seatOf(booking) }),
      (next) => checkIn(booking, next),
    )
  else if (answer.code === 'in_use') notify({ tone: 'info', title: () => words()('next.inUse') })
  else notifyFailure(() => failureOf(answer))
}

const words = () => i18next.getFixedT(null, 'today')

const tellTaken = (name: string) =>
  notify({
    tone: 'info',
    title: () => words()('next.placeTaken', { name }),
    hint: () => words()('next.placeTakenHint'),
  })

const tellTooEarly = (booking: Booking, opensAt: Instant) =>
  notify({ tone: 'info', title: () => words()('next.tooEarly', { time: momentAt(booking, opensAt) }) })
