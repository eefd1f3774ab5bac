import { useTranslation } from 'react-i18next'
import { MOST_SEATS } from '../../shared/contract/limits.ts'
import { RoomHours } from '../features/house/room/RoomHours.tsx'
import { RoomPicture } from '../features/house/room/RoomPicture.tsx'
import type { RoomRefusal } from '../features/house/room/room.actions.ts'
import type { RoomForm } from '../features/house/room/room-form.ts'
import { SlotChoice } from '../features/house/room/SlotChoice.tsx'
import { FieldLabel } from '../ui/FieldLabel.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import styles from './FirstRun.module.css'

export interface FirstRunRoomProps {
  form: RoomForm
  onChange: (change: Partial<RoomForm>) => void
  refused: RoomRefusal | null
}

export function FirstRunRoom({ form, onChange, refused }: FirstRunRoomProps) {
  const { t } = useTranslation('settings')
  return (
    <>
      <div className={styles.room}>
        <NumberField
          label={t('room.seats')}
          value={form.seatCount}
          onChange={(seatCount) => onChange({ seatCount })}
          min={1}
          max={MOST_SEATS}
          error={refused?.field === 'seats'}
        />
        <div>
          <FieldLabel>{t('room.hours')}</FieldLabel>
          <RoomHours form={form} onChange={onChange} isWrong={refused?.field === 'hours'} />
        </div>
      </div>
      <div>
        <FieldLabel>{t('room.slot')}</FieldLabel>
        <SlotChoice minutes={form.slotMinutes} onChange={(slotMinutes) => onChange({ slotMinutes })} />
      </div>
      {refused === null ? null : (
        <p className={styles.refused} role="alert">
          {refused.words()}
        </p>
      )}
      <RoomPicture form={form} />
    </>
  )
}
