import { create } from 'zustand'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, PlainDate, TimeOfDay } from '../../../../shared/contract/values.ts'

/** What the form begins with. */
export interface AskedWait {
  date: PlainDate
  /** Null: from opening to closing. */
  from: TimeOfDay | null
  to: TimeOfDay | null
  minutes: number | null
  personId: Id | null
  companionId: Id | null
  purpose: Purpose
}

/** The form that stands over the page, if any. */
export const useAskedWait = create<{ asked: AskedWait | null }>()(() => ({ asked: null }))

export const askToWait = (asked: AskedWait): void => useAskedWait.setState({ asked })

export const leaveWait = (): void => useAskedWait.setState({ asked: null })
