import { create } from 'zustand'
import type { KeptBooking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'

export interface AskedReason {
  booking: KeptBooking
  act: 'cancel' | 'move' | 'edit' | 'swap' | 'exchange' | 'excuse'
  /** Where it is to be moved; null: nowhere, or each of several elsewhere. */
  to: SeatSpan | null
  /** What was written before and came to nothing. */
  first: string
  answer: (reason: string | null) => void
}

/** The question that stands over the page, if any. */
export const useAskedReason = create<{ asked: AskedReason | null }>()(() => ({ asked: null }))

/** A reason that was given, and the act refused all the same: another's change came first, or the hub is away. */
let untaken: { readonly bookingId: Id; readonly reason: string } | null = null

/** Asks why somebody else's booking is to be changed; null: it is left as it is. */
export function askReason(
  booking: KeptBooking,
  act: AskedReason['act'],
  to: SeatSpan | null = null,
): Promise<string | null> {
  leaveReason()
  const first = untaken?.bookingId === booking.id ? untaken.reason : ''
  return new Promise((answer) => useAskedReason.setState({ asked: { booking, act, to, first, answer } }))
}

/** What became of the act: refused, its reason stands there when it is asked for again. */
export function reasonTaken(bookingId: Id, reason: string, isTaken: boolean): void {
  untaken = isTaken ? null : { bookingId, reason }
}

export function giveReason(reason: string | null): void {
  const { asked } = useAskedReason.getState()
  useAskedReason.setState({ asked: null })
  asked?.answer(reason)
}

/** Nothing is changed: the page was left, or something else is asked. */
export const leaveReason = (): void => giveReason(null)
