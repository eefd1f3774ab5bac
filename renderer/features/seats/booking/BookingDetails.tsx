import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { decideCancel, decideCheckIn } from '../../../../shared/domain/seats/bookings.ts'
import { isMissed, standInOf } from '../../../../shared/domain/seats/no-shows.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { dateIn, timeOn } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { PurposeIcon } from '../board/BookingCell.tsx'
import { bookerOf, hasStarted, isMine, isOver } from '../board/cell-names.ts'
import { CardHistory } from '../history/CardHistory.tsx'
import { MissedActs } from '../missed/MissedActs.tsx'
import { cancel, checkIn, saveCalendarFile, startListening } from '../seats.actions.ts'
import { SeriesPart } from '../series/SeriesPart.tsx'
import { CardSwaps } from '../swap/CardSwaps.tsx'
import { choose } from '../swap/swap.actions.ts'
import styles from './Popovers.module.css'

export interface BookingDetailsProps {
  booking: Booking
  me: Id | null
  now: Instant
  onListen: (sessionId: Id) => void
  onEdit: () => void
  onMove: () => void
  onClose: () => void
}

/** Who, what for, with whom, how far; and every act, each with its key. */
export function BookingDetails({ booking, me, now, onListen, onEdit, onMove, onClose }: BookingDetailsProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const mayForBoth = useMay('swaps.exchange')
  const person = useQuery(everybody).data?.find(({ id }) => id === booking.personId)
  // Two people may share a name, and even a department.
  const told = [person?.department ?? '', person?.employeeNumber ?? ''].filter((part) => part !== '').join(' · ')
  const booker = bookerOf(booking)
  const seated = decideCheckIn(now, booking)
  const can = {
    checkIn: seated === null && (booking.state === 'booked' || booking.satById !== null),
    start: seated === null,
    edit: !isOver(booking, now),
    move: !isOver(booking, now) && !hasStarted(booking, now),
    cancel: decideCancel(now, booking) === null,
    swap: booking.state === 'booked' && booking.startsAt > now,
    standIn: seated === null && me !== null && standInOf(booking, me) !== null && booking.satById !== me,
  }
  const act = {
    checkIn: () => void checkIn(booking),
    standIn: () => void checkIn(booking, me),
    swap: () => {
      onClose()
      void choose(booking, mayForBoth)
    },
    start: () => void startListening(booking, onListen),
    cancel: () => {
      onClose()
      void cancel(booking)
    },
  }
  // The page's keys rest under an open window; these act here the same.
  useKeys('seats', {
    'seats.checkIn': () => (can.checkIn ? act.checkIn() : false),
    'seats.start': () => (can.start ? act.start() : false),
    'seats.edit': () => (can.edit ? onEdit() : false),
    'seats.reschedule': () => (can.move ? onMove() : false),
    'seats.calendarFile': () => void saveCalendarFile(booking),
    'seats.swap': () => (can.swap ? act.swap() : false),
    'seats.standIn': () => (can.standIn ? act.standIn() : false),
    'seats.cancel': () => (can.cancel ? act.cancel() : false),
  })
  const chords = {
    checkIn: useChord('seats.checkIn'),
    start: useChord('seats.start'),
    edit: useChord('seats.edit'),
    move: useChord('seats.reschedule'),
    calendarFile: useChord('seats.calendarFile'),
    swap: useChord('seats.swap'),
    standIn: useChord('seats.standIn'),
    cancel: useChord('seats.cancel'),
  }

  return (
    <div className={styles.details}>
      <p className={styles.who}>
        <strong>{booking.personName}</strong>
        {told === '' ? null : <span className={styles.department}>{told}</span>}
        {isMine(booking, me) ? <Badge tone="accent">{t('me')}</Badge> : null}
      </p>
      <dl className={styles.facts}>
        <dt>{t('ask.purpose')}</dt>
        <dd className={styles.purpose}>
          <PurposeIcon purpose={booking.purpose} />
          {t(`purpose.${booking.purpose}`)}
        </dd>
        <dt>{t('ask.companion')}</dt>
        <dd>{booking.companionName ?? t('ask.companionNone')}</dd>
        {booker === null ? null : (
          <>
            <dt>{t('forOthers.bookedBy')}</dt>
            <dd>{booker}</dd>
          </>
        )}
        <dt>{t('details.state')}</dt>
        <dd>
          <StateWords booking={booking} now={now} />
          {booking.walkUpOf === null ? null : <> {t('missed.walkUp')}</>}
          {booking.satByName === null ? null : <> {t('standIn.satBy', { name: booking.satByName })}</>}
        </dd>
      </dl>
      <CardSwaps bookingId={booking.id} />
      {isMissed(booking) ? <MissedActs booking={booking} me={me} now={now} /> : null}
      {isOver(booking, now) ? null : (
        <>
          {seated === 'too_early' ? (
            <p className={styles.note}>
              <Whole
                words={t('details.opensAt', {
                  time: timeOn(dateIn(now, place.timeZone), booking.checkInOpensAt, place),
                })}
              />
            </p>
          ) : null}
          <div className={styles.main}>
            <Button
              tone={can.start ? 'primary' : 'default'}
              chord={chords.start}
              disabled={!can.start}
              onClick={act.start}
              data-autofocus={can.start || undefined}
            >
              {t('act.start')}
            </Button>
            {booking.state === 'booked' || booking.satById !== null ? (
              <Button chord={chords.checkIn} disabled={!can.checkIn} onClick={act.checkIn}>
                {t('act.checkIn')}
              </Button>
            ) : null}
            {can.standIn ? (
              <Button chord={chords.standIn} onClick={act.standIn}>
                {t('standIn.act')}
              </Button>
            ) : null}
          </div>
          <div className={styles.others}>
            <Button
              size="small"
              tone="quiet"
              chord={chords.edit}
              onClick={onEdit}
              data-autofocus={!can.start || undefined}
            >
              {t('act.edit')}
            </Button>
            <Button size="small" tone="quiet" chord={chords.move} disabled={!can.move} onClick={onMove}>
              {t('act.move')}
            </Button>
            <Button size="small" tone="quiet" chord={chords.swap} disabled={!can.swap} onClick={act.swap}>
              {t('swap.act')}
            </Button>
            <Button
              size="small"
              tone="quiet"
              chord={chords.calendarFile}
              onClick={() => void saveCalendarFile(booking)}
            >
              {t('act.calendarFile')}
            </Button>
            <Button size="small" tone="quiet" chord={chords.cancel} disabled={!can.cancel} onClick={act.cancel}>
              {t('act.cancel')}
            </Button>
          </div>
        </>
      )}
      {booking.seriesId === null ? null : (
        <SeriesPart booking={booking} seriesId={booking.seriesId} now={now} onClose={onClose} />
      )}
      <CardHistory bookingId={booking.id} />
    </div>
  )
}

function StateWords({ booking, now }: { booking: Booking; now: Instant }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  if (booking.state === 'checked_in' && booking.checkedInAt !== null)
    return (
      <Badge tone="praise">
        {t('details.checkedInAt', {
          time: timeOn(dateIn(booking.startsAt, place.timeZone), booking.checkedInAt, place),
        })}
      </Badge>
    )
  if (booking.state === 'booked' && booking.endsAt <= now) return <>{t('details.overUnused')}</>
  return <>{t(`state.${booking.state}`)}</>
}
