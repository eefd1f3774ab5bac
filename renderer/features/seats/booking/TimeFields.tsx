import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { endTime, roughly, timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { INSIDE_DIALOG } from '../../../ui/AnchoredDialog.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { DayBoard } from '../board/board-layout.ts'
import styles from './Popovers.module.css'
import { endsFrom, movedStart, startsOf } from './time-choices.ts'
import { useDayAfter } from './use-day-after.ts'

/** From and to, only what is free on this seat. A new start keeps the length where it fits. */
export function TimeFields({
  board,
  place,
  earliest,
  onChange,
}: {
  board: DayBoard
  place: SeatSpan
  earliest: Instant
  onChange: (place: SeatSpan) => void
}) {
  const { t } = useTranslation('seats')
  const room = usePlace()
  const seat = board.seats.findIndex((each) => each.id === place.seatId)
  const after = useDayAfter(board, seat)
  const starts = [...new Set([place.startsAt, ...startsOf(board, seat, earliest)])].sort()
  const ends = [...new Set([place.endsAt, ...endsFrom(board, seat, place.startsAt, earliest, after)])].sort()
  const lengthMs = (endsAt: Instant) => Date.parse(endsAt) - Date.parse(place.startsAt)
  return (
    <div className={styles.times}>
      <Select<Instant>
        label={t('ask.from')}
        options={starts.map((at) => ({ value: at, label: timeOfDay(at, room) }))}
        value={place.startsAt}
        onChange={(startsAt) => onChange(movedStart(board, seat, place, startsAt, earliest, after))}
        comboboxProps={INSIDE_DIALOG}
      />
      <Select<Instant>
        label={t('ask.to')}
        options={ends.map((at) => ({
          value: at,
          // The end alone, midnight as 24:00, and how long that is.
          label: `${endTime(place.startsAt, at, room)} · ${lengthText(lengthMs(at))}`,
        }))}
        value={place.endsAt}
        onChange={(endsAt) => onChange({ ...place, endsAt })}
        comboboxProps={INSIDE_DIALOG}
      />
    </div>
  )

  function lengthText(ms: number): string {
    const halves = ms / 3_600_000
    return halves >= 1 && !Number.isInteger(halves) ? t('length', { hours: halves }) : roughly(ms, room.language)
  }
}
