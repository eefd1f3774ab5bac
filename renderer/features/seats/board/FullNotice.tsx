import { useQuery } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { dayName, timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { useDrawnOn } from '../draw/drawn-hours.ts'
import { boardOf } from '../seats.queries.ts'
import { askToWait } from '../waitlist/asked-wait.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'
import type { DayBoard } from './board-layout.ts'
import { arriveAt } from './board-store.ts'
import { whyNot } from './day-words.ts'
import styles from './FullNotice.module.css'
import { DAYS_LOOKED_AT, daysToLookAt, nextFree } from './next-free.ts'
import { useTakenBeside } from './use-taken-beside.ts'

/** Nothing to be had on this day: says why, and where the next free place is, or the last before it that can be booked, and leads there. */
export function FullNotice({
  board,
  isToday,
  room,
  now,
  me,
  onOpenDay,
}: {
  board: DayBoard
  isToday: boolean
  room: HouseRoom
  now: Instant
  me: Id | null
  onOpenDay: (day: PlainDate) => void
}) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const place = usePlace()
  const day = board.date
  const isClosedForGood = room.closedFrom !== null && room.closedFrom <= day
  const dates = daysToLookAt(board, now)
  const [first = day, last = day] = [dates.toSorted()[0], dates.toSorted().at(-1)]
  const around = useQuery(boardOf(first, last))
  const held = useQuery(heldIn(first, last)).data
  const beside = useTakenBeside(room, first, last)
  const drawnOn = useDrawnOn(room, first, last)
  if (around.data === undefined) return null
  const next = nextFree(dates, room, around.data, now, me, held, drawnOn, beside)
  return (
    <div className={styles.notice} role="status">
      <CalendarSearch aria-hidden="true" />
      <strong>{whyNot(t, board, now, place) ?? (isToday ? t('full.today') : t('full.day'))}</strong>
      <span className={styles.words}>
        <Whole
          words={
            next === null
              ? t(isClosedForGood ? 'refused.roomClosedHint' : first < day ? 'full.noneBefore' : 'full.none', {
                  days: DAYS_LOOKED_AT,
                })
              : t(next.date < day ? 'full.last' : 'full.next', {
                  date: dayName(next.date, place),
                  time: timeOfDay(next.startsAt, place),
                  seat: next.seatNumber,
                })
          }
        />
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
