import i18next from 'i18next'
import type { Booking, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Offer, StandingWait, Wait, WaitWindow } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { timeOn } from '../../../lib/formats.ts'
import type { Say } from '../../../lib/i18n.ts'
import { instantNow, todayIn } from '../../../lib/now.ts'
import { clockOf, seatRoomNow } from '../../../lib/seat-rooms.ts'
import { ask } from '../../../ui/ask.ts'
import { dismissNotice, notify } from '../../../ui/notices.ts'
import { isInPlaceOf, versionNow } from '../../../ui/stands-as.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { bookingName } from '../booking/booking-name.ts'
import { SEATS } from '../seats.actions.ts'
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
    const position = () => (standing === undefined ? '' : positionWords(texts(), standing))
    tellWaits(wait, 'first', () => texts()('done.joined', { name: wait.personName, position: position() }))
  }
  return answer
}

/** That somebody waits, which to take back is to leave. */
function tellWaits(wait: Wait, turn: Turn, title: Say): void {
  const id = tellTurn(SEATS, turn, title, (next) => leave(wait, next))
  const before = said.get(wait.id)
  said.set(wait.id, { personId: wait.personId, isLeft: false, ids: [...(before?.ids ?? []), id] })
}

/** What was said here of each wait; of one that was left here the way back stands. */
const said = new Map<Id, { personId: Id; isLeft: boolean; ids: readonly number[] }>()

/** Waits that ended since, at whichever desk, or as a place was taken for them: that they may be left is said no more. */
export async function dismissEndedWaits(): Promise<void> {
  const standing = [...said].filter(([, { isLeft }]) => !isLeft)
  for (const [personId, theirs] of Map.groupBy(standing, ([, wait]) => wait.personId)) {
    const waits = await client.waitlist.mine({ personId })
    if (!waits.ok) continue
    for (const [waitId] of theirs) {
      const stands = waits.value.some(({ id }) => id === waitId)
      if (!stands && said.get(waitId)?.isLeft === false) dismissWaits(waitId)
    }
  }
}

/** It came to a place: that it may be left is said no more. */
function dismissWaits(waitId: Id): void {
  for (const id of said.get(waitId)?.ids ?? []) dismissNotice(id)
  said.delete(waitId)
}

/** Leaving keeps the place in line for as long as it can be taken back. */
export async function leave(wait: Wait, turn: Turn = 'first'): Promise<void> {
  const before = said.get(wait.id)
  if (before !== undefined) said.set(wait.id, { ...before, isLeft: true })
  const answer = await ask(client.waitlist.leave({ waitId: wait.id }))
  if (answer?.ok !== true && before !== undefined) said.set(wait.id, before)
  if (answer === null) return
  if (!answer.ok) return tell(answer, wait)
  tellTurn(
    SEATS,
    turn,
    () => texts()('done.left', { name: wait.personName }),
    (next) => rejoin(wait, next),
  )
}

async function rejoin(wait: Wait, turn: Turn): Promise<void> {
  const answer = await ask(client.waitlist.rejoin({ waitId: wait.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, wait)
  tellWaits(wait, turn, () => texts()('done.rejoined', { name: wait.personName }))
}

/** The held place becomes a booking; to take it back is to wait again. */
export async function acceptOffer(offer: Offer): Promise<void> {
  const answer = await ask(client.waitlist.accept({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, offer)
  tellAccepted(offer, answer.value, 'first')
}

function tellAccepted(offer: Offer, booking: Booking, turn: Turn): void {
  showBooking(booking)
  dismissWaits(offer.waitId)
  const title = () => texts()('done.accepted', { name: booking.personName, place: bookingName(booking) })
  tellTurn(SEATS, turn, title, (next) => waitAgain(offer, booking, next))
}

/** Undo of accepting. Where the place is held still, it is said until when. */
async function waitAgain(offer: Offer, booking: Booking, turn: Turn): Promise<void> {
  const answer = await ask(client.waitlist.waitAgain({ offerId: offer.id, seenVersion: versionNow(booking) }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, offer)
  showBooking({ ...booking, state: 'cancelled' })
  const held = answer.value.offer
  const title = () => {
    const told = { name: booking.personName, place: bookingName(booking) }
    if (held === null) return texts()('done.waitsAgain', told)
    const { place, timed } = seatRoomNow({ seatId: held.seatId, startsAt: held.expiresAt })
    return texts()('done.heldAndWaits', { ...told, until: timed(timeOn(todayIn(place), held.expiresAt, place)) })
  }
  tellTurn(SEATS, turn, title, (next) => acceptAgain(offer, booking, next))
}

/** Redo of accepting: the same booking, and no wait beside it. */
async function acceptAgain(offer: Offer, before: Booking, turn: Turn): Promise<void> {
  const answer = await ask(client.waitlist.acceptAgain({ offerId: offer.id, bookingId: before.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, offer)
  // What was done to it before that was taken back goes out from there; two changes lie between.
  if (answer.value.version === versionNow(before) + 2) isInPlaceOf(before, answer.value)
  tellAccepted(offer, answer.value, turn)
}

export async function declineOffer(offer: Offer, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.waitlist.decline({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, offer)
  const title = () => texts()('done.declined', { place: bookingName(offer) })
  tellTurn(SEATS, turn, title, (next) => takeUpAgain(offer, next))
}

/** Undo of declining, as long as nobody else was asked. */
async function takeUpAgain(offer: Offer, turn: Turn): Promise<void> {
  const answer = await ask(client.waitlist.takeUpAgain({ offerId: offer.id }))
  if (answer === null) return
  if (!answer.ok) return tell(answer, offer)
  const again = answer.value
  tellTurn(
    SEATS,
    turn,
    () => texts()('done.heldAgain', { place: bookingName(again) }),
    (next) => declineOffer(again, next),
  )
}

/** By the clock of the room where they wait, or of the place they were offered. */
function tell(refusal: WaitRefusal, about: Wait | Offer): void {
  const at = 'seatId' in about ? about : { roomId: about.roomId, startsAt: instantNow() }
  const words = () => {
    const { place, timed } = clockOf(at)
    return waitRefusalWords(refusal, texts(), seatTexts(), place, undefined, timed)
  }
  const hint = words().hint
  notify({
    tone: 'info',
    title: () => words().title,
    ...(hint === undefined ? {} : { hint: () => words().hint ?? '' }),
  })
}
