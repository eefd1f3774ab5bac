import { useQuery } from '@tanstack/react-query'
import { Armchair, Footprints } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { everybody, upcomingBookings } from '../../../lib/common-queries.ts'
import { dateIn, dayName, timeOn, timeRange } from '../../../lib/formats.ts'
import { todayIn, useNow } from '../../../lib/now.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { openByReference, type StartWish, startSession, tellNotBegun } from './listening.actions.ts'
import { SeatWaits } from './SeatWaits.tsx'
import styles from './StartListening.module.css'

export interface StartListeningProps {
  me: Id | null
  /** The call to open as soon as the session runs. */
  reference: string | null
}

/** Nobody sits yet: from a booking, or as a walk-up. */
export function StartListening({ me, reference }: StartListeningProps) {
  const { t } = useTranslation('listen')
  const now = useNow()
  const isEarly = (booking: Booking) => now < booking.checkInOpensAt
  const people = useQuery(everybody).data ?? []
  const bookings = (useQuery(upcomingBookings(me)).data ?? []).slice(0, 3)
  const [listenerId, setListenerId] = useState<Id | null>(me)
  const [purpose, setPurpose] = useState<Purpose>('listen')
  const [starting, setStarting] = useState<StartWish | null>(null)
  const isStarting = (bookingId: Id | null) => starting !== null && starting.bookingId === bookingId

  const start = async (wish: StartWish, booking: Booking | null) => {
    if (starting !== null) return
    setStarting(wish)
    try {
      const answer = await startSession(wish)
      if (!answer.ok) tellNotBegun(answer, booking)
      else if (reference !== null) await openByReference(reference)
    } finally {
      setStarting(null)
    }
  }
  const fromBooking = (booking: Booking) => {
    const { id: bookingId, personId, satById, purpose } = booking
    void start({ bookingId, listenerId: satById ?? personId, purpose }, booking)
  }
  const withoutSeat = () => void start({ bookingId: null, listenerId, purpose }, null)
  const theirs = useQuery(upcomingBookings(listenerId)).data ?? []
  const [waiting, setWaiting] = useState<Booking | null>(null)
  const walkUp = () => {
    const booking = theirs.find((one) => one.state === 'booked' && !isEarly(one) && now < one.endsAt)
    if (booking === undefined) withoutSeat()
    else setWaiting(booking)
  }
  const first = bookings[0]
  useKeys('today', {
    'today.start': () => (first === undefined ? walkUp() : fromBooking(first)),
    'today.walkUp': walkUp,
  })
  const [startChord, walkUpChord] = [useChord('today.start'), useChord('today.walkUp')]

  return (
    <div className={styles.page}>
      {waiting === null ? null : (
        <SeatWaits
          booking={waiting}
          onSitDown={() => {
            setWaiting(null)
            fromBooking(waiting)
          }}
          onElsewhere={() => {
            setWaiting(null)
            withoutSeat()
          }}
          onClose={() => setWaiting(null)}
        />
      )}
      {reference === null ? null : <p className={styles.reference}>{t('start.reference', { reference })}</p>}
      <div className={styles.card}>
        <section className={styles.half} aria-labelledby="from-booking">
          <h2 id="from-booking" className={styles.title}>
            <Armchair aria-hidden="true" /> {t('start.fromBooking')}
          </h2>
          {first === undefined ? (
            <p className={styles.hint}>{me === null ? t('start.whoFirst') : t('start.noBooking')}</p>
          ) : (
            <ul className={styles.bookings}>
              {bookings.map((booking) => (
                <li key={booking.id} className={styles.booking} data-next={booking === first || undefined}>
                  <BookedPlace booking={booking} isEarly={isEarly(booking)} />
                  <Button
                    tone={booking === first && !isEarly(booking) ? 'primary' : 'default'}
                    size={booking === first ? 'normal' : 'small'}
                    chord={booking === first ? startChord : undefined}
                    onClick={() => fromBooking(booking)}
                    disabled={isEarly(booking)}
                    busy={isStarting(booking.id)}
                  >
                    {t('start.sitDown')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className={styles.half} aria-labelledby="walk-up">
          <h2 id="walk-up" className={styles.title}>
            <Footprints aria-hidden="true" /> {t('start.walkUp')}
          </h2>
          <p className={styles.hint}>{t('start.walkUpHint')}</p>
          <div className={styles.form}>
            <SearchSelect
              label={t('start.listener')}
              placeholder={t('start.listenerHint')}
              clearable
              value={listenerId}
              onChange={setListenerId}
              options={peopleOptions(people)}
            />
            <div className={styles.begin}>
              <SegmentedControl<Purpose>
                label={t('start.purpose')}
                value={purpose}
                onChange={setPurpose}
                options={[
                  { value: 'listen', label: t('start.listen') },
                  { value: 'answer', label: t('start.answer') },
                ]}
              />
              <Button
                tone={first === undefined || isEarly(first) ? 'primary' : 'default'}
                chord={walkUpChord}
                onClick={walkUp}
                busy={isStarting(null)}
              >
                {t('start.begin')}
              </Button>
            </div>
          </div>
        </section>
      </div>
    </div>
  )
}

function BookedPlace({ booking, isEarly }: { booking: Booking; isEarly: boolean }) {
  const { t } = useTranslation('listen')
  const { place, named } = useSeatRooms()(booking)
  const date = dateIn(booking.startsAt, place.timeZone)
  return (
    <>
      <span className={styles.when}>
        {date === todayIn(place) ? t('start.today') : dayName(date, place)}{' '}
        <span className="figures">{timeRange(booking.startsAt, booking.endsAt, place)}</span>
        {isEarly ? (
          <span className={styles.early}>
            {t('start.tooEarly', { time: timeOn(todayIn(place), booking.checkInOpensAt, place) })}
          </span>
        ) : null}
      </span>
      <span className={styles.seat}>{named(t('start.seat', { number: booking.seatNumber }))}</span>
    </>
  )
}
