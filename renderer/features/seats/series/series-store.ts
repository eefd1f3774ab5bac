import { create } from 'zustand'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'

/** The first booking of a series that is being thought about. */
export interface AskedSeries {
  readonly place: SeatSpan
  readonly personId: Id
  readonly companionId: Id | null
  readonly purpose: Purpose
}

/** The series that is asked about over the page, if any. */
export const useAskedSeries = create<{ asked: AskedSeries | null }>()(() => ({ asked: null }))

export const askSeries = (asked: AskedSeries | null): void => useAskedSeries.setState({ asked })
