import { useEffect } from 'react'
import type { Reminder } from '../../../shared/contract/seats/reminders.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { client, onEvent } from '../../lib/client.ts'
import { timeOn, timeRange } from '../../lib/formats.ts'
import { textsOf } from '../../lib/i18n.ts'
import { todayIn } from '../../lib/now.ts'
import { seatRoomNow } from '../../lib/seat-rooms.ts'
import { notify } from '../../ui/notices.ts'
import { inSightFirst } from './in-sight-first.ts'
import { standingNotices } from './standing-notices.ts'
import { useTodayPage } from './use-today-page.ts'
import { whoSitsHere } from './who-sits-here.ts'

const LOOK_AGAIN_MS = 20_000

interface ToldReminder extends Reminder {
  readonly toldTo: Id | null
}

/** What the system could not show of my seats the window says; and takes away what is none any more. */
export function useSeatReminders(): void {
  const { isLookedAt, show } = useTodayPage()
  useEffect(() => {
    const standing = standingNotices<ToldReminder>(
      'reminders told',
      (reminder) => remind(reminder, show),
      isStillToCome,
    )
    const takeAway = () => standing.keepOnly(isStillToCome)
    const tell = async () => {
      await inSightFirst()
      const toldTo = await whoSitsHere()
      const due = await client.reminders.due({})
      for (const reminder of due.ok ? due.value : []) {
        // Of whoever sat here a moment before: it is due to them still, and whoever sits here now has seen nothing.
        if ((await whoSitsHere()) !== toldTo) return
        // Another window may be about to say the same.
        const told = await client.reminders.told({ bookingId: reminder.id, kind: reminder.kind })
        // Who looks at today reads it there, in large letters: a notice would only stand before what is due.
        const isRead = isLookedAt()
        if (!told.ok || !told.value.isFirst || isRead) continue
        await standing.keepOnly((earlier) => earlier.id !== reminder.id)
        standing.add({ ...reminder, toldTo })
        void client.ownNews.shown({ own: [{ kind: 'details', ofId: reminder.id }] })
      }
      // What changed while it was told was heard before there was a notice to take away.
      await takeAway()
    }
    const stopHearing = onEvent((event) => {
      if (event.kind === 'remindOfSeats') void tell()
      if (event.kind !== 'changed') return
      if (event.topics.includes('bookings') || event.topics.includes('settings')) void takeAway()
    })
    const timer = setInterval(() => void takeAway(), LOOK_AGAIN_MS)
    return () => {
      stopHearing()
      standing.stop()
      clearInterval(timer)
    }
  }, [isLookedAt, show])
}

/** Not once somebody sits there, it was moved or cancelled, or it is over: then the reminder asks for nothing any more; nor of whoever sits here after them. */
async function isStillToCome({ id, personId, seatId, startsAt, toldTo }: ToldReminder): Promise<boolean> {
  const me = await whoSitsHere()
  if (me !== null && me !== toldTo) return false
  const upcoming = await client.bookings.upcoming({ personId })
  if (!upcoming.ok) return true
  return upcoming.value.some(
    (now) => now.id === id && now.state === 'booked' && now.seatId === seatId && now.startsAt === startsAt,
  )
}

function remind(reminder: Reminder, show: () => void): number {
  const { purpose, seatNumber, startsAt, endsAt } = reminder
  const texts = () => textsOf('seats')
  const room = () => seatRoomNow(reminder)
  return notify({
    tone: 'info',
    stays: true,
    // The clock time, not the minutes left: the notice stands for a while, and stays true.
    title: () => {
      const { place, timed } = room()
      return texts()(`reminder.${purpose}`, { time: timed(timeOn(todayIn(place), startsAt, place)) })
    },
    hint: () => {
      const { place, named } = room()
      return named(texts()('reminder.where', { seat: seatNumber, time: timeRange(startsAt, endsAt, place) }))
    },
    action: { label: () => texts()('reminder.show'), run: show },
  })
}
