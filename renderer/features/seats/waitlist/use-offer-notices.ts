import { useEffect } from 'react'
import type { Offer } from '../../../../shared/contract/seats/waitlist.ts'
import { client, onEvent } from '../../../lib/client.ts'
import { dateIn, dayName, dayTime, timeRange } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { notify } from '../../../ui/notices.ts'
import { useTodayPage } from '../use-today-page.ts'

/** A place that is held for me, or was taken for me, where the system could not show it: told once of all my desks and windows. */
export function useOfferNotices(): void {
  const { isLookedAt, show } = useTodayPage()
  useEffect(() => {
    const tell = async () => {
      const due = await client.waitlist.dueOffers({})
      for (const offer of due.ok ? due.value : []) {
        const told = await client.waitlist.told({ offerId: offer.id })
        // Who looks at today reads what is held there.
        const isRead = offer.state === 'open' && isLookedAt()
        if (told.ok && told.value.isFirst && !isRead) tellOf(offer, show)
      }
    }
    return onEvent((event) => {
      if (event.kind === 'remindOfSeats') void tell()
    })
  }, [isLookedAt, show])
}

function tellOf(offer: Offer, show: () => void): void {
  const texts = () => textsOf('waitlist')
  const now = instantNow()
  notify({
    tone: 'info',
    stays: true,
    title: () =>
      offer.state === 'open'
        ? texts()('notice.held', {
            seat: offer.seatNumber,
            until: dayTime(offer.expiresAt, seatRoomNow(offer).place, now),
          })
        : texts()('notice.taken', { seat: offer.seatNumber }),
    hint: () => {
      const { place, named } = seatRoomNow(offer)
      const day = dayName(dateIn(offer.startsAt, place.timeZone), place.language)
      return named(texts()('notice.when', { day, time: timeRange(offer.startsAt, offer.endsAt, place) }))
    },
    action: { label: () => texts()('notice.show'), run: show },
  })
}
