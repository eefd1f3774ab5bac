import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { numberText } from '../../../lib/number-text.ts'
import { type DutyRow, forecastOf } from './duty-rows.ts'
import styles from './Forecast.module.css'

export interface ForecastProps {
  year: number
  /** The one that goes on, by the room's calendar. */
  thisYear: number
  rows: readonly DutyRow[]
  /** The one that is looked at alone, whose people the rows are; null: all. */
  department: string | null
  /** Until the year ends; null while it is not known. */
  placesLeft: number | null
}

/** «37 still owe, 22 seats left»: whether the year can still be done. */
export function Forecast({ year, thisYear, rows, department, placesLeft }: ForecastProps) {
  const { t } = useTranslation('duty')
  const { people, seats } = useMemo(() => forecastOf(rows), [rows])
  if (placesLeft === null) return <p className={styles.forecast} role="status" />
  const isOver = year < thisYear
  const words =
    people === 0
      ? t('overview.allDone')
      : isOver
        ? t('overview.forecastOver', { people: numberText(people) })
        : seats === 0
          ? t('overview.forecastTrips', { people: numberText(people) })
          : t('overview.forecast', {
              people: numberText(people),
              seats: numberText(seats),
              places: numberText(placesLeft),
            })
  return (
    <p className={styles.forecast} role="status" data-short={(!isOver && seats > placesLeft) || undefined}>
      {department === null ? words : t('overview.ofDepartment', { department, words })}
    </p>
  )
}
