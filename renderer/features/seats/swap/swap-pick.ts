import { create } from 'zustand'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'

/** The first of the two that are to change places; it waits for the second, on whatever day. */
export const useSwapPick = create<{ first: Booking | null }>()(() => ({ first: null }))

export const pickFirst = (first: Booking): void => useSwapPick.setState({ first })
export const pickedFirst = (): Booking | null => useSwapPick.getState().first

/** False when none was waiting. */
export function forgetPick(): boolean {
  if (pickedFirst() === null) return false
  useSwapPick.setState({ first: null })
  return true
}
