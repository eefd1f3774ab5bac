import { useTranslation } from 'react-i18next'
import { MOST_SEATS } from '../../../../../shared/contract/limits.ts'
import { Button } from '../../../../ui/Button.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { useFocusAdded } from '../../../../ui/use-focus-added.ts'
import styles from './RulesForm.module.css'
import type { RulesForm } from './rules-form.ts'
import { WeekFields } from './WeekFields.tsx'

export interface SeatWeekFieldsProps {
  form: RulesForm
  onChange: (seatWeeks: RulesForm['seatWeeks']) => void
  faultAt: string | null
}

/** Seats that have hours of their own. */
export function SeatWeekFields({ form: { seatWeeks, week }, onChange, faultAt }: SeatWeekFieldsProps) {
  const { t } = useTranslation('rooms')
  const change = (index: number, part: Partial<RulesForm['seatWeeks'][number]>) =>
    onChange(seatWeeks.map((own, at) => (at === index ? { ...own, ...part } : own)))
  const { list, adder, added, removed, keyOf } = useFocusAdded<HTMLDivElement>()
  return (
    <div ref={list} className={styles.list}>
      {seatWeeks.map((own, index) => (
        <fieldset key={keyOf(index)} className={styles.seat}>
          <div className={styles.line}>
            <NumberField
              size="xs"
              className={styles.number}
              label={t('field.seatNumber')}
              value={own.seatNumber}
              onChange={(seatNumber) => change(index, { seatNumber })}
              min={1}
              max={MOST_SEATS}
              error={faultAt === `seatWeeks.${index}`}
            />
            <Button
              size="small"
              tone="quiet"
              onClick={() => {
                removed(index)
                onChange(seatWeeks.filter((_, at) => at !== index))
              }}
            >
              {t('field.removeSeat')}
            </Button>
          </div>
          <WeekFields
            week={own.week}
            onChange={(next) => change(index, { week: next })}
            name={`seatWeeks.${index}`}
            faultAt={faultAt}
          />
        </fieldset>
      ))}
      <div className={styles.adds}>
        <Button
          ref={adder}
          size="small"
          onClick={() => {
            added()
            onChange([...seatWeeks, { seatNumber: null, week }])
          }}
        >
          {t('field.addSeat')}
        </Button>
      </div>
    </div>
  )
}
