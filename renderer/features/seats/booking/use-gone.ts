import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Booking, KeptBooking } from '../../../../shared/contract/seats/bookings.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { historyOf } from '../seats.queries.ts'
import { type Hand, tellGone } from './tell-gone.ts'

/** What somebody moved or took away while it was in the hand is put down, on whatever day it went, and who did what is told. */
export function useGone(held: Booking | null, hand: Hand, putDown: () => void): void {
  const last = useQuery({ ...historyOf(held?.id ?? ''), enabled: held !== null }).data?.[0]?.booking
  const isGone = held !== null && last?.id === held.id && last.version > held.version && !isAt(held, last)
  const leave = useStable(putDown)
  useEffect(() => {
    if (!isGone || held === null) return
    leave()
    void tellGone(held, hand)
  }, [isGone, held, hand, leave])
}

const isAt = (held: Booking, now: KeptBooking): boolean =>
  now.state !== 'cancelled' &&
  now.seatId === held.seatId &&
  now.startsAt === held.startsAt &&
  now.endsAt === held.endsAt
