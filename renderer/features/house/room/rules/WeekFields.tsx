import { useTranslation } from 'react-i18next'
import { usePlace } from '../../../../lib/place-store.ts'
import { readTimeOfDay } from '../../../../lib/time-typed.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import styles from './RulesForm.module.css'
import type { DayHours } from './rules-form.ts'
import { hoursWords, weekdayName } from './rules-words.ts'

export interface WeekFieldsProps {
  week: readonly DayHours[]
  onChange: (week: readonly DayHours[]) => void
  /** Its place in the form, for the field that cannot be read. */
  name: string
  faultAt: string | null
}

/** A line for each day of the week: open or not, from when to when, and what that means. */
export function WeekFields({ week, onChange, name, faultAt }: WeekFieldsProps) {
  const { t } = useTranslation('rooms')
  const place = usePlace()
  const [monday] = week
  const change = (index: number, part: Partial<DayHours>) =>
    onChange(week.map((day, at) => (at === index ? { ...day, ...part } : day)))
  return (
    <div className={styles.week}>
      {week.map((day, index) => {
        const dayName = weekdayName(index, place)
        return (
          <div key={dayName} className={styles.day}>
            <Checkbox label={dayName} checked={day.isOpen} onChange={(isOpen) => change(index, { isOpen })} />
            {(['opensAt', 'closesAt'] as const).map((edge) => (
              <TextField
                key={edge}
                size="xs"
                className={styles.time}
                aria-label={
                  edge === 'opensAt' ? t('field.opensOn', { day: dayName }) : t('field.closesOn', { day: dayName })
                }
                inputMode="numeric"
                disabled={!day.isOpen}
                value={day[edge]}
                onChange={(event) => change(index, { [edge]: event.currentTarget.value })}
                onBlur={() => change(index, { [edge]: readTimeOfDay(day[edge]) ?? day[edge] })}
                error={faultAt === `${name}.${index}.${edge}`}
              />
            ))}
            <span className={styles.means}>{wordsOf(day)}</span>
          </div>
        )
      })}
      {monday === undefined ? null : (
        <div className={styles.alike}>
          <Button size="small" tone="quiet" onClick={() => onChange(week.map(() => monday))}>
            {t('field.likeMonday', { day: weekdayName(0, place) })}
          </Button>
        </div>
      )}
    </div>
  )

  /** Only what the two times alone do not say. */
  function wordsOf({ isOpen, opensAt, closesAt }: DayHours): string {
    if (!isOpen) return hoursWords(t, null)
    const read = { opensAt: readTimeOfDay(opensAt), closesAt: readTimeOfDay(closesAt) }
    if (read.opensAt === null || read.closesAt === null) return ''
    const words = hoursWords(t, { opensAt: read.opensAt, closesAt: read.closesAt })
    return words === `${read.opensAt}–${read.closesAt}` ? '' : words
  }
}
