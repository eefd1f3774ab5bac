import i18next from 'i18next'
import type { Booking, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Offer, StandingWait, Wait, WaitWindow } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { bookingName } from '../seats.actions.ts'
import { positionWords, type WaitRefusal, waitRefusalWords } from './waitlist-words.ts'

const texts = () => i18next.getFixedT(null, 'waitlist')
const seatTexts = () => i18next.getFixedT(null, 'seats')

export interface WaitWish {
  roomId: Id
  personId: Id
  companionId: Id | null
  purpose: Purpose
  window: WaitWindow
  acceptHours: number | null
}

/** Joins. A refusal comes back for the form to show; null: told already. */
export async function join({
  window,
  ...wish
}: WaitWish): Promise<{ ok: true; value: StandingWait } | WaitRefusal | null> {
  const answer = await ask(client.waitlist.join({ ...wish, windows: [window] }))
  if (answer?.ok === true) {
    const wait = answer.value
    const [standing] = wait.standings
    notifySuccess(
      () =>
        texts()('done.joined', {
          name: wait.personName,
          position: standing === undefined ? '' : positionWords(texts(), standing),
        }),
      { undo: () => void leave(wait, 'redo') },
    )
  }
  return answer
}

/** Leaving keeps the place in line for as long as it can be taken back. */
export async function leave(wait: Wait, way: 'undo' | 'redo' = 'undo'): Promise<void> {
  const answer = await ask(client.waitlist.leave({ waitId: wait.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  notifySuccess(() => texts()('done.left', { name: wait.personName }), { [way]: () => void rejoin(wait) })
}

async function rejoin(wait: Wait): Promise<void> {
  const answer = await ask(client.waitlist.rejoin({ waitId: wait.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  notifySuccess(() => texts()('done.rejoined', { name: wait.personName }), { undo: () => void leave(wait) })
}

/** The held place becomes a booking; to take it back is to wait again. */
export async function acceptOffer(offer: Offer): Promise<void> {
  const answer = await ask(client.waitlist.accept({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  tellAccepted(offer, answer.value)
}

function tellAccepted(offer: Offer, booking: Booking): void {
  showBooking(booking)
  notifySuccess(() => texts()('done.accepted', { name: booking.personName, place: bookingName(booking) }), {
    undo: () => void waitAgain(offer, booking),
  })
}

/** Undo of accepting. Where the place is held still, it is said until when. */
async function waitAgain(offer: Offer, booking: Booking): Promise<void> {
  const answer = await ask(client.waitlist.waitAgain({ offerId: offer.id, seenVersion: booking.version }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  showBooking({ ...booking, state: 'cancelled' })
  const held = answer.value.offer
  const title = () => {
    const told = { name: booking.personName, place: bookingName(booking) }
    if (held === null) return texts()('done.waitsAgain', told)
    const { place, timed } = seatRoomNow({ seatId: held.seatId, startsAt: held.expiresAt })
    return texts()('done.heldAndWaits', { ...told, until: timed(timeOn(todayIn(place), held.expiresAt, place)) })
  }
  notifySuccess(title, { redo: () => void acceptAgain(offer, booking) })
}

/** Redo of accepting: the same booking, and no wait beside it. */
async function acceptAgain(offer: Offer, { id: bookingId }: Booking): Promise<void> {
  const answer = await ask(client.waitlist.acceptAgain({ offerId: offer.id, bookingId }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  tellAccepted(offer, answer.value)
}

export async function declineOffer(offer: Offer): Promise<void> {
  const answer = await ask(client.waitlist.decline({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  notifySuccess(() => texts()('done.declined', { place: bookingName(offer) }), { undo: () => void takeUpAgain(offer) })
}

/** Undo of declining, as long as nobody else was asked. */
async function takeUpAgain(offer: Offer): Promise<void> {
  const answer = await ask(client.waitlist.takeUpAgain({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer)
  const again = answer.value
  notifySuccess(() => texts()('done.heldAgain', { place: bookingName(again) }), {
    redo: () => void declineOffer(again),
  })
}

function tell(refusal: WaitRefusal): void {
  const words = () => waitRefusalWords(refusal, texts(), seatTexts(), placeNow())
  const hint = words().hint
  notify({
    tone: 'info',
    title: () => words().title,
    ...(hint === undefined ? {} : { hint: () => words().hint ?? '' }),
  })
}
