import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import { MOST_FITS } from '../../../../shared/domain/seats/find/find-seats.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateIn, dayName } from '../../../lib/formats.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import styles from './FindSeat.module.css'
import { differenceWords, foundName } from './find-words.ts'

export interface FoundSeatsProps {
  fits: readonly FoundSeat[]
  near: readonly FoundSeat[]
  /** Which of them all is under the keys. */
  active: number
  isRead: boolean
  /** What was looked for is over. */
  isPast: boolean
  error: Error | null
  onRetry: () => void
  onTake: (found: FoundSeat) => void
}

/** What fits, and below what nearly fits with what is otherwise. */
export function FoundSeats({ fits, near, active, isRead, isPast, error, onRetry, onTake }: FoundSeatsProps) {
  const { t } = useTranslation('seats')
  useEffect(() => {
    document.getElementById(`found-seat-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  if (error !== null) return <FailedState {...failureOf(error)} onRetry={onRetry} />
  if (fits.length + near.length === 0)
    return <QuietLine>{t(isPast ? 'find.over' : isRead ? 'find.none' : 'find.reading')}</QuietLine>
  return (
    <>
      <div className={styles.found} id="found-seats" role="listbox" aria-label={t('find.list')} tabIndex={-1}>
        {[
          { name: 'fits', rows: fits, first: 0 },
          { name: 'near', rows: near, first: fits.length },
        ].map(({ name, rows, first }) =>
          rows.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a listbox
            <div key={name} role="group" aria-label={t(name === 'fits' ? 'find.fits' : 'find.near')}>
              <p className={styles.head} aria-hidden="true">
                {t(name === 'fits' ? 'find.fits' : 'find.near')}
              </p>
              {rows.map((row, index) => (
                <Option
                  key={`${row.places.map(({ seatId }) => seatId).join()} ${row.places[0]?.startsAt} ${row.places[0]?.endsAt}`}
                  row={row}
                  at={first + index}
                  isActive={first + index === active}
                  onTake={onTake}
                />
              ))}
            </div>
          ),
        )}
      </div>
      {fits.length === MOST_FITS ? <p className={styles.head}>{t('find.spread')}</p> : null}
    </>
  )
}

function Option({
  row,
  at,
  isActive,
  onTake,
}: {
  row: FoundSeat
  at: number
  isActive: boolean
  onTake: (found: FoundSeat) => void
}) {
  const { t } = useTranslation('seats')
  const roomOf = useSeatRooms()
  const [first] = row.places
  if (first === undefined) return null
  const room = roomOf(first)
  const date = dateIn(first.startsAt, room.place.timeZone)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
    <div
      id={`found-seat-${at}`}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className={styles.option}
      data-active={isActive || undefined}
      onClick={() => onTake(row)}
    >
      <span className={styles.day}>{dayName(date, room.place)}</span>
      <span className={styles.name}>{foundName(row, t, room)}</span>
      <span className={styles.differs}>
        {row.differs.length > 0
          ? row.differs.map((one) => differenceWords(one, t)).join(' · ')
          : row.othersFree > 0
            ? t('find.more', { count: row.othersFree })
            : null}
      </span>
    </div>
  )
}
