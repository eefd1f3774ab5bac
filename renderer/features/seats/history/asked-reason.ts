import { create } from 'zustand'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'

interface AskedReason {
  booking: Booking
  act: 'cancel' | 'move'
  answer: (reason: string | null) => void
}

/** The question that stands over the page, if any. */
export const useAskedReason = create<{ asked: AskedReason | null }>()(() => ({ asked: null }))

/** Asks why somebody else's booking is to be changed; null: it is left as it is. */
export function askReason(booking: Booking, act: AskedReason['act']): Promise<string | null> {
  leaveReason()
  return new Promise((answer) => useAskedReason.setState({ asked: { booking, act, answer } }))
}

export function giveReason(reason: string | null): void {
  const { asked } = useAskedReason.getState()
  useAskedReason.setState({ asked: null })
  asked?.answer(reason)
}

/** Nothing is changed: the page was left, or something else is asked. */
export const leaveReason = (): void => giveReason(null)
