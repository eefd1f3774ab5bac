import i18next from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { PlaceWish, SeriesScope, series } from '../../../../shared/contract/seats/series.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { client } from '../../../lib/client.ts'
import { listOfWords } from '../../../lib/list-of-words.ts'
import { ask } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { isAsBefore, versionNow } from '../../../ui/stands-as.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { askReason } from '../history/asked-reason.ts'

const words = () => i18next.getFixedT(null, 'seats')

interface Done {
  bookings: readonly Booking[]
  keptCount: number
}
type What = 'made' | 'imported' | 'undone' | 'cancelled' | 'moved' | 'takenBack'

/** How a booking was before the step; `version` null: it was not yet. */
interface Before {
  readonly id: Id
  readonly version: Version | null
}

function tell(done: Done, what: What, turn: Turn, next: (turn: Turn) => Promise<unknown>): void {
  const { bookings, keptCount } = done
  for (const booking of bookings) showBooking(booking)
  const hint = keptCount === 0 ? undefined : () => words()('series.kept', { count: keptCount })
  // Two who come together have one each.
  const names = [...new Set(bookings.map(({ personName }) => personName))]
  const title = () =>
    words()(`series.done.${what}`, { count: bookings.length, name: listOfWords(names, 'conjunction') })
  if (bookings.length === 0) notify({ tone: 'info', title: () => words()('series.nothing'), hint })
  else tellTurn('seats', turn, title, next, { hint })
}

/** What was done, and the way back over what else was done and taken back since. */
const tellSteps = (done: Done, before: readonly Before[], what: What, turn: Turn = 'first'): void =>
  tell(done, what, turn, (next) => goBack(done.bookings, before, what, next))

/** Makes each again what it was before; done again, `what` it was at first. */
async function goBack(bookings: readonly Booking[], before: readonly Before[], what: What, turn: Turn): Promise<void> {
  const was = new Map(before.map((one) => [one.id, one.version]))
  const steps = bookings.map((one) => ({ id: one.id, version: versionNow(one), to: was.get(one.id) ?? null }))
  const answer = await ask(client.series.takeBack({ bookings: steps }))
  if (answer === null || !answer.ok) return
  for (const now of answer.value.bookings) {
    const after = bookings.find(({ id }) => id === now.id)
    const version = was.get(now.id) ?? undefined
    if (after !== undefined) isAsBefore(version === undefined ? null : { id: now.id, version }, after, now)
  }
  const title = turn === 'back' ? 'takenBack' : what
  tell(answer.value, title, turn, (next) => goBack(answer.value.bookings, bookings, what, next))
}

/** Makes them all or none. A refusal comes back for the screen to show; null: done, or told already. */
export async function makeTogether(
  wishes: readonly PlaceWish[],
  isSeries: boolean,
): Promise<{ made: readonly Booking[] } | Refusal<(typeof series)['make']> | null> {
  const answer = await ask(client.series.make({ wishes: [...wishes], isSeries }))
  if (answer === null || !answer.ok) return answer
  tellSteps({ bookings: answer.value, keptCount: 0 }, [], 'made')
  return { made: answer.value }
}

/** What was brought in as a list, or taken back with it; `again`: the other way. */
export const tellImported = (
  done: Done,
  what: 'imported' | 'undone',
  turn: Turn,
  next: (turn: Turn) => Promise<unknown>,
): void => tell(done, what, turn, next)

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
  if (answer.ok) {
    const before = answer.value.bookings.map(({ id, version }) => ({ id, version: version - 1 }))
    tellSteps(answer.value, before, what)
  } else notify({ tone: 'info', title: () => words()('refused.notFound'), hint: () => words()('refused.notFoundHint') })
}
