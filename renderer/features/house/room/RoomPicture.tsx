import { Armchair } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './RoomPicture.module.css'
import { isOvernight, type RoomForm, readRoomForm, slotsInDay } from './room-form.ts'

/** The room these fields would make: its seats, and what a day holds. */
export function RoomPicture({ form }: { form: RoomForm }) {
  const { t } = useTranslation('settings')
  const read = readRoomForm(form)
  if (!read.ok) return null
  const { room } = read
  return (
    <figure className={styles.picture}>
      <ol className={styles.seats}>
        {Array.from({ length: room.seatCount }, (_, index) => index + 1).map((number) => (
          <li key={number} className={styles.seat} title={t('room.seat', { number })}>
            <Armchair aria-hidden="true" />
            <span className="figures">{number}</span>
          </li>
        ))}
      </ol>
      <figcaption className={styles.words}>
        {t('room.preview', { seats: room.seatCount, count: slotsInDay(room), minutes: room.slotMinutes })}
        {isOvernight(room) ? t('room.overnight', { closesAt: room.closesAt }) : null}
      </figcaption>
    </figure>
  )
}
