import { useTranslation } from 'react-i18next'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './OpenDrawDialog.module.css'

export interface ClosingFieldsProps {
  date: string | null
  onDate: (date: string | null) => void
  time: string
  onTime: (time: string) => void
  isFirst?: boolean
}

/** Until when requests are taken, by the clock of the room. */
export function ClosingFields({ date, onDate, time, onTime, isFirst = false }: ClosingFieldsProps) {
  const { t } = useTranslation('draws')
  return (
    <div className={styles.fields}>
      <div>
        <FieldLabel>{t('opening.closesOn')}</FieldLabel>
        <DateField label={t('opening.closesOn')} value={date} onChange={onDate} />
      </div>
      <TextField
        label={t('opening.closesAt')}
        size="xs"
        w={92}
        value={time}
        onChange={(event) => onTime(event.currentTarget.value)}
        data-autofocus={isFirst || undefined}
      />
    </div>
  )
}
