import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { dayName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { roomName } from '../../../lib/seat-rooms.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './Popovers.module.css'

/** Title, day and the way out of a small window on the board. */
export function PopoverHead({ title, date, onClose }: { title: ReactNode; date: PlainDate; onClose: () => void }) {
  const { t } = useTranslation('common')
  const place = usePlace()
  const rooms = useQuery(theRooms).data ?? []
  const here = useRoomHere().data
  // Which of several: the board behind may lie under the window.
  const where = rooms.length > 1 && here !== undefined ? [roomName(here)] : []
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>{title}</h2>
      <span className={`ellipsis ${styles.date}`}>{[...where, dayName(date, place)].join(' · ')}</span>
      <IconButton size="small" icon={<X />} label={t('action.close')} onClick={onClose} />
    </header>
  )
}
