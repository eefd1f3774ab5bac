import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { dateIn, timeOn } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useAnswers } from '../booking/answers-for.ts'
import popovers from '../booking/Popovers.module.css'
import { checkIn } from '../seats.actions.ts'
import { countAgain, excuse, takeSeat } from './missed.actions.ts'
import { openSeats } from './missed-queries.ts'

/** On the card of a booking nobody came to: whoever is late, whoever is there first, and whether it counts. */
export function MissedActs({ booking, me, now }: { booking: Booking; me: Id | null; now: Instant }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const mayExcuse = useMay('noShows.excuse')
  const open = useQuery(openSeats).data?.find(({ bookingId }) => bookingId === booking.id)
  const isGoingOn = booking.endsAt > now
  const answers = useAnswers(me)
  const isOwn = me !== null && (booking.companionId === me || answers(booking))
  const take = () => void (open === undefined ? false : takeSeat(open, me, booking.purpose))
  useKeys('seats', {
    'seats.walkUp': () => (open === undefined || isOwn ? false : take()),
    'seats.checkIn': () => (isGoingOn ? void checkIn(booking) : false),
  })
  const chords = { walkUp: useChord('seats.walkUp'), checkIn: useChord('seats.checkIn') }
  return (
    <>
      {open === undefined ? null : (
        <p className={popovers.note}>
          {t('missed.free', { time: timeOn(dateIn(now, place.timeZone), open.until, place) })}
        </p>
      )}
      <div className={popovers.main}>
        {open === undefined || isOwn ? null : (
          <Button tone="primary" chord={chords.walkUp} onClick={take} data-autofocus>
            {t('missed.take')}
          </Button>
        )}
        {isGoingOn ? (
          <Button
            tone={isOwn ? 'primary' : 'default'}
            chord={chords.checkIn}
            onClick={() => void checkIn(booking)}
            data-autofocus={isOwn || undefined}
          >
            {t('missed.late')}
          </Button>
        ) : null}
        {mayExcuse && booking.state === 'no_show' ? (
          <Button onClick={() => void excuse(booking)}>{t('missed.excuse')}</Button>
        ) : null}
        {mayExcuse && booking.state === 'excused' ? (
          <Button onClick={() => void countAgain(booking)}>{t('missed.count')}</Button>
        ) : null}
      </div>
    </>
  )
}
