import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import { dateIn, dateName, dateTime, dayName, timeRange } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { TableHead } from '../../../ui/TableHead.tsx'
import styles from './DeadlineExplained.module.css'
import { type DeadlineDay, deadlineDays, hoursAndMinutes, yearOf } from './deadline-days.ts'

/** Why a ticket is due when it is: the limit, the credit for pauses, and every stretch of working time that counted. */
export function DeadlineExplained({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  const { ticket, deadline } = detail
  const days = deadlineDays(deadline.blocks, (at) => dateIn(at, place.timeZone))
  const sumMs = deadline.blocks.reduce((sum, block) => sum + block.workingMs, 0)
  const length = (durationMs: number) => {
    const { hours, minutes } = hoursAndMinutes(durationMs)
    if (minutes === 0) return t('deadline.hoursOnly', { hours })
    return hours === 0 ? t('deadline.minutesOnly', { minutes }) : t('deadline.hoursAndMinutes', { hours, minutes })
  }
  const { agreedAt } = deadline
  const { unit, amount } = deadline.limit
  const now = instantNow()
  return (
    <div className={styles.explained}>
      <dl className={styles.given}>
        <dt>{t('deadline.openedAt')}</dt>
        <dd>{dateTime(ticket.openedAt, place, now)}</dd>
        <dt>{t(agreedAt === null ? 'deadline.limit' : 'deadline.agreed')}</dt>
        <dd>{agreedAt === null ? t(`deadline.limits.${unit}`, { amount }) : dateTime(agreedAt, place, now)}</dd>
        {ticket.pausedWorkingMs === 0 ? null : (
          <>
            <dt>{t('deadline.credit')}</dt>
            <dd>{length(ticket.pausedWorkingMs)}</dd>
          </>
        )}
      </dl>
      {agreedAt === null ? null : <p>{t('deadline.agreedWhy')}</p>}
      {agreedAt !== null && days.length === 0 ? null : deadline.isOfThisCalendar ? (
        <Days days={days} unknownYears={deadline.unknownYears} length={length} />
      ) : (
        <p>{t('deadline.ofOlderCalendar')}</p>
      )}
      <p className={styles.sum}>
        <span>
          {t('deadline.dueAt')} <strong>{dateTime(ticket.dueAt, place, now)}</strong>
        </span>
        {deadline.isOfThisCalendar && agreedAt === null ? (
          <span>
            {t('deadline.sum')} <strong>{length(sumMs)}</strong>
          </span>
        ) : null}
      </p>
    </div>
  )
}

interface DaysProps {
  days: readonly DeadlineDay[]
  unknownYears: readonly number[]
  length: (durationMs: number) => string
}

/** Day by day, with what was not worked between; where a year begins whose days off nobody entered, it is said there. */
function Days({ days, unknownYears, length }: DaysProps) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long limit scrolls, and arrows must be able to scroll it
    <section className={styles.scroll} tabIndex={0} aria-label={t('deadline.span')}>
      <table className={styles.table}>
        <TableHead heads={[t('deadline.day'), t('deadline.span'), t('deadline.length')]} />
        <tbody>
          {days.map((day, index) => (
            <Fragment key={day.kind === 'off' ? day.from : day.date}>
              {isNewYear(day, days[index - 1]) && unknownYears.includes(yearOf(day)) ? (
                <tr className={styles.unknown}>
                  <td colSpan={3}>
                    {t('deadline.fromHere', { year: yearOf(day) })}{' '}
                    <Link to={`/settings?section=calendar&year=${yearOf(day)}`}>
                      {t('deadline.enterYear', { year: yearOf(day) })}
                    </Link>
                  </td>
                </tr>
              ) : null}
              {day.kind === 'off' ? (
                <tr className={styles.off}>
                  <td colSpan={3}>
                    {day.days === 1
                      ? t('deadline.offDay', { from: dayName(day.from, place) })
                      : t('deadline.off', {
                          from: dateName(day.from, place),
                          to: dateName(day.to, place),
                        })}
                  </td>
                </tr>
              ) : (
                <tr>
                  <td>{dayName(day.date, place)}</td>
                  <td>
                    {day.spans.map((span) => (
                      <span key={span.from} className={styles.span}>
                        {timeRange(span.from, span.to, place)}
                      </span>
                    ))}
                  </td>
                  <td>{length(day.workingMs)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isNewYear = (day: DeadlineDay, before: DeadlineDay | undefined): boolean =>
  before === undefined || yearOf(before) !== yearOf(day)
