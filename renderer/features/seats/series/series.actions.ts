import i18next from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { PlaceWish, SeriesScope, series } from '../../../../shared/contract/seats/series.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { client } from '../../../lib/client.ts'
import { listOfWords } from '../../../lib/list-of-words.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { askReason } from '../history/asked-reason.ts'

const words = () => i18next.getFixedT(null, 'seats')

interface Done {
  bookings: readonly Booking[]
  keptCount: number
}
type Way = 'undo' | 'redo'

function show({ bookings }: Done): void {
  for (const booking of bookings) showBooking(booking)
}

/** Takes back what was done to them all; of what took something back, does it again. */
async function takeBack({ bookings }: Done, way: Way): Promise<void> {
  const answer = await ask(client.series.takeBack({ bookings: bookings.map(({ id, version }) => ({ id, version })) }))
  if (answer === null || !answer.ok) return
  tell(answer.value, 'takenBack', way === 'undo' ? 'redo' : 'undo')
}

function tell(
  done: Done,
  what: 'made' | 'imported' | 'undone' | 'cancelled' | 'moved' | 'takenBack',
  way: Way = 'undo',
  again: () => void = () => void takeBack(done, way),
): void {
  show(done)
  const { bookings, keptCount } = done
  const hint = keptCount === 0 ? undefined : () => words()('series.kept', { count: keptCount })
  const back = bookings.length === 0 ? {} : { [way]: again }
  // Two who come together have one each.
  const names = [...new Set(bookings.map(({ personName }) => personName))]
  const title = () =>
    words()(`series.done.${what}`, { count: bookings.length, name: listOfWords(names, 'conjunction') })
  if (bookings.length === 0) notify({ tone: 'info', title: () => words()('series.nothing'), hint })
  else notifySuccess(title, { hint, ...back })
}

/** Makes them all or none. A refusal comes back for the screen to show; null: done, or told already. */
export async function makeTogether(
  wishes: readonly PlaceWish[],
  isSeries: boolean,
): Promise<{ made: readonly Booking[] } | Refusal<(typeof series)['make']> | null> {
  const answer = await ask(client.series.make({ wishes: [...wishes], isSeries }))
  if (answer === null || !answer.ok) return answer
  tell({ bookings: answer.value, keptCount: 0 }, 'made')
  return { made: answer.value }
}

/** What was brought in as a list, or taken back with it; `again`: the other way. */
export const tellImported = (done: Done, what: 'imported' | 'undone', again: () => void): void =>
  tell(done, what, what === 'imported' ? 'undo' : 'redo', again)

/** This one and all later, or all of its series. Of somebody else's the person is asked why. */
export async function cancelSeries(booking: Booking, scope: SeriesScope): Promise<void> {
  const send = (reason?: string) => client.series.cancel({ bookingId: booking.id, scope, reason })
  await settle(booking, 'cancel', send, 'cancelled')
}

/** The later ones as this one was moved. */
export async function moveLater(booking: Booking, from: SeatSpan): Promise<void> {
  const { seatId, startsAt, endsAt } = booking
  const was = { seatId: from.seatId, startsAt: from.startsAt, endsAt: from.endsAt }
  const wish = { bookingId: booking.id, scope: 'later' as const, seatId, startsAt, endsAt, from: was }
  await settle(booking, 'move', (reason) => client.series.move({ ...wish, reason }), 'moved')
}

async function settle(
  booking: Booking,
  act: 'cancel' | 'move',
  send: (reason?: string) => ReturnType<typeof client.series.cancel>,
  what: 'cancelled' | 'moved',
): Promise<void> {
  let answer = await ask(send())
  if (answer !== null && !answer.ok && answer.code === 'reason_needed') {
    const reason = await askReason(booking, act)
    if (reason === null) return
    answer = await ask(send(reason))
  }
  if (answer === null) return
  if (answer.ok) tell(answer.value, what)
  else notify({ tone: 'info', title: () => words()('refused.notFound'), hint: () => words()('refused.notFoundHint') })
}
