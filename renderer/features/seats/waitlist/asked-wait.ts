import { create } from 'zustand'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, PlainDate, TimeOfDay } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { type Place, wallTime } from '../../../lib/formats.ts'

/** What the form begins with. */
export interface AskedWait {
  date: PlainDate
  /** Null: from opening to closing. */
  from: TimeOfDay | null
  to: TimeOfDay | null
  minutes: number | null
  /** The one that was pressed; null: any will do. */
  seatId: Id | null
  personId: Id | null
  companionId: Id | null
  purpose: Purpose
}

/** The form that stands over the page, if any. */
export const useAskedWait = create<{ asked: AskedWait | null }>()(() => ({ asked: null }))

export const askToWait = (asked: AskedWait): void => useAskedWait.setState({ asked })

/** For a place that somebody else has. */
export function askToWaitFor(
  date: PlainDate,
  { seatId, startsAt, endsAt }: SeatSpan,
  room: Place,
  who: Pick<AskedWait, 'personId' | 'companionId' | 'purpose'> = NOBODY,
): void {
  const [from, to] = [wallTime(startsAt, room), wallTime(endsAt, room)]
  const minutes = (msOf(endsAt) - msOf(startsAt)) / 60_000
  askToWait({ date, from, to: to === '00:00' ? '24:00' : to, minutes, seatId, ...who })
}

const NOBODY = { personId: null, companionId: null, purpose: 'listen' } as const

export const leaveWait = (): void => useAskedWait.setState({ asked: null })
