import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '../../../../shared/contract/house/rooms.ts'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { Span } from '../../../../shared/domain/seats/slots.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { fullDayName, timeRange, wallTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useReadBeforePrint } from '../../../lib/printing.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Paper, usePrinting } from '../../../ui/Paper.tsx'
import { heldName } from '../waitlist/waitlist-words.ts'
import { PurposeIcon } from './BookingCell.tsx'
import { type DayBoard, shareOfDay } from './board-layout.ts'
import { runsOf } from './closed-areas.ts'
import styles from './DayPaper.module.css'
import {
  type BlockLook,
  type BlockWords,
  blockLook,
  isLow,
  rowHeightMm,
  sheetSize,
  sheetsOf,
  shownPart,
  withTime,
} from './door-sheet.ts'
import { isHeld, linesOf } from './paper-lines.ts'
import { startsHour } from './SlotRow.tsx'
import { useSheetTitle } from './use-sheet-title.ts'

/** What a day of the board is on paper: a sheet for the door of the room (of many seats: several), seat by seat who sits there when, to be read from a metre. */
export function DayPaper({ board }: { board: DayBoard }) {
  const isPrinting = usePrinting()
  useReadBeforePrint(() => queryClient.ensureQueryData(everybody))
  return isPrinting && board.isRead ? <Printed board={board} /> : null
}

function Printed({ board }: { board: DayBoard }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const people = queryClient.getQueryData(everybody.queryKey) ?? []
  const departments = new Map(people.map(({ id, department }) => [id, department]))
  const scale = scaleOf(board)
  const name = useSheetTitle()
  const answers = board.placed.some(({ booking }) => booking.purpose === 'answer')
  const sheets = sheetsOf(board.seats)
  return sheets.map((seats) => (
    <Paper
      key={seats[0]?.id ?? ''}
      title={`${name} · ${fullDayName(board.date, place.language)}`}
      sub={
        <>
          {sheets.length === 1 ? null : (
            <b className={styles.legend}>
              {t('paper.seats', { from: seats[0]?.number, to: seats[seats.length - 1]?.number })}
            </b>
          )}
          {answers ? (
            <span className={styles.legend}>
              <PurposeIcon purpose="answer" /> {t('purpose.answer')}
            </span>
          ) : null}
        </>
      }
      isOneSheet
    >
      <Chart {...{ board, seats, scale }} departmentOf={(id) => departments.get(id) ?? ''} />
    </Paper>
  ))
}

interface ChartProps {
  board: DayBoard
  /** Those of this sheet. */
  seats: readonly Seat[]
  scale: Scale
  departmentOf: (personId: Id) => string
}

