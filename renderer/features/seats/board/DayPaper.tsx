import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Seat } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { dayName, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Paper, PaperTable, usePrinting } from '../../../ui/Paper.tsx'
import type { DayBoard } from './board-layout.ts'

/** What a day of the board is on paper: seat by seat who sits there and when, also where nobody does. */
export function DayPaper({ board }: { board: DayBoard }) {
  return usePrinting() && board.isRead ? <Printed board={board} /> : null
}

const heads = ['seat', 'time', 'who', 'department', 'what', 'beside', 'state'] as const

function Printed({ board }: { board: DayBoard }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const people = useQuery(everybody).data ?? []
  const departmentOf = (personId: string) => people.find((person) => person.id === personId)?.department
  const rows: { seat: Seat; booking: Booking | null; isFirst: boolean }[] = board.seats.flatMap((seat) => {
    const booked = board.placed.filter(({ booking }) => booking.seatId === seat.id).map(({ booking }) => booking)
    const inOrder = booked.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
    const lines = inOrder.length === 0 ? [null] : inOrder
    return lines.map((booking, index) => ({ seat, booking, isFirst: index === 0 }))
  })
  return (
    <Paper title={`${t('page.title')} · ${dayName(board.date, place.language, true)}`}>
      <PaperTable heads={heads.map((head) => t(`paper.${head}`))}>
        {rows.map(({ seat, booking, isFirst }) => (
          <tr key={booking?.id ?? seat.id}>
            <th scope="row">{isFirst ? t('seat', { seat: seat.number }) : ''}</th>
            {booking === null ? (
              <td colSpan={heads.length - 1}>{t('legend.free')}</td>
            ) : (
              <>
                <td>{timeRange(booking.startsAt, booking.endsAt, place)}</td>
                <td>{booking.personName}</td>
                <td>{departmentOf(booking.personId)}</td>
                <td>{t(`purpose.${booking.purpose}`)}</td>
                <td>{booking.companionName}</td>
                <td>{t(`state.${booking.state}`)}</td>
              </>
            )}
          </tr>
        ))}
      </PaperTable>
    </Paper>
  )
}
