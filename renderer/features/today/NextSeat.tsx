import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { upcomingBookings } from '../../lib/common-queries.ts'
import { openFindSeat } from '../../lib/find-seat-store.ts'
import { dateIn, dayName, timeRange } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { useSeatRooms } from '../../lib/seat-rooms.ts'
import { useChord } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './NextSeat.module.css'
import { isTakenOver } from './today.actions.ts'

/** Up to this long before, the countdown runs by seconds; in words, as 22:22 is a time of the evening too. */
const SECONDS_FROM_MS = 60 * 60_000

export interface NextSeatProps {
  me: Id | null
  running: Session | null
  onStart: (booking: Booking | null) => void
  onCheckIn: (booking: Booking) => void
}

/** The one thing to do next: go on listening, sit down, or how long until the seat is mine. */
export function NextSeat({ me, running, onStart, onCheckIn }: NextSeatProps) {
  const { t } = useTranslation('today')
  const booking = (useQuery(upcomingBookings(me)).data ?? [])[0]
  const startChord = useChord('today.start')
  const findChord = useChord('go.findSeat')
  if (running !== null)
    return (
      <section className={styles.card} data-live>
        <p className={styles.label}>{t('next.running')}</p>
        <p className={styles.big}>{running.listenerName ?? t('next.someone')}</p>
        <p className={styles.detail}>
          {t('next.runningDetail', { calls: running.callCount, notes: running.noteCount })}
        </p>
        <Button tone="primary" size="large" chord={startChord} onClick={() => onStart(null)}>
          {t('next.goOn')}
        </Button>
      </section>
    )
  if (booking === undefined)
    return (
      <section className={styles.card}>
        <p className={styles.label}>{t('next.label')}</p>
        <p className={styles.big}>{t('next.none')}</p>
        <p className={styles.detail}>
          {me === null ? t('next.whoFirst') : t('next.noneHint')}{' '}
          <Link to={me === null ? '/settings' : '/seats'}>
            {me === null ? t('next.toSettings') : t('next.toSeats')}
          </Link>
        </p>
        <div className={styles.acts}>
          <Button tone="primary" size="large" chord={startChord} onClick={() => onStart(null)}>
            {t('next.walkUp')}
          </Button>
          {me === null ? null : (
            <Button tone="quiet" chord={findChord} onClick={openFindSeat}>
              {t('next.find')}
            </Button>
          )}
        </div>
      </section>
    )
  return <NextBooking booking={booking} me={me} onStart={() => onStart(booking)} onCheckIn={() => onCheckIn(booking)} />
}

function NextBooking({
  booking,
  me,
  onStart,
  onCheckIn,
}: {
  booking: Booking
  me: Id | null
  onStart: () => void
  onCheckIn: () => void
}) {
  const { t } = useTranslation('today')
  const { place, named } = useSeatRooms()(booking)
  const now = useNow(1_000)
  const untilMs = Date.parse(booking.startsAt) - Date.parse(now)
  const date = dateIn(booking.startsAt, place.timeZone)
  const isToday = date === dateIn(now, place.timeZone)
  const isMissed = booking.state === 'no_show' || booking.state === 'excused'
  const mayCheckIn =
    (booking.state === 'booked' || isMissed || isTakenOver(booking, me)) && now >= booking.checkInOpensAt
  return (
    <section className={styles.card} data-soon={now >= booking.checkInOpensAt || undefined}>
      <p className={styles.label}>{t('next.label')}</p>
      <p className={styles.countdown} role="timer">
        {countdown()}
      </p>
      <p className={styles.detail}>
        <strong>{named(t('next.seat', { number: booking.seatNumber }))}</strong>
        <span className="figures">
          {isToday ? t('next.today') : dayName(date, place)} {timeRange(booking.startsAt, booking.endsAt, place)}
        </span>
        <span>{t(`next.purpose.${booking.purpose}`)}</span>
        {booking.companionName === null ? null : <span>{t('next.with', { name: booking.companionName })}</span>}
        {booking.bookedByName === null || booking.bookedById === booking.personId ? null : (
          <span>{t('bookings.by', { name: booking.bookedByName })}</span>
        )}
        {booking.satByName !== null ? (
          <span>{t('bookings.satBy', { name: booking.satByName })}</span>
        ) : booking.state === 'checked_in' ? (
          <span className={styles.checkedIn}>{t('next.checkedIn')}</span>
        ) : null}
      </p>
      {isMissed ? <p className={styles.detail}>{t('next.late')}</p> : null}
      <div className={styles.acts}>
        <Button
          tone="primary"
          size="large"
          chord={useChord('today.start')}
          onClick={onStart}
          disabled={!mayCheckIn && booking.state !== 'checked_in'}
        >
          {t('next.start')}
        </Button>
        <Button tone="quiet" chord={useChord('today.checkIn')} onClick={onCheckIn} disabled={!mayCheckIn}>
          {t('next.checkIn')}
        </Button>
        <Button tone="quiet" chord={useChord('go.findSeat')} onClick={openFindSeat}>
          {t('next.find')}
        </Button>
      </div>
    </section>
  )

  function countdown() {
    if (untilMs <= 0) return t('next.now')
    if (untilMs < SECONDS_FROM_MS) {
      const [minutes, seconds] = [Math.floor(untilMs / 60_000), Math.floor(untilMs / 1_000) % 60]
      return t('next.inMinutes', { minutes, seconds: String(seconds).padStart(2, '0') })
    }
    const hours = Math.floor(untilMs / 3_600_000)
    if (hours < 24) {
      const minutes = Math.floor(untilMs / 60_000) % 60
      return minutes === 0 ? t('next.inWholeHours', { hours }) : t('next.inHours', { hours, minutes })
    }
    const days = Math.floor(hours / 24)
    return hours % 24 === 0 ? t('next.inWholeDays', { days }) : t('next.inDays', { days, hours: hours % 24 })
  }
}
