import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { bookingName } from '../booking/booking-name.ts'

/** Who did what to whose booking; where it was and is stands beside it. */
export function whoDidIt({ what, booking, byName, whose, isSwap }: BookingNews): string {
  const t = textsOf('seats')
  return t(what === 'moved' && isSwap ? 'told.swapped' : `told.${what}`, {
    by: byName ?? t('told.somebody'),
    whose: t(`told.whose.${whose}`, { name: booking.personName }),
  })
}

/** The place that it had, and has; one of them where it is gone, or back. */
export function placesOf({ what, booking, before }: BookingNews): { from: string | null; to: string | null } {
  return {
    from: what === 'back' ? null : bookingName(before, what === 'cancelled' ? before : booking),
    to: what === 'cancelled' ? null : bookingName(booking, what === 'back' ? booking : before),
  }
}

/** Of a swap it is the reason of whoever asked for it, who may be the one that reads it. */
export const whyWords = ({ reason, isSwap }: BookingNews): string =>
  reason === null || reason === ''
    ? textsOf('seats')('told.noReason')
    : textsOf('seats')(isSwap ? 'history.whySwapped' : 'history.why', { reason })
