import type { Id } from '../../../../shared/contract/values.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { SwapLine } from './SwapLine.tsx'
import { agree } from './swap.actions.ts'
import { useSwaps } from './swap-queries.ts'

/** On the card of a booking: who wants to change places with it. The first can be agreed to by its key. */
export function CardSwaps({ bookingId }: { bookingId: Id }) {
  const waiting = useSwaps().waiting.filter(({ booking, other }) => booking.id === bookingId || other.id === bookingId)
  const first = waiting.find(({ isMineToAnswer }) => isMineToAnswer)
  useKeys('seats', { 'seats.agree': () => (first === undefined ? false : void agree(first)) })
  return waiting.map((swap) =>
    swap === first ? (
      <SwapLine key={swap.id} swap={swap} agreesBy="seats.agree" />
    ) : (
      <SwapLine key={swap.id} swap={swap} />
    ),
  )
}
