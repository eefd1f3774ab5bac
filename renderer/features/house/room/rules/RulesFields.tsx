import { useTranslation } from 'react-i18next'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { SettingRow } from '../../settings/SettingRow.tsx'
import { SlotChoice } from '../SlotChoice.tsx'
import { DaysFields } from './DaysFields.tsx'
import styles from './RulesForm.module.css'
import { LIMIT_WINDOWS, RANGES, type RulesForm } from './rules-form.ts'
import { SeatWeekFields } from './SeatWeekFields.tsx'
import { WeekFields } from './WeekFields.tsx'

export interface RulesFieldsProps {
  form: RulesForm
  onChange: (part: Partial<RulesForm>) => void
  /** The field that cannot be read. */
  faultAt: string | null
}

type NumberName =
  | 'seatCount'
  | 'bufferMinutes'
  | 'noticeDays'
  | 'aheadDays'
  | 'beforeMinutes'
  | 'graceMinutes'
  | 'holdMinutes'

/** Everything that rules say, field by field. */
export function RulesFields({ form, onChange, faultAt }: RulesFieldsProps) {
  const { t } = useTranslation('rooms')
  const number = (name: NumberName) => (
    <NumberField
      label={t(`field.${name}`)}
      value={form[name]}
      onChange={(value) => onChange({ [name]: value })}
      min={RANGES[name][0]}
      max={RANGES[name][1]}
      error={faultAt === name}
    />
  )
  return (
    <>
      <SettingRow label={t('field.seats')}>
        <div className={styles.pair}>
          {number('seatCount')}
          {number('bufferMinutes')}
        </div>
        <div className={styles.slot}>
          <SlotChoice minutes={form.slotMinutes} onChange={(slotMinutes) => onChange({ slotMinutes })} />
        </div>
      </SettingRow>
      <SettingRow label={t('field.week')} hint={t('field.weekHint')}>
        <WeekFields week={form.week} onChange={(week) => onChange({ week })} name="week" faultAt={faultAt} />
      </SettingRow>
      <SettingRow label={t('field.seatWeeks')} hint={t('field.seatWeeksHint')}>
        <SeatWeekFields form={form} onChange={(seatWeeks) => onChange({ seatWeeks })} faultAt={faultAt} />
      </SettingRow>
      <SettingRow label={t('field.window')}>
        <div className={styles.pair}>
          {number('noticeDays')}
          {number('aheadDays')}
        </div>
      </SettingRow>
      <SettingRow label={t('field.limits')} hint={t('field.limitsHint')}>
        <div className={styles.limits}>
          {LIMIT_WINDOWS.map((window) => (
            <NumberField
              key={window}
              label={t(`field.limit.${window}`)}
              value={form.limits[window]}
              onChange={(count) => onChange({ limits: { ...form.limits, [window]: count } })}
              min={RANGES.limit[0]}
              max={RANGES.limit[1]}
              error={faultAt === `limits.${window}`}
            />
          ))}
        </div>
      </SettingRow>
      <SettingRow label={t('field.checkIn')}>
        <div className={styles.pair}>
          {number('beforeMinutes')}
          {number('graceMinutes')}
        </div>
      </SettingRow>
      <SettingRow label={t('field.hold')} hint={t('field.holdHint')}>
        <div className={styles.pair}>{number('holdMinutes')}</div>
      </SettingRow>
      <div className={styles.wide}>
        <p className={styles.label}>{t('field.days')}</p>
        <p className={styles.hint}>{t('field.daysHint')}</p>
        <DaysFields
          days={form.days}
          seatCount={form.seatCount}
          onChange={(days) => onChange({ days })}
          faultAt={faultAt}
        />
      </div>
    </>
  )
}
