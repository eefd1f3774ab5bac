import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField, type FieldToGoTo } from '../../../ui/DateField.tsx'
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
  /** Where they are asked for. */
  day: RefObject<FieldToGoTo | null>
  clock: RefObject<HTMLInputElement | null>
}

/** Until when requests are taken, by the clock of the room. */
export function ClosingFields({ date, time, onChange, isFirst = false, day, clock }: ClosingFieldsProps) {
  const { t } = useTranslation('draws')
  return (
    <div className={styles.fields}>
      <div>
        <FieldLabel>{t('opening.closesOn')}</FieldLabel>
        <DateField ref={day} label={t('opening.closesOn')} value={date} onChange={(next) => onChange({ date: next })} />
      </div>
      <TextField
        ref={clock}
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
