import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Seat } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { dayName, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Paper, PaperTable, usePrinting } from '../../../ui/Paper.tsx'
import { heldName } from '../waitlist/waitlist-words.ts'
import type { DayBoard } from './board-layout.ts'
import { isHeld, linesOf } from './paper-lines.ts'

/** What a day of the board is on paper: seat by seat who sits there and when, also where nobody does. */
export function DayPaper({ board }: { board: DayBoard }) {
  return usePrinting() && board.isRead ? <Printed board={board} /> : null
}

const heads = ['seat', 'time', 'who', 'department', 'what', 'beside', 'state'] as const

function Printed({ board }: { board: DayBoard }) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const place = usePlace()
  const people = useQuery(everybody).data ?? []
  const departmentOf = (personId: string) => people.find((person) => person.id === personId)?.department
  const rows: { seat: Seat; line: Booking | HeldPlace | null; isFirst: boolean }[] = board.seats.flatMap((seat) => {
    const inOrder = linesOf(board, seat.id)
    const lines = inOrder.length === 0 ? [null] : inOrder
    return lines.map((line, index) => ({ seat, line, isFirst: index === 0 }))
  })
  return (
    <Paper title={`${t('page.title')} · ${dayName(board.date, place.language, true)}`}>
      <PaperTable heads={heads.map((head) => t(`paper.${head}`))}>
        {rows.map(({ seat, line, isFirst }) => (
          <tr key={`${seat.id} ${line?.startsAt ?? ''}`}>
            <th scope="row">{isFirst ? t('seat', { seat: seat.number }) : ''}</th>
            {line === null ? (
              <td colSpan={heads.length - 1}>{t('legend.free')}</td>
            ) : isHeld(line) ? (
              <>
                <td>{timeRange(line.startsAt, line.endsAt, place)}</td>
                <td colSpan={heads.length - 2}>{heldName(waits, line)}</td>
              </>
            ) : (
              <>
                <td>{timeRange(line.startsAt, line.endsAt, place)}</td>
                <td>{line.personName}</td>
                <td>{departmentOf(line.personId)}</td>
                <td>{t(`purpose.${line.purpose}`)}</td>
                <td>{line.companionName}</td>
                <td>{t(`state.${line.state}`)}</td>
              </>
            )}
          </tr>
        ))}
      </PaperTable>
    </Paper>
  )
}
