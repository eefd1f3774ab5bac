import { useEffect } from 'react'
import type { DueOffer } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client, onEvent } from '../../../lib/client.ts'
import { dateIn, dayName, dayTime, timeRange } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { notify } from '../../../ui/notices.ts'
import { inSightFirst } from '../in-sight-first.ts'
import { standingNotices } from '../standing-notices.ts'
import { useTodayPage } from '../use-today-page.ts'
import { whoSitsHere } from '../who-sits-here.ts'
import { dismissEndedWaits } from './waitlist.actions.ts'

interface ToldOffer {
  readonly offer: DueOffer
  readonly toldTo: Id | null
}

/** A place that is held for me, or was taken for me, or for one for whom I answer, where the system could not show it: told once of all my desks and windows, and asked no more once it is held no more. */
export function useOfferNotices(): void {
  const { isLookedAt, show } = useTodayPage()
  useEffect(() => {
    const standing = standingNotices<ToldOffer>('offers told', ({ offer }) => tellOf(offer, show), isStillTold)
    const takeAway = () => standing.keepOnly(isStillTold)
    const tell = async () => {
      await inSightFirst()
      const toldTo = await whoSitsHere()
      const due = await client.waitlist.dueOffers({})
      for (const offer of due.ok ? due.value : []) {
        // Of whoever sat here a moment before: it is due to them still, wherever they sit next.
        if ((await whoSitsHere()) !== toldTo) return
        const told = await client.waitlist.told({ offerId: offer.id })
        // Who looks at today reads what is held there.
        const isRead = offer.state === 'open' && isLookedAt()
        if (!told.ok || !told.value.isFirst || isRead) continue
        standing.add({ offer, toldTo })
      }
      // What changed while it was told was heard before there was a notice to take away.
      await takeAway()
    }
    const stopHearing = onEvent((event) => {
      if (event.kind === 'remindOfSeats') void tell()
      if (event.kind !== 'changed') return
      if (event.topics.includes('waitlist')) void dismissEndedWaits()
      if (event.topics.includes('waitlist') || event.topics.includes('settings')) void takeAway()
    })
    return () => {
      stopHearing()
      standing.stop()
    }
  }, [isLookedAt, show])
}

/** What is held not once it was answered, here or at another desk, or its time went by; nothing to whoever sits here after them. */
async function isStillTold({ offer: { id, personId, state }, toldTo }: ToldOffer): Promise<boolean> {
  const me = await whoSitsHere()
  if (me !== null && me !== toldTo) return false
  if (state !== 'open') return true
  const waits = await client.waitlist.mine({ personId: toldTo ?? personId })
  return !waits.ok || waits.value.some(({ offer }) => offer?.id === id)
}

function tellOf(offer: DueOffer, show: () => void): number {
  const texts = () => textsOf('waitlist')
  const { isMine, personName: name, seatId, expiresAt } = offer
  const now = instantNow()
  // As the notification of the system says it.
  const until = () => {
    const { place, timed } = seatRoomNow({ seatId, startsAt: expiresAt })
    return timed(dayTime(expiresAt, place, now))
  }
  return notify({
    tone: 'info',
    stays: true,
    title: () =>
      offer.state === 'open'
        ? texts()(isMine ? 'notice.held' : 'notice.heldFor', { name, seat: offer.seatNumber, until: until() })
        : texts()(isMine ? 'notice.taken' : 'notice.takenFor', { name, seat: offer.seatNumber }),
    hint: () => {
      const { place, named } = seatRoomNow(offer)
      const day = dayName(dateIn(offer.startsAt, place.timeZone), place)
      return named(texts()('notice.when', { day, time: timeRange(offer.startsAt, offer.endsAt, place) }))
    },
    action: { label: () => texts()('notice.show'), run: show },
  })
}
