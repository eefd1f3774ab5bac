import { useTranslation } from 'react-i18next'
import type { BadDay, SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { dayName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LeftOut } from '../../../ui/LeftOut.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import styles from './CalendarIntake.module.css'
import type { DayChange } from './special-days.ts'

export interface FilePreviewProps {
  years: readonly { year: number; days: readonly SpecialDay[]; changes: readonly DayChange[] }[]
  bad: readonly BadDay[]
}

/** What a file would make of each of its years: the days that come, go and differ, and the lines that are left out. */
export function FilePreview({ years, bad }: FilePreviewProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const count = (days: readonly SpecialDay[], kind: SpecialDay['kind']) =>
    days.filter((day) => day.kind === kind).length
  const words = (day: SpecialDay | null) =>
    day === null
      ? t('calendar.look.ordinary')
      : [t(`calendar.look.${day.kind}`), day.name[place.language]].join(' ').trim()
  return (
    <>
      {bad.length === 0 ? null : (
        <LeftOut
          label={t('calendar.intake.badTitle')}
          title={t('calendar.intake.bad', { count: bad.length })}
          hasWidePlaces
          lines={bad.map(({ line, reason, text }) => ({
            key: `${line} ${reason} ${text}`,
            place: t('calendar.intake.line', { line }),
            reason: t(`calendar.intake.reason.${reason}`),
            text,
          }))}
        />
      )}
      {years.map(({ year, days, changes }) => (
        <ScrollBox key={year} label={String(year)} height={260}>
          <div className={styles.year}>
            <h3>
              {t('calendar.year', { year })}
              <Badge tone="praise">{t('calendar.count.holiday', { count: count(days, 'holiday') })}</Badge>
              <Badge tone="voice">{t('calendar.count.makeUp', { count: count(days, 'make_up_workday') })}</Badge>
              <span className={styles.number}>
                {changes.length === 0
                  ? t('calendar.intake.same')
                  : t('calendar.intake.changes', { count: changes.length })}
              </span>
            </h3>
            <ul className={styles.changes}>
              {changes.map(({ date, before, after }) => (
                <li key={date}>
                  <span className="figures">{dayName(date, place)}</span>
                  <span>{t('calendar.intake.fromTo', { from: words(before), to: words(after) })}</span>
                </li>
              ))}
            </ul>
          </div>
        </ScrollBox>
      ))}
    </>
  )
}
