import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { dayName, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Paper, PaperTable, usePrinting } from '../../../ui/Paper.tsx'
import { PurposeIcon } from '../board/BookingCell.tsx'
import type { DayBoard } from '../board/board-layout.ts'
import { isHeld, linesOf } from '../board/paper-lines.ts'
import { useSheetTitle } from '../board/use-sheet-title.ts'
import { heldName } from '../waitlist/waitlist-words.ts'
import styles from './WeekPaper.module.css'
import { linePoints } from './week-lines.ts'
import { weekWords } from './week-words.ts'

export interface WeekPaperProps {
  boards: readonly DayBoard[]
  day: PlainDate
}

/** What a week of the board is on paper: a row for each seat, a column for each day, on one sheet laid across where it fits. */
export function WeekPaper(props: WeekPaperProps) {
  return usePrinting() ? <Printed {...props} /> : null
}

function Printed({ boards, day }: WeekPaperProps) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const title = useSheetTitle()
  const place = usePlace()
  const seats = boards[0]?.seats ?? []
  const rows = seats.map((seat) => ({
    seat,
    days: boards.map((board) => ({ date: board.date, lines: linesOf(board, seat.id) })),
  }))
  const size = linePoints(rows.map(({ days }) => Math.max(...days.map(({ lines }) => lines.length))))
  const sub = (
    <>
      {weekWords(t, day, place)}
      <span className={styles.legend}>
        <PurposeIcon purpose="answer" /> {t('purpose.answer')}
      </span>
    </>
  )
  return (
    <Paper title={title} sub={sub} isAcross>
      <div className={styles.week} style={{ '--line-size': `${size}pt` } as CSSProperties}>
        <PaperTable isGrid heads={[t('paper.seat'), ...boards.map(({ date }) => dayName(date, place))]}>
          {rows.map(({ seat, days }) => (
            <tr key={seat.id}>
              <th scope="row">{seat.number}</th>
              {days.map(({ date, lines }) => (
                <td key={date}>
                  {lines.map((line) => (
                    <p key={line.startsAt} className={styles.line}>
                      {timeRange(line.startsAt, line.endsAt, place)}{' '}
                      {isHeld(line) ? heldName(waits, line) : <Who booking={line} />}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </PaperTable>
      </div>
    </Paper>
  )
}

/** Who answers calls is told from who listens: the rarer one bears the mark. */
function Who({ booking }: { booking: Booking }) {
  const { t } = useTranslation('seats')
  return (
    <span className={styles.who}>
      {booking.purpose === 'answer' ? <PurposeIcon purpose="answer" /> : null}
      <b>{booking.personName}</b>
      {booking.companionName === null ? null : ` ${t('with', { name: booking.companionName })}`}
    </span>
  )
}
