import i18next from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Swap, swaps } from '../../../../shared/contract/seats/swaps.ts'
import { client } from '../../../lib/client.ts'
import { instantNow } from '../../../lib/now.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery } from '../../../lib/settings.ts'
import { ask, needed } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { isAsBefore } from '../../../ui/stands-as.ts'
import { type Turn, turned } from '../../../ui/turns.ts'
import { showBooking } from '../board/shown-bookings.ts'
import { answeredBy } from '../booking/answers-for.ts'
import { bookingName } from '../booking/booking-name.ts'
import { askReason, reasonTaken } from '../history/asked-reason.ts'
import { tellDone, tellRefusal } from '../seats.actions.ts'
import { forgetPick, pickedFirst, pickFirst } from './swap-pick.ts'

type SwapRefusal = Refusal<(typeof swaps)['ask']> | Refusal<(typeof swaps)['agree']>

type Pair = Pick<Swap, 'booking' | 'other'>

const textsNow = () => i18next.getFixedT(null, 'seats')

function tellNo(refusal: SwapRefusal, about: Booking): void {
  switch (refusal.code) {
    case 'lapsed':
    case 'same_person':
    case 'already_started':
    case 'already_over': {
      const { code } = refusal
      notify({
        tone: 'info',
        title: () => textsNow()(`swap.refused.${code}`),
        hint: () => textsNow()(`swap.refused.${code}_hint`),
      })
      break
    }
    case 'not_yours':
      tellNotYours(refusal.detail.personName)
      break
    default:
      tellRefusal(refusal, about)
  }
}

/** Nobody can answer for them here. */
const tellNotYours = (name: string): void =>
  void notify({
    tone: 'info',
    title: () => textsNow()('swap.refused.not_yours', { name }),
    hint: () => textsNow()('swap.refused.not_yours_hint', { name }),
  })

const namesOf = ({ booking, other }: Swap) => ({
  name: booking.personName,
  other: other.personName,
  place: bookingName(booking, other),
  otherPlace: bookingName(other, booking),
})

function show({ booking, other }: Swap): void {
  showBooking(booking)
  showBooking(other)
}

/** The first press takes one up, the second says with which. `mayForBoth`: whoever sits here may do it without asking. */
export async function choose(booking: Booking, mayForBoth: boolean): Promise<void> {
  const first = pickedFirst()
  if (first === null) return pickFirst(booking)
  forgetPick()
  if (first.id === booking.id) return
  const settings = await needed(queryClient.ensureQueryData(settingsQuery))
  if (settings === null) return
  const answers = await needed(answeredBy(settings.me))
  if (answers === null) return
  // Whichever of the two is one's own is the one that asks, else the one that was made for somebody.
  const isOwn = ({ personId }: Booking) => personId === settings.me
  const mine = [first, booking].find(isOwn) ?? [first, booking].find(answers)
  if (mine !== undefined) return askFor(mine, mine === first ? booking : first)
  if (mayForBoth) return exchange(first, booking)
  tellNotYours(first.personName)
}

async function askFor(mine: Booking, other: Booking): Promise<void> {
  const reason = await askReason(other, 'swap')
  if (reason === null) return
  const answer = await ask(client.swaps.ask({ bookingId: mine.id, otherId: other.id, reason }))
  reasonTaken(other.id, reason, answer?.ok === true)
  if (answer === null) return
  if (!answer.ok) return tellNo(answer, mine)
  const swap = answer.value
  tellDone(() => textsNow()('swap.done.asked', namesOf(swap)), {
    hint: () => textsNow()('swap.done.askedHint', namesOf(swap)),
    ...turned('first', (next) => withdraw(swap, next)),
  })
}

async function exchange(one: Booking, other: Booking): Promise<void> {
  const reason = await askReason(one, 'exchange')
  if (reason === null) return
  const wish = { bookingId: one.id, seenVersion: one.version, otherId: other.id, reason }
  const answer = await ask(client.swaps.exchange(wish))
  reasonTaken(one.id, reason, answer?.ok === true)
  if (answer === null) return
  if (!answer.ok) return tellNo(answer, one)
  tellSwapped(answer.value, { booking: one, other }, 'first')
}

/** `done`: what it came to before, where it is agreed to again. */
export async function agree(swap: Swap, turn: Turn = 'first', done: Pair | null = null): Promise<void> {
  const answer = await ask(client.swaps.agree({ swapId: swap.id }))
  if (answer === null) return
  if (!answer.ok) return tellNo(answer, swap.booking)
  if (done !== null)
    for (const one of ['booking', 'other'] as const) isAsBefore(done[one], swap[one], answer.value[one])
  tellSwapped(answer.value, swap, turn)
}

/** `before`: both as they were until then. */
function tellSwapped(swap: Swap, before: Pair, turn: Turn): void {
  show(swap)
  tellDone(() => textsNow()('swap.done.swapped', namesOf(swap)), {
    hint: () => textsNow()('done.sameTurn'),
    ...(hasBegun(swap) ? {} : turned(turn, (next) => takeBack(swap, before, next))),
  })
}

/** Then there is no way back, and none is offered. */
const hasBegun = ({ booking, other }: Swap): boolean =>
  [booking, other].some(({ startsAt }) => startsAt <= instantNow())

export async function decline(swap: Swap, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.swaps.decline({ swapId: swap.id }))
  if (answer === null) return
  if (!answer.ok) return tellNo(answer, swap.booking)
  tellDone(
    () => textsNow()('swap.done.declined', namesOf(swap)),
    turned(turn, (next) => takeBack(answer.value, swap, next)),
  )
}

export async function withdraw(swap: Swap, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.swaps.withdraw({ swapId: swap.id }))
  if (answer === null) return
  if (!answer.ok) return tellNo(answer, swap.booking)
  tellDone(
    () => textsNow()('swap.done.withdrawn', namesOf(swap)),
    turned(turn, (next) => takeBack(answer.value, swap, next)),
  )
}

/** I read that it came to nothing. */
export const readEnded = async ({ id }: Swap): Promise<void> => void (await ask(client.swaps.read({ swapId: id })))

/** The exchange stands, and whoever sits by now can only leave. */
const tellNoWayBack = (): void =>
  void notify({
    tone: 'info',
    title: () => textsNow()('swap.refused.no_way_back'),
    hint: () => textsNow()('swap.refused.no_way_back_hint'),
  })

/** `done`: what it came to, done once more by the next turn. */
async function takeBack(done: Swap, before: Pair, turn: Turn): Promise<void> {
  const answer = await ask(client.swaps.takeBack({ swapId: done.id }))
  if (answer === null) return
  if (!answer.ok) return answer.code === 'already_started' ? tellNoWayBack() : tellNo(answer, done.booking)
  const now = answer.value
  show(now)
  for (const one of ['booking', 'other'] as const) isAsBefore(before[one], done[one], now[one])
  if (now.state === 'for_both') return tellSwapped(now, done, turn)
  const title = now.state === 'open' ? 'openAgain' : 'back'
  tellDone(
    () => textsNow()(`swap.done.${title}`, namesOf(now)),
    turned(turn, (next) => doAgain(done, now, next)),
  )
}

const doAgain = (done: Swap, swap: Swap, turn: Turn): Promise<void> =>
  done.state === 'agreed'
    ? agree(swap, turn, done)
    : done.state === 'declined'
      ? decline(swap, turn)
      : done.state === 'withdrawn'
        ? withdraw(swap, turn)
        : takeBack(swap, done, turn)
