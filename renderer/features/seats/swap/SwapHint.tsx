import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, KeptBooking } from '../../../../shared/contract/seats/bookings.ts'
import { Whole } from '../../../ui/Whole.tsx'
import { tellGone } from '../booking/tell-gone.ts'
import { bookingName } from '../seats.actions.ts'
import { historyOf } from '../seats.queries.ts'
import styles from './SwapHint.module.css'
import { forgetPick, useSwapPick } from './swap-pick.ts'

/** One is taken up, the other is still to be chosen: said as long as it is so, on whatever day or week. */
export function SwapHint() {
  const { t } = useTranslation('seats')
  const first = useSwapPick((state) => state.first)
  usePutDownGone(first)
  if (first === null) return null
  return (
    <p className={styles.hint} role="status">
      <Whole words={t('swap.choose', { name: first.personName, place: bookingName(first) })} />
    </p>
  )
}

/** What somebody moved or took away meanwhile is not there to be swapped any more. */
function usePutDownGone(first: Booking | null): void {
  const last = useQuery({ ...historyOf(first?.id ?? null), enabled: first !== null }).data?.[0]?.booking
  const isGone = first !== null && last?.id === first.id && last.version > first.version && !isAt(first, last)
  useEffect(() => {
    if (!isGone || first === null) return
    forgetPick()
    void tellGone(first, 'swap')
  }, [isGone, first])
}

const isAt = (first: Booking, now: KeptBooking): boolean =>
  now.state !== 'cancelled' &&
  now.seatId === first.seatId &&
  now.startsAt === first.startsAt &&
  now.endsAt === first.endsAt
