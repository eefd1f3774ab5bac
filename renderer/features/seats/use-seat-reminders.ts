import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { client, onEvent } from '../../lib/client.ts'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { timeOfDay, timeRange } from '../../lib/formats.ts'
import { textsOf } from '../../lib/i18n.ts'
import { seatRoomNow } from '../../lib/seat-rooms.ts'
import { dismissNotice, notify } from '../../ui/notices.ts'
import { useTodayPage } from './use-today-page.ts'

const LOOK_AGAIN_MS = 20_000

/** Where no desktop reminds of my seats, or it could not, the window does. */
export function useSeatReminders(): void {
  const { isLookedAt, show } = useTodayPage()
  const shell = useQuery(workspaceStatus).data?.shell
  useEffect(() => {
    if (shell === undefined) return
    const isAlone = shell === 'browser'
    const standing = new Map<Booking, number>()
    const takeAway = async () => {
      for (const [booking, noticeId] of standing)
        if (!(await isStillToCome(booking))) {
          dismissNotice(noticeId)
          standing.delete(booking)
        }
    }
    const tell = async () => {
      const due = await client.bookings.dueReminders({})
      for (const booking of due.ok ? due.value : []) {
        // Another window may be about to say the same.
        const told = await client.bookings.reminded({ bookingId: booking.id })
        // Who looks at today reads it there, in large letters: a notice would only stand before what is due.
        const isRead = isLookedAt()
        if (told.ok && told.value.isFirst && !isRead) standing.set(booking, remind(booking, show))
      }
    }
    const look = async () => {
      await takeAway()
      if (isAlone) await tell()
    }
    const stopHearing = onEvent((event) => {
      if (event.kind === 'remindOfSeats') void tell()
      if (event.kind !== 'changed') return
      if (event.topics.includes('bookings') || event.topics.includes('settings')) void look()
    })
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    void look()
    return () => {
      stopHearing()
      clearInterval(timer)
    }
  }, [shell, isLookedAt, show])
}

/** Not once somebody sits there, it was moved or cancelled, or it is over: then the reminder asks for nothing any more. */
async function isStillToCome({ id, personId, seatId, startsAt }: Booking): Promise<boolean> {
  const upcoming = await client.bookings.upcoming({ personId })
  if (!upcoming.ok) return true
  return upcoming.value.some(
    (now) => now.id === id && now.state === 'booked' && now.seatId === seatId && now.startsAt === startsAt,
  )
}

function remind(booking: Booking, show: () => void): number {
  const texts = () => textsOf('seats')
  return notify({
    tone: 'info',
    stays: true,
    // The clock time, not the minutes left: the notice stands for a while, and stays true.
    title: () =>
      texts()(`reminder.${booking.purpose}`, { time: timeOfDay(booking.startsAt, seatRoomNow(booking).place) }),
    hint: () => {
      const { place, named } = seatRoomNow(booking)
      const time = timeRange(booking.startsAt, booking.endsAt, place)
      return named(texts()('reminder.where', { seat: booking.seatNumber, time }))
    },
    action: { label: () => texts()('reminder.show'), run: show },
  })
}