function Chart({ board, seats, scale, departmentOf }: ChartProps) {
  const { t } = useTranslation('seats')
  const rowMm = rowHeightMm(seats.length)
  const wordsOf = (booking: Booking): BlockWords => ({
    name: booking.satByName ?? booking.personName,
    department: departmentOf(booking.personId),
    beside: booking.companionName === null ? '' : t('with', { name: booking.companionName }),
    isMarked: booking.purpose === 'answer',
  })
  const lines = seats.flatMap(({ id }) => linesOf(board, id))
  const blocks = lines.flatMap((line) => (isHeld(line) ? [] : [{ words: wordsOf(line), share: widthOn(scale, line) }]))
  const nameSize = sheetSize(blocks, rowMm)
  return (
    <table
      className={styles.chart}
      data-low={isLow(rowMm) || undefined}
      style={{ '--row': `${rowMm}mm` } as CSSProperties}
    >
      <thead>
        <tr>
          <th scope="col">{t('paper.seat')}</th>
          <td className={styles.hours}>
            <Hours board={board} scale={scale} />
          </td>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id}>
            <th scope="row" className={styles.seat}>
              {seat.number}
            </th>
            <td className={styles.lane}>
              <Lane {...{ board, seat, rowMm, nameSize, scale, wordsOf }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MOST_HOURS = 16

/** Where a moment lies across the sheet, 0 to 1. */
type Scale = (at: Instant) => number

function scaleOf(board: DayBoard): Scale {
  const hours = board.slots.length === 0 ? 0 : (board.slots.length * board.slotMs) / 3_600_000
  const lines = board.seats.flatMap(({ id }) => linesOf(board, id))
  const ends = lines.map(({ startsAt, endsAt }) => ({
    from: shareOfDay(board, startsAt),
    to: shareOfDay(board, endsAt),
  }))
  const { from, to } = shownPart(ends, hours)
  return (at) => Math.max(0, Math.min(1, (shareOfDay(board, at) - from) / (to - from)))
}

/** The full hours between both edges of the sheet. */
function useHours(board: DayBoard, scale: Scale) {
  const place = usePlace()
  const isIn = (slot: Span, next: Span | undefined) =>
    scale(slot.startsAt) < 1 && scale(next?.startsAt ?? slot.endsAt) > 0
  return board.slots.filter((slot, row) => isIn(slot, board.slots[row + 1]) && startsHour(board, row, place))
}

function Hours({ board, scale }: { board: DayBoard; scale: Scale }) {
  const place = usePlace()
  const hours = useHours(board, scale)
  const shown = hours.filter((_, index) => hours.length <= MOST_HOURS || index % 2 === 0)
  return shown.map(({ startsAt }) => (
    <span key={startsAt} style={{ left: percent(scale(startsAt)) }} data-edge={scale(startsAt) === 0 || undefined}>
      {wallTime(startsAt, place)}
    </span>
  ))
}

interface LaneProps {
  board: DayBoard
  seat: Seat
  rowMm: number
  /** Of all names of the sheet that have room in it; in points. */
  nameSize: number
  scale: Scale
  wordsOf: (booking: Booking) => BlockWords
}

/** One seat across the day. */
function Lane({ board, seat, rowMm, nameSize, scale, wordsOf }: LaneProps) {
  const { t: waits } = useTranslation('waitlist')
  const place = usePlace()
  const index = board.seats.indexOf(seat)
  const closed = runsOf(board.slots.map((_, row) => board.offers[index]?.[row] === undefined))
  const hours = useHours(board, scale)
  return (
    <>
      {closed.map(({ from, end }) => (
        <i key={from} className={styles.closed} style={acrossOf(scale, spanOfRows(board, from, end))} />
      ))}
      {hours.map(({ startsAt }) => (
        <i key={startsAt} className={styles.line} style={{ left: percent(scale(startsAt)) }} />
      ))}
      {linesOf(board, seat.id).map((line) => (
        <Block key={line.startsAt} line={line} scale={scale}>
          {isHeld(line) ? (
            heldName(waits, line)
          ) : (
            <Who
              {...withTime(wordsOf(line), timeRange(line.startsAt, line.endsAt, place), (words) =>
                blockLook(words, widthOn(scale, line), rowMm, nameSize),
              )}
            />
          )}
        </Block>
      ))}
    </>
  )
}

function Block({ line, scale, children }: { line: Booking | HeldPlace; scale: Scale; children: ReactNode }) {
  return (
    <span className={styles.block} data-held={isHeld(line) || undefined} style={acrossOf(scale, line)}>
      {children}
    </span>
  )
}

function Who({ words: { name, department, beside, isMarked }, look }: { words: BlockWords; look: BlockLook }) {
  return (
    <span className={styles.who} data-stacked={look.isStacked || undefined} style={{ fontSize: `${look.nameSize}pt` }}>
      <b>
        {isMarked ? <PurposeIcon purpose="answer" /> : null}
        {name}
      </b>
      {look.showsDepartment ? <small>{department}</small> : null}
      {look.showsBeside ? <small>{beside}</small> : null}
    </span>
  )
}

/** How much of the sheet's width a booking takes, 0 to 1. */
const widthOn = (scale: Scale, { startsAt, endsAt }: Span) => scale(endsAt) - scale(startsAt)

const percent = (share: number) => `${share * 100}%`

const acrossOf = (scale: Scale, { startsAt, endsAt }: Span) => ({
  left: percent(scale(startsAt)),
  width: percent(widthOn(scale, { startsAt, endsAt })),
})

const spanOfRows = ({ slots }: DayBoard, from: number, end: number): Span => ({
  startsAt: slots[from]?.startsAt ?? '',
  endsAt: slots[end - 1]?.endsAt ?? '',
})
