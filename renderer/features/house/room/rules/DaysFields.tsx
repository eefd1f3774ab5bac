import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LONGEST, MOST_SEATS } from '../../../../../shared/contract/limits.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useFocusAdded } from '../../../../ui/use-focus-added.ts'
import styles from './RulesForm.module.css'
import type { DaysForm } from './rules-form.ts'

export interface DaysFieldsProps {
  days: readonly DaysForm[]
  seatCount: number | null
  onChange: (days: readonly DaysForm[]) => void
  faultAt: string | null
}

const NAMES = { zh: 'field.nameZh', en: 'field.nameEn' } as const

/** Closed days and peak days, a line each, that reads as it would be said. */
export function DaysFields({ days, seatCount, onChange, faultAt }: DaysFieldsProps) {
  const { t } = useTranslation('rooms')
  // What whoever writes speaks comes first.
  const names = usePlace().language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  const change = (index: number, part: Partial<DaysForm>) =>
    onChange(days.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const { list, adder, added, removed, keyOf } = useFocusAdded<HTMLDivElement>()
  const add = (kind: DaysForm['kind']) => {
    added()
    onChange([...days, { kind, from: null, to: null, zh: '', en: '', seats: '', seatCount }])
  }
  return (
    <div ref={list} className={styles.list}>
      {days.map((one, index) => (
        <div key={keyOf(index)} className={styles.line} data-wrong={faultAt?.startsWith(`days.${index}.`) || undefined}>
          <span className={styles.kind} data-kind={one.kind}>
            {one.kind === 'closed' ? t('field.closed') : t('field.peak')}
          </span>
          {one.kind === 'closed' ? (
            <TextField
              size="xs"
              className={styles.seats}
              aria-label={t('field.closedSeats')}
              placeholder={t('field.allSeats')}
              value={one.seats}
              onChange={(event) => change(index, { seats: event.currentTarget.value })}
              error={faultAt === `days.${index}.seats`}
            />
          ) : null}
          <span className={styles.word}>{t('field.from')}</span>
          <DateField
            label={t('field.from')}
            value={one.from}
            onChange={(from) => change(index, { from })}
            isAskedFor={faultAt === `days.${index}.from`}
          />
          <span className={styles.word}>{t('field.to')}</span>
          <DateField
            label={t('field.to')}
            value={one.to ?? one.from}
            onChange={(to) => change(index, { to })}
            isAskedFor={faultAt === `days.${index}.to`}
          />
          {names.map((language) => (
            <TextField
              key={language}
              size="xs"
              className={styles.name}
              aria-label={t(NAMES[language])}
              placeholder={t(`field.why.${one.kind}.${language}`)}
              value={one[language]}
              onChange={(event) => change(index, { [language]: event.currentTarget.value })}
              longest={LONGEST.dayName}
            />
          ))}
          {one.kind === 'peak' ? (
            <NumberField
              size="xs"
              className={styles.seats}
              aria-label={t('field.peakSeats')}
              value={one.seatCount}
              onChange={(count) => change(index, { seatCount: count })}
              min={1}
              max={MOST_SEATS}
              suffix={t('field.seatsSuffix')}
              error={faultAt === `days.${index}.seatCount`}
            />
          ) : null}
          <IconButton
            label={t('field.removeDays')}
            icon={<Trash2 />}
            size="small"
            onClick={() => {
              removed(index)
              onChange(days.filter((_, at) => at !== index))
            }}
          />
        </div>
      ))}
      <div className={styles.adds}>
        <Button ref={adder} size="small" onClick={() => add('closed')}>
          {t('field.addClosed')}
        </Button>
        <Button size="small" onClick={() => add('peak')}>
          {t('field.addPeak')}
        </Button>
      </div>
    </div>
  )
}
