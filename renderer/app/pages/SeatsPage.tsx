import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import type { Moment } from '../../../shared/domain/seats/find/read-moment.ts'
import { instantAt, weekOf } from '../../../shared/domain/wall-clock.ts'
import { arriveAt, letGo, setMeant, useBoard } from '../../features/seats/board/board-store.ts'
import { DateActions } from '../../features/seats/board/DateActions.tsx'
import { DateHeading } from '../../features/seats/board/DateHeading.tsx'
import { DayView } from '../../features/seats/board/DayView.tsx'
import { DepartmentHeading } from '../../features/seats/board/DepartmentHeading.tsx'
import { RoomHeading } from '../../features/seats/board/RoomHeading.tsx'
import { useGone } from '../../features/seats/booking/use-gone.ts'
import { clock } from '../../features/seats/find/find-words.ts'
import { ReasonDialog } from '../../features/seats/history/ReasonDialog.tsx'
import { leaveSeats } from '../../features/seats/seats.actions.ts'
import { SeriesDialog } from '../../features/seats/series/SeriesDialog.tsx'
import { askSeries } from '../../features/seats/series/series-store.ts'
import { SwapHint } from '../../features/seats/swap/SwapHint.tsx'
import { useSeatsAddress } from '../../features/seats/use-seats-address.ts'
import { DayWaits } from '../../features/seats/waitlist/DayWaits.tsx'
import { JoinDialog } from '../../features/seats/waitlist/JoinDialog.tsx'
import { WeekView } from '../../features/seats/week/WeekView.tsx'
import { weekWords } from '../../features/seats/week/week-words.ts'
import { openFindSeat } from '../../lib/find-seat-store.ts'
import { dateIn, fullDayName } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace, ZoneHere } from '../../lib/place-store.ts'
import { rememberRoom, useRoomHere } from '../../lib/room-here.ts'
import { useSettings } from '../../lib/settings.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import styles from './SeatsPage.module.css'

const MINUTE_MS = 60_000

/** What all desks share of it. */
const SHOWN = [['bookings'], ['waitlist']]

/** A room's seats by day and by week. Day and room are in the address, so they can be linked, gone back to and reloaded. */
export function SeatsPage() {
  const timeZone = useRoomHere().data?.timeZone ?? null
  return (
    <ZoneHere value={timeZone}>
      <SeatsOfRoom />
    </ZoneHere>
  )
}

function SeatsOfRoom() {
  const { t } = useTranslation('seats')
  const { language, timeZone } = usePlace()
  const navigate = useNavigate()
  const me = useSettings()?.me ?? null
  const room = useRoomHere().data
  const now = useNow()
  const today = dateIn(now, timeZone)
  const address = useSeatsAddress(today)
  const { day, view } = address
  useKeys('seats', {
    'seats.find': openFindSeat,
    'seats.previous': address.goBack,
    'seats.next': address.goOn,
    // The week board knows which of its days has the focus, so there these two are its own.
    'seats.today': () => (view === 'week' ? false : address.goToday()),
    'seats.dayView': () => (view === 'week' ? false : address.show('day')),
    'seats.weekView': () => address.show('week'),
  })
  useGone(
    useBoard(({ mode }) => (mode.kind === 'carrying' ? mode.placed.booking : null)),
    'move',
    letGo,
  )
  useEffect(() => leaveSeats, [])
  useEffect(() => () => askSeries(null), [])
  const openRoom = (roomId: Id) => {
    address.openRoom(roomId)
    void rememberRoom(roomId)
  }
  const goTo = ({ day: wanted, minutes, until }: Moment) => {
    const to = wanted ?? day
    if (minutes === null) return address.goTo(to)
    const startsAt = instantAt(to, clock(minutes), timeZone)
    arriveAt({ seatId: null, startsAt })
    setMeant(until === null ? null : { startsAt, endsAt: addMs(startsAt, (until - minutes) * MINUTE_MS) })
    address.openDay(to)
  }
  const shared = { day, today, me, now, onOpenDay: address.openDay }
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={
          <div className={styles.headings}>
            {room === undefined ? null : <RoomHeading room={room} day={day} onPick={openRoom} />}
            <DateHeading words={sub()} day={day} onPick={goTo} />
            <DepartmentHeading
              from={view === 'week' ? (weekOf(day)[0] ?? day) : day}
              to={view === 'week' ? (weekOf(day)[6] ?? day) : day}
              department={address.department}
              onPick={address.lookFor}
            />
          </div>
        }
        actions={
          <>
            {view === 'day' ? <DayWaits day={day} /> : null}
            <DateActions address={address} today={today} />
          </>
        }
      />
      <SwapHint />
      {view === 'day' ? (
        <DayView key={room?.id} {...shared} onListen={(sessionId: Id) => void navigate(`/listen/${sessionId}`)} />
      ) : (
        <WeekView key={room?.id} {...shared} onToday={address.goToday} />
      )}
      <SeriesDialog />
      <ReasonDialog />
      <JoinDialog />
    </div>
  )

  function sub(): string {
    if (view === 'week') return weekWords(t, day, { language })
    const name = fullDayName(day, language)
    return address.isToday ? t('page.todaySub', { date: name }) : name
  }
}
