import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeatUseCell } from '../../../../shared/contract/seats/seat-use.ts'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'
import { weekday } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { isStrong, percentOf, strengthOf } from './shares.ts'
import styles from './UseTable.module.css'

/** Any week has all weekdays. */
const WEEK = weekOf('2026-11-23')

/** Hours down, weekdays across; the darker, the more is booked. The number says it without the colour, the one beside it how much was sat, unless the days are ahead. */
export function UseTable({ cells, isAhead }: { cells: readonly SeatUseCell[]; isAhead: boolean }) {
  const { t } = useTranslation('seats')
  const { language } = usePlace()
  const hours = [...new Set(cells.map(({ hour }) => hour))].sort((one, other) => one - other)
  const cellAt = (hour: number, day: number) => cells.find((cell) => cell.hour === hour && cell.weekday === day)
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t(isAhead ? 'use.comingCaption' : 'use.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.time')}</th>
          {WEEK.map((date) => (
            <th key={date} scope="col">
              {weekday(date, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
            {WEEK.map((date, index) => (
              <UseCell key={date} cell={cellAt(hour, index + 1)} isAhead={isAhead} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function UseCell({ cell, isAhead }: { cell: SeatUseCell | undefined; isAhead: boolean }) {
  const { t } = useTranslation('seats')
  if (cell === undefined || cell.openMinutes === 0) return <td className={styles.closed}>{t('use.closed')}</td>
  const booked = percentOf(cell.bookedMinutes, cell.openMinutes)
  const sat = percentOf(cell.satMinutes, cell.openMinutes)
  return (
    <td
      className={styles.cell}
      style={{ '--strength': `${strengthOf(booked)}%` } as CSSProperties}
      data-strong={isStrong(booked) || undefined}
    >
      <b>{t('use.percent', { value: booked })}</b> {isAhead ? null : <small>{t('use.sat', { value: sat })}</small>}
    </td>
  )
}
