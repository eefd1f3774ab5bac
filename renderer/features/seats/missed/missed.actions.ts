import i18next from 'i18next'
import type { Booking, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { OpenSeat } from '../../../../shared/contract/seats/walk-ups.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { instantNow } from '../../../lib/now.ts'
import { ask } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { type Turn, turned } from '../../../ui/turns.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { bookingName } from '../booking/booking-name.ts'
import { askReason, reasonTaken } from '../history/asked-reason.ts'
import { tellDone, tellRefusal } from '../seats.actions.ts'

const textsNow = () => i18next.getFixedT(null, 'seats')

/** It does not count, for a reason. */
export async function excuse(booking: Booking): Promise<void> {
  const reason = await askReason(booking, 'excuse')
  if (reason !== null) await excuseFor(booking, reason)
}

async function excuseFor(booking: Booking, reason: string, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.noShows.excuse({ bookingId: booking.id, reason }))
  reasonTaken(booking.id, reason, answer?.ok === true)
  if (answer === null) return
  if (!answer.ok) return tellNotMissed(booking, answer.code)
  showBooking(answer.value)
  const words = { name: booking.personName, place: bookingName(booking) }
  tellDone(
    () => textsNow()('missed.excused', words),
    turned(turn, (next) => countAgain(answer.value, reason, next)),
  )
}

/** `reason`: why it had not counted, where it was said here a moment ago. */
export async function countAgain(booking: Booking, reason: string | null = null, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.noShows.countAgain({ bookingId: booking.id }))
  if (answer === null) return
  if (!answer.ok) return tellNotMissed(booking, answer.code)
  showBooking(answer.value)
  const words = { name: booking.personName, place: bookingName(booking) }
  const again = reason === null ? {} : turned(turn, (next) => excuseFor(answer.value, reason, next))
  tellDone(() => textsNow()('missed.countsAgain', words), again)
}

function tellNotMissed(booking: Booking, code: 'not_found' | 'not_missed'): void {
  if (code === 'not_found') tellRefusal({ ok: false, code, detail: {} }, booking)
  else notify({ tone: 'info', title: () => textsNow()('missed.notMissed') })
}

/** Sits down on what a no-show left; null: somebody was first, or it was told why not. `goesOn`: what follows, and whether somebody listens by it, after which there is no undo. */
export async function takeSeat(
  { bookingId, seatId }: Pick<OpenSeat, 'bookingId' | 'seatId'>,
  personId: Id | null,
  purpose: Purpose,
  goesOn: (booking: Booking) => Promise<boolean> = async () => false,
  turn: Turn = 'first',
): Promise<Booking | null> {
  if (personId === null) {
    notify({ tone: 'info', title: () => textsNow()('missed.whoFirst') })
    return null
  }
  const answer = await ask(client.walkUps.take({ bookingId, personId, purpose }))
  if (answer === null) return null
  if (answer.ok) {
    showBooking(answer.value)
    const words = { place: bookingName(answer.value), name: answer.value.personName }
    const way = (await goesOn(answer.value))
      ? { hint: () => textsNow()('missed.inUse') }
      : turned(turn, (next) => leaveSeat(answer.value, next, bookingId))
    tellDone(() => textsNow()('missed.taken', words), way)
    return answer.value
  }
  if (answer.code === 'gone') {
    const { personName: name } = answer.detail
    const title = name === null ? 'missed.over' : 'missed.goneTo'
    notify({ tone: 'info', title: () => textsNow()(title, { name: name ?? '' }) })
  } else tellRefusal(answer, { seatId, startsAt: instantNow() })
  return null
}

/** `of`: whose place it was, which is taken again. */
async function leaveSeat(booking: Booking, turn: Turn, of: Id): Promise<void> {
  const answer = await ask(client.walkUps.leave({ bookingId: booking.id }))
  if (answer === null) return
  if (answer.ok) {
    showBooking(answer.value)
    tellDone(
      () => textsNow()('missed.left', { place: bookingName(booking) }),
      turned(turn, (next) =>
        takeSeat({ bookingId: of, seatId: booking.seatId }, booking.personId, booking.purpose, undefined, next),
      ),
    )
  } else if (answer.code === 'in_use') notify({ tone: 'info', title: () => textsNow()('missed.inUse') })
  else tellRefusal(answer, booking)
}
