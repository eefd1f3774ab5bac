import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { shownBookings, useShown } from '../../../lib/use-shown.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { DrawNotice } from '../draw/DrawNotice.tsx'
import { useDrawnOn } from '../draw/drawn-hours.ts'
import { useTellDrawn } from '../draw/use-tell-drawn.ts'
import { boardOf } from '../seats.queries.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'
import { earliestFor, firstBookable, layDay, unreadDay } from './board-layout.ts'
import { cursorNow, setCursor, setMode } from './board-store.ts'
import { isDrawn } from './cell-names.ts'
import { DayBar } from './DayBar.tsx'
import { DayBoard } from './DayBoard.tsx'
import { DayPaper } from './DayPaper.tsx'
import { notesOf } from './day-words.ts'
import { FullNotice } from './FullNotice.tsx'
import { freeHours } from './free-hours.ts'
import { useOthersChanges } from './others-changes.ts'
import { proposedCell } from './proposed-cell.ts'
import type { Taken } from './rests.ts'
import { useTakenBeside } from './use-taken-beside.ts'

export interface DayViewProps {
  day: PlainDate
  today: PlainDate
  me: Id | null
  now: Instant
  onOpenDay: (day: PlainDate) => void
  onListen: (sessionId: Id) => void
}

const dayOf = (
  day: PlainDate,
  room: HouseRoom,
  bookings: readonly Booking[] | undefined,
  held: readonly HeldPlace[] | undefined,
  beside: Taken,
) => (bookings === undefined ? unreadDay(day, room) : layDay(day, room, bookings, held, beside))

/** One day of the room: the board, and what to say about it. */
export function DayView({ day, today, me, now, onOpenDay, onListen }: DayViewProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const room = useRoomHere()
  const bookings = useQuery(boardOf(day, day))
  const held = useQuery(heldIn(day, day)).data
  const drawnOn = useDrawnOn(room.data, day, day)
  const tellDrawn = useTellDrawn()
  const beside = useTakenBeside(room.data, day, day)
  const board = useMemo(() => {
    if (room.data === undefined) return null
    return { ...dayOf(day, room.data, bookings.data, held, beside), drawn: drawnOn(day) }
  }, [day, room.data, bookings.data, held, beside, drawnOn])
  useOthersChanges(bookings.data, `${room.data?.id} ${day}`)
  const isHere = ({ seatId }: Booking) => room.data?.seats.some(({ id }) => id === seatId) === true
  useShown(shownBookings((bookings.data ?? []).filter(isHere)))
  const isRead = bookings.data !== undefined
  // One step back or on is the most likely next: its bookings are there before the key.
  useEffect(() => {
    if (!isRead) return
    for (const near of [addDays(day, 1), addDays(day, -1)]) void queryClient.prefetchQuery(boardOf(near, near))
  }, [day, isRead])
  const failed = room.isError ? room : bookings.isError ? bookings : null
  if (failed !== null) return <FailedState {...failureOf(failed.error)} onRetry={() => void failed.refetch()} />
  if (board === null || room.data === undefined) return <LoadingState label={t('board.loading')} />

  const earliest = earliestFor(now, board)
  const isFull = isRead && firstBookable(board, earliest) === null
  const reserveFirst = () => {
    const cell = proposedCell(board, now, me, cursorNow())
    const seat = cell === null ? undefined : board.seats[cell.seat]
    const slot = cell === null ? undefined : board.slots[cell.slot]
    if (cell === null || seat === undefined || slot === undefined) return void tellDrawn(board, null)
    setCursor(cell)
    setMode({ kind: 'asking', place: { seatId: seat.id, startsAt: slot.startsAt, endsAt: slot.endsAt } })
  }
  return (
    <>
      <DayBar
        day={day}
        notes={notesOf(t, board, place)}
        free={isRead ? freeHours(board, earliest, (at) => wallTime(at, place)) : null}
        isFull={isFull}
        isEmpty={board.placed.length === 0}
        isPast={day < today}
        hasDrawn={board.placed.some(({ booking }) => isDrawn(booking))}
        hasToBeDrawn={board.drawn.length > 0}
        onReserve={reserveFirst}
      />
      <DrawNotice first={day} roomId={room.data.id} />
      {isFull && day >= today ? (
        <FullNotice board={board} isToday={day === today} room={room.data} now={now} me={me} onOpenDay={onOpenDay} />
      ) : null}
      <DayPaper board={board} />
      <DayBoard board={board} me={me} now={now} onListen={onListen} />
    </>
  )
}
