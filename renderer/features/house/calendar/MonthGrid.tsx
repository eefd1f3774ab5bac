import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './MonthGrid.module.css'
import type { DayLook } from './special-days.ts'

export interface ShownDay {
  date: string
  look: DayLook
  name: string
  isChanged: boolean
  isPicked: boolean
}

export interface MonthGridProps {
  /** 1 … 12 */
  month: number
  /** Weeks of seven, Monday first; null where the month has not begun or is over. */
  weeks: readonly (readonly (ShownDay | null)[])[]
  /** The one that Tab comes to; null: in another month. */
  focused: string | null
  today: string
}

/** One small month. Its cells say by a sign, not by colour alone, what turns the week: 休 or 班. */
export const MonthGrid = memo(function MonthGrid({ month, weeks, focused, today }: MonthGridProps) {
  const { t } = useTranslation('settings')
  const house = usePlace()
  const name = monthName(month, house.language)
  const said = ({ date, look, name, isChanged }: ShownDay) =>
    [dayName(date, house), t(`calendar.look.${look}`), name, isChanged ? t('calendar.unsaved') : '']
      .filter((part) => part !== '')
      .join(t('calendar.listSign'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that arrows walk through is a grid, as the ARIA practices have it
    <table className={styles.month} role="grid" aria-label={t('calendar.month', { month: name })}>
      <caption className={styles.caption}>{name}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {t(`calendar.weekday.${weekday as 1}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month have nothing but their place
          <tr key={index}>
            {week.map((day, place) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is its place
                <td key={place} aria-hidden="true" />
              ) : (
                <td
                  key={day.date}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of that grid
                  role="gridcell"
                  data-date={day.date}
                  data-look={day.look}
                  data-changed={day.isChanged || undefined}
                  data-today={day.date === today || undefined}
                  aria-selected={day.isPicked}
                  title={day.name === '' ? undefined : day.name}
                  tabIndex={day.date === focused ? 0 : -1}
                  className={styles.day}
                >
                  <VisuallyHidden>{said(day)}</VisuallyHidden>
                  <span aria-hidden="true" className={styles.figure}>
                    {Number(day.date.slice(8))}
                  </span>
                  {day.look === 'holiday' || day.look === 'make_up_workday' ? (
                    <span aria-hidden="true" className={styles.sign}>
                      {t(`calendar.sign.${day.look}`)}
                    </span>
                  ) : null}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
})

const monthName = (month: number, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 15),
  )
