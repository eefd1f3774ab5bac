import { useTranslation } from 'react-i18next'
import type { SeriesRhythm } from '../../../../shared/contract/seats/series.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { weekday } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './SeriesDialog.module.css'

/** Any Monday: days are named from it. */
const MONDAY = '2026-11-23'
const EVERY = [1, 2, 4] as const

/** On which weekdays, how often, until when. One weekday at least stays chosen. */
export function RhythmFields({
  rhythm,
  first,
  onChange,
}: {
  rhythm: SeriesRhythm
  first: PlainDate
  onChange: (rhythm: SeriesRhythm) => void
}) {
  const { t } = useTranslation('seats')
  const { language } = usePlace()
  const turn = (day: number) => {
    const others = rhythm.weekdays.filter((one) => one !== day)
    const weekdays = others.length < rhythm.weekdays.length ? others : [...others, day].sort()
    if (weekdays.length > 0) onChange({ ...rhythm, weekdays })
  }
  return (
    <div className={styles.rhythm}>
      <fieldset className={styles.days} aria-label={t('series.weekdays')}>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <Chip key={day} selected={rhythm.weekdays.includes(day)} onSelect={() => turn(day)}>
            {weekday(addDays(MONDAY, day - 1), language)}
          </Chip>
        ))}
      </fieldset>
      <SegmentedControl<string>
        label={t('series.every')}
        value={String(rhythm.everyWeeks)}
        onChange={(chosen) =>
          onChange({ ...rhythm, everyWeeks: EVERY.find((weeks) => String(weeks) === chosen) ?? rhythm.everyWeeks })
        }
        options={EVERY.map((weeks) => ({ value: String(weeks), label: t(`series.weeks.${weeks}`) }))}
      />
      <span className={styles.until}>
        {t('series.until')}
        <DateField
          label={t('series.until')}
          value={rhythm.until}
          onChange={(until) => onChange({ ...rhythm, until: until === null || until < first ? first : until })}
        />
      </span>
    </div>
  )
}
