import { useQuery } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { dayName, timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { Button } from '../../../ui/Button.tsx'
import { boardOf } from '../seats.queries.ts'
import { askToWait } from '../waitlist/asked-wait.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'
import type { DayBoard } from './board-layout.ts'
import { arriveAt } from './board-store.ts'
import { whyNot } from './day-words.ts'
import styles from './FullNotice.module.css'
import { nextFree } from './next-free.ts'

const DAYS_AHEAD = 21

/** Nothing to be had on this day: says why, and where the next free place is and leads there. */
export function FullNotice({
  board,
  isToday,
  room,
  now,
  onOpenDay,
}: {
  board: DayBoard
  isToday: boolean
  room: HouseRoom
  now: Instant
  onOpenDay: (day: PlainDate) => void
}) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const place = usePlace()
  const day = board.date
  const isClosedForGood = room.closedFrom !== null && room.closedFrom <= day
  const dates = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(day, index + 1))
  const ahead = useQuery(boardOf(addDays(day, 1), addDays(day, DAYS_AHEAD)))
  const held = useQuery(heldIn(addDays(day, 1), addDays(day, DAYS_AHEAD))).data
  if (ahead.data === undefined) return null
  const next = nextFree(dates, room, ahead.data, now, held)
  return (
    <div className={styles.notice} role="status">
      <CalendarSearch aria-hidden="true" />
      <strong>{whyNot(t, board, now, place) ?? (isToday ? t('full.today') : t('full.day'))}</strong>
      <span>
        {next === null
          ? t(isClosedForGood ? 'refused.roomClosedHint' : 'full.none', { days: DAYS_AHEAD })
          : t('full.next', {
              date: dayName(next.date, place.language),
              time: timeOfDay(next.startsAt, place),
              seat: next.seatNumber,
            })}
      </span>
      {next === null ? null : (
        <Button
          size="small"
          onClick={() => {
            arriveAt(next)
            onOpenDay(next.date)
          }}
        >
          {t('full.go')}
        </Button>
      )}
      {whyNot(t, board, now, place) === null ? (
        <Button
          size="small"
          onClick={() =>
            askToWait({
              ...{ date: day, from: null, to: null, minutes: null, seatId: null },
              ...{ personId: null, companionId: null, purpose: 'listen' },
            })
          }
        >
          {waits('join.act')}
        </Button>
      ) : null}
    </div>
  )
}
