import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OpenSeat } from '../../../../shared/contract/seats/walk-ups.ts'
import { dateIn, timeOn } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { openSeats } from './missed-queries.ts'
import styles from './TodayOpenSeats.module.css'

/** On Today: which seats nobody came to, and until when they are free. Nothing where there is none. */
export function TodayOpenSeats({ onTake }: { onTake: (seat: OpenSeat) => void }) {
  const { t } = useTranslation('seats')
  const roomOf = useSeatRooms()
  const now = useNow(60_000)
  const chord = useChord('today.walkUp')
  const open = useQuery(openSeats).data ?? []
  if (open.length === 0) return null
  return (
    <section className={styles.open} aria-label={t('missed.title')}>
      <h2 className={styles.title}>{t('missed.title')}</h2>
      <ul className={styles.seats}>
        {open.map((seat, index) => {
          const { place, named } = roomOf({ seatId: seat.seatId, startsAt: seat.until })
          const time = timeOn(dateIn(now, place.timeZone), seat.until, place)
          return (
            <li key={seat.seatId}>
              <Button size="small" chord={index === 0 ? chord : undefined} onClick={() => onTake(seat)}>
                {named(t('missed.seatUntil', { seat: seat.seatNumber, time }))}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
