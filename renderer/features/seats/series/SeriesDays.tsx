import { useTranslation } from 'react-i18next'
import type { SeriesDay } from '../../../../shared/contract/seats/series.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { dateIn, dayName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { placeName } from '../booking/refusal-words.ts'
import { misfitWords } from './misfit-words.ts'
import styles from './SeriesDialog.module.css'

/** A line a day: what fits is taken, what does not is skipped and says why; the nearest that fits can be taken instead. */
export function SeriesDays({
  days,
  isRead,
  personName,
  isTaken,
  onTurn,
}: {
  days: readonly SeriesDay[]
  isRead: boolean
  personName: string
  isTaken: (day: SeriesDay) => boolean
  onTurn: (date: PlainDate) => void
}) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  if (days.length === 0) return <QuietLine>{t(isRead ? 'series.none' : 'series.reading')}</QuietLine>
  const taken = days.filter(isTaken).length
  return (
    <>
      <p className={styles.sum} role="status">
        {t('series.sum', { taken, skipped: days.length - taken })}
      </p>
      <ScrollBox label={t('series.list')} height={300}>
        <ul>
          {days.map((day) => (
            <li key={day.date} className={styles.day} data-skipped={day.misfit !== null || undefined}>
              <span className={styles.date}>{dayName(day.date, place)}</span>
              {day.misfit === null ? (
                <Checkbox
                  checked={isTaken(day)}
                  onChange={() => onTurn(day.date)}
                  label={placeName(t, day.place, place)}
                  aria-label={`${dayName(day.date, place)} ${placeName(t, day.place, place)}`}
                />
              ) : (
                <div className={styles.why}>
                  <p>
                    <Whole words={misfitWords(day.misfit, { ...day.place, personName, day: day.date }, t, place)} />
                  </p>
                  {day.instead === null ? (
                    <p className={styles.none}>{t('series.noInstead')}</p>
                  ) : (
                    <Checkbox
                      checked={isTaken(day)}
                      onChange={() => onTurn(day.date)}
                      label={t('series.instead', { place: insteadName(day) })}
                    />
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
      </ScrollBox>
    </>
  )

  /** With its day where that is another. */
  function insteadName({ date, instead }: SeriesDay): string {
    if (instead === null) return ''
    const name = placeName(t, instead, place)
    const day = dateIn(instead.startsAt, place.timeZone)
    return day === date ? name : `${dayName(day, place)} ${name}`
  }
}
