import { useTranslation } from 'react-i18next'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './OpenDrawDialog.module.css'

export interface Closing {
  date: string | null
  /** As it was typed. */
  time: string
}

export interface ClosingFieldsProps extends Closing {
  onChange: (part: Partial<Closing>) => void
  isFirst?: boolean
}

/** Until when requests are taken, by the clock of the room. */
export function ClosingFields({ date, time, onChange, isFirst = false }: ClosingFieldsProps) {
  const { t } = useTranslation('draws')
  return (
    <div className={styles.fields}>
      <div>
        <FieldLabel>{t('opening.closesOn')}</FieldLabel>
        <DateField label={t('opening.closesOn')} value={date} onChange={(day) => onChange({ date: day })} />
      </div>
      <TextField
        label={t('opening.closesAt')}
        size="xs"
        w={92}
        value={time}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
        data-autofocus={isFirst || undefined}
      />
    </div>
  )
}
