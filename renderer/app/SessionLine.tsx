import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sealedCalls } from '../features/life-channel/life-channel.queries.ts'
import { type Sitting, sessionById } from '../lib/common-queries.ts'
import { useSeatRooms } from '../lib/seat-rooms.ts'
import styles from './LiveListening.module.css'

/** Seat, listener and counts of the session, beside the title. It alone is drawn anew when a note is saved. */
export function SessionLine({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation('listen')
  const notes = useQuery(sessionById(sitting.id)).data?.noteCount ?? 0
  // Counted among the heard nowhere, and numbered all the same: «the fifth call» beside «one heard» would be a riddle.
  const sealed = useQuery(sealedCalls(sitting.id)).data?.length ?? 0
  const { seatNumber, roomId, startedAt, listenerName, callCount } = sitting
  const { named } = useSeatRooms()({ roomId, startsAt: startedAt })
  return (
    <span className={styles.sub}>
      {t('session.sub', {
        seat: seatNumber === null ? t('session.walkUp') : named(t('session.seat', { number: seatNumber })),
        listener: listenerName ?? t('session.nobody'),
        calls: callCount,
        sealed: sealed === 0 ? '' : t('session.sealed', { number: sealed }),
        notes,
      })}
    </span>
  )
}
