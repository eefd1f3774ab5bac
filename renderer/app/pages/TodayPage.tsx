import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { OpenSeat } from '../../../shared/contract/seats/walk-ups.ts'
import { MyDuty } from '../../features/duty/passport/MyDuty.tsx'
import { DrillDue } from '../../features/life-channel/drill/DrillDue.tsx'
import { TodayDraws } from '../../features/seats/draw/TodayDraws.tsx'
import { NextFree } from '../../features/seats/find/NextFree.tsx'
import { takeSeat } from '../../features/seats/missed/missed.actions.ts'
import { openSeats } from '../../features/seats/missed/missed-queries.ts'
import { TodayOpenSeats } from '../../features/seats/missed/TodayOpenSeats.tsx'
import { TodayNews } from '../../features/seats/news/TodayNews.tsx'
import { TodaySwaps } from '../../features/seats/swap/TodaySwaps.tsx'
import { MyWaits } from '../../features/seats/waitlist/MyWaits.tsx'
import { DueTickets } from '../../features/today/DueTickets.tsx'
import { MadeForOthers, MyBookings } from '../../features/today/MyBookings.tsx'
import { NextSeat } from '../../features/today/NextSeat.tsx'
import { checkIn, isTakenOver, sitDown } from '../../features/today/today.actions.ts'
import { Unfinished } from '../../features/today/Unfinished.tsx'
import { currentSession, upcomingBookings } from '../../lib/common-queries.ts'
import { dateIn, fullDayName } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSettings } from '../../lib/settings.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { walkRows } from '../../ui/walk-list.ts'
import { CalendarFolderNotice } from '../CalendarFolderNotice.tsx'
import { useHalfDone } from '../use-half-done.ts'
import styles from './TodayPage.module.css'

/** What all desks share of it. */
const SHOWN = [
  ['tickets'],
  ['sessions', 'list'],
  ['bookings'],
  ['waitlist'],
  ['draws'],
  ['passports'],
  ['lifeChannel', 'drillDue'],
]

/** Where the day begins: my seat, what is due, what was left half done. */
export function TodayPage() {
  const { t } = useTranslation('today')
  const place = usePlace()
  const navigate = useNavigate()
  const me = useSettings()?.me ?? null
  const today = dateIn(useNow(60_000), place.timeZone)
  const running = useQuery(currentSession).data ?? null
  const booking = (useQuery(upcomingBookings(me)).data ?? [])[0]

  const open = (useQuery(openSeats).data ?? [])[0]
  const openHalfDone = useHalfDone('/today')

  /** Whether a session began by it. */
  const start = async (from: Booking | null): Promise<boolean> => {
    const session = running === null && from !== null ? await sitDown(from, me) : running
    if (session !== null || from === null) await navigate(session === null ? '/listen' : `/listen/${session.id}`)
    return running === null && session !== null
  }
  /** The seat is taken first: whoever else is on the way to it is told. */
  const sitOn = (seat: OpenSeat) => takeSeat(seat, me, 'listen', start)
  const panels = useRef<HTMLDivElement>(null)
  const walk = (by: 1 | -1) => walkRows(panels.current, 'li', by)
  useKeys('today', {
    'today.down': () => walk(1),
    'today.up': () => walk(-1),
    'today.start': () => void start(booking ?? null),
    'today.walkUp': () => void (open === undefined || running !== null ? start(null) : sitOn(open)),
    'today.halfDone': openHalfDone,
    'today.checkIn': () => {
      // Whoever comes along does not come instead of somebody.
      const isOthers = booking !== undefined && booking.satById !== null && !isTakenOver(booking, me)
      return booking === undefined || isOthers ? false : void checkIn(booking)
    },
  })
  return (
    <div className="fill">
      <PageHeader shows={SHOWN} title={t('page.title')} sub={fullDayName(today, place.language)} />
      <div ref={panels} className={`columns ${styles.columns}`}>
        <div className={styles.left}>
          <TodayNews me={me} />
          <NextSeat
            me={me}
            running={running}
            onStart={(from) => void start(from)}
            onCheckIn={(from) => void checkIn(from)}
          />
          <TodayOpenSeats onTake={(seat) => void sitOn(seat)} />
          <TodaySwaps />
          {me === null ? null : <MyWaits me={me} />}
          <TodayDraws me={me} />
          <MyBookings me={me} />
          <CalendarFolderNotice />
          {me === null ? null : <MadeForOthers me={me} />}
          {me === null ? null : <MyDuty me={me} seats={<NextFree me={me} />} />}
          {me === null ? null : <DrillDue />}
        </div>
        <DueTickets />
        <div className={styles.rest}>
          <Unfinished />
        </div>
      </div>
    </div>
  )
}
