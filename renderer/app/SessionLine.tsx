import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Sitting, sessionById } from '../lib/common-queries.ts'
import { useSeatRooms } from '../lib/seat-rooms.ts'
import styles from './LiveListening.module.css'

/** Seat, listener and counts of the session, beside the title. It alone is drawn anew when a note is saved. */
export function SessionLine({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation('listen')
  const notes = useQuery(sessionById(sitting.id)).data?.noteCount ?? 0
  const { seatNumber, roomId, startedAt, listenerName, callCount } = sitting
  const { named } = useSeatRooms()({ roomId, startsAt: startedAt })
  return (
    <span className={styles.sub}>
      {t('session.sub', {
        seat: seatNumber === null ? t('session.walkUp') : named(t('session.seat', { number: seatNumber })),
        listener: listenerName ?? t('session.nobody'),
        calls: callCount,
        notes,
      })}
    </span>
  )
}
