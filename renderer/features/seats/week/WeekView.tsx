import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { shownBookings, useShown } from '../../../lib/use-shown.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { layDays } from '../board/board-layout.ts'
import { isDrawn } from '../board/cell-names.ts'
import styles from '../board/DayBar.module.css'
import { Legend } from '../board/Legend.tsx'
import { useOthersChanges } from '../board/others-changes.ts'
import { useCarryingHint } from '../board/use-carrying-hint.ts'
import { useTakenBeside } from '../board/use-taken-beside.ts'
import { DrawNotice } from '../draw/DrawNotice.tsx'
import { useDrawnOn } from '../draw/drawn-hours.ts'
import { boardOf } from '../seats.queries.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'
import { WeekBoard } from './WeekBoard.tsx'
import { WeekPaper } from './WeekPaper.tsx'

export interface WeekViewProps {
  day: PlainDate
  today: PlainDate
  me: Id | null
  now: Instant
  onOpenDay: (day: PlainDate) => void
  onToday: () => void
}

/** Seven small day boards side by side. */
export function WeekView({ day, today, me, now, onOpenDay, onToday }: WeekViewProps) {
  const { t } = useTranslation('seats')
  const days = useMemo(() => weekOf(day), [day])
  const room = useRoomHere()
  const bookings = useQuery(boardOf(days[0] ?? day, days[6] ?? day))
  const held = useQuery(heldIn(days[0] ?? day, days[6] ?? day)).data
  const drawnOn = useDrawnOn(room.data, days[0] ?? day, days[6] ?? day)
  const beside = useTakenBeside(room.data, days[0] ?? day, days[6] ?? day)
  const boards = useMemo(() => {
    const [roomNow, booked] = [room.data, bookings.data]
    if (roomNow === undefined || booked === undefined) return null
    return layDays(days, roomNow, booked, held, beside).map((board) => ({ ...board, drawn: drawnOn(board.date) }))
  }, [days, room.data, bookings.data, held, beside, drawnOn])
  useOthersChanges(bookings.data, `${room.data?.id} ${days[0]}`)
  const isHere = ({ seatId }: Booking) => room.data?.seats.some(({ id }) => id === seatId) === true
  useShown(shownBookings((bookings.data ?? []).filter(isHere)))
  const carrying = useCarryingHint(null)
  const failed = room.isError ? room : bookings.isError ? bookings : null
  if (failed !== null) return <FailedState {...failureOf(failed.error)} onRetry={() => void failed.refetch()} />
  if (boards === null || room.data === undefined) return <LoadingState label={t('board.loading')} />
  return (
    <>
      <div className={styles.bar}>
        <Legend
          hasToBeDrawn={boards.some(({ drawn }) => drawn.length > 0)}
          hasDrawn={boards.some(({ placed }) => placed.some(({ booking }) => isDrawn(booking)))}
          hasHeld={boards.some(({ heldPlaces }) => heldPlaces.length > 0)}
          hasMissed={boards.some(({ placed }) => placed.some(({ booking }) => isMissed(booking)))}
        />
        <p className={styles.hint} data-active={carrying !== null || undefined}>
          {carrying ?? t('hint.week')}
        </p>
      </div>
      <DrawNotice first={days[0] ?? day} last={days[6] ?? day} roomId={room.data.id} />
      <WeekPaper boards={boards} day={day} />
      <WeekBoard boards={boards} day={day} today={today} me={me} now={now} onOpenDay={onOpenDay} onToday={onToday} />
    </>
  )
}
