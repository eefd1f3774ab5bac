// biome-ignore-all lint/a11y/useSemanticElements: cells lie on one CSS grid and span it, which a table cannot

import type { TFunction } from 'i18next'
import { Check, CircleCheck, CircleSlash, Dices, Headphones, PhoneCall, Repeat, UserPen } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { isMissed } from '../../../../shared/domain/seats/no-shows.ts'
import { type Place, timeRange } from '../../../lib/formats.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import block from '../block.module.css'
import styles from './BookingCell.module.css'
import type { PlacedBooking } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import type { CellSize } from './board-window.ts'
import { bookerOf, bookingName, isBright, isDrawn, isMine, isOver } from './cell-names.ts'

/** A booking on the day board: who, what for, with whom, there already? What does not fit leaves from the bottom up. */
export function BookingCell({
  placed,
  me,
  now,
  cell,
  t,
  place,
}: {
  placed: PlacedBooking
  me: Id | null
  now: Instant
  cell: CellSize
  /** From its row: dozens of cells need not each ask for the language. */
  t: TFunction<'seats'>
  place: Place
}) {
  const { booking, seat, firstSlot, endSlot } = placed
  const isLifted = useBoard(({ mode }) => bookingInHand(mode) === booking.id)
  const isDim = useBoard(({ bright }) => !isBright(booking, bright))
  const over = isOver(booking, now)
  const shows = roomIn(placed, cell)
  const isOwn = me !== null && booking.personId === me
  const booker = bookerOf(booking)
  const isBookerBelow = shows.lines >= (booking.companionId === null ? 3 : 4)
  const byBooker = booker === null ? null : t(shows.isNarrow ? 'forOthers.byShort' : 'forOthers.by', { name: booker })
  const companion = booking.companionName === null ? null : t('with', { name: booking.companionName })
  return (
    <div
      role="gridcell"
      className={styles.cell}
      style={{ '--seat': seat, '--rows': endSlot - firstSlot } as CSSProperties}
      tabIndex={-1}
      aria-colindex={seat + 2}
      aria-rowspan={endSlot - firstSlot}
      data-cell={`${seat}:${firstSlot}`}
      data-booking={booking.id}
    >
      <VisuallyHidden>{bookingName(t, booking, me, place)}</VisuallyHidden>
      <div
        className={`${block.block} ${styles.block}`}
        style={{ '--free-before': placed.freeBefore, '--free-after': placed.freeAfter } as CSSProperties}
        data-mine={isMine(booking, me) || undefined}
        data-over={over || undefined}
        data-drawn={isDrawn(booking) || undefined}
        data-state={booking.state}
        data-purpose={booking.purpose}
        data-lifted={isLifted || undefined}
        data-narrow={shows.isNarrow || undefined}
        data-dim={isDim || undefined}
        aria-hidden="true"
      >
        <p className={styles.first}>
          <PurposeIcon purpose={booking.purpose} />
          {isMine(booking, me) ? <span className={styles.me}>{t('me')}</span> : null}
          {isOwn && shows.isNarrow ? null : <span className={styles.name}>{nameOn(t, booking)}</span>}
          {shows.isOneLong ? (
            <span className={styles.inline}>{byBooker ?? t(`purpose.${booking.purpose}`)}</span>
          ) : null}
          {companion !== null && (shows.isOneLong || shows.isTwoLong) ? (
            <span className={styles.inline}>{companion}</span>
          ) : null}
          {booker !== null && shows.lines === 1 && !shows.isOneLong ? <UserPen className={styles.series} /> : null}
          {isDrawn(booking) ? <Dices className={styles.series} /> : null}
          {booking.seriesId === null || shows.isNarrow ? null : <Repeat className={styles.series} />}
          {booking.state === 'checked_in' ? <CircleCheck className={styles.mark} /> : null}
          {booking.state === 'done' ? <Check className={styles.mark} /> : null}
          {isMissed(booking) ? <CircleSlash className={styles.mark} /> : null}
        </p>
        {shows.lines < 2 ? null : (
          <p className={styles.second}>
            <span className="figures">{timeRange(booking.startsAt, booking.endsAt, place)}</span>
            {shows.isNarrow ? null : <span>{byTime()}</span>}
          </p>
        )}
        {companion !== null && shows.lines >= 3 ? <p className={styles.third}>{companion}</p> : null}
        {byBooker !== null && isBookerBelow ? <p className={styles.third}>{byBooker}</p> : null}
        {over ? null : <span className={styles.edge} data-resize />}
      </div>
    </div>
  )

  /** What for is also said by its icon, who booked by nothing else: an hour is too short for a line of its own. */
  function byTime(): string {
    if (isMissed(booking)) return t(`state.${booking.state}`)
    return byBooker !== null && !isBookerBelow ? byBooker : t(`purpose.${booking.purpose}`)
  }
}

/** Who sits there, where that is not whoever booked. */
const nameOn = (t: TFunction<'seats'>, { personName, satByName }: PlacedBooking['booking']): string =>
  satByName === null ? personName : t('standIn.for', { name: satByName, booker: personName })

/** What fits, by the size of a cell: reckoned, because asking the browser for each booking takes longer than drawing them. */
function roomIn({ firstSlot, endSlot, freeBefore, freeAfter }: PlacedBooking, cell: CellSize) {
  const height = cell.cellHeight * (endSlot - firstSlot) * (1 - freeBefore - freeAfter) - 4
  const width = cell.cellWidth - 12
  const lines = height < 41 ? 1 : height < 59 ? 2 : height < 77 ? 3 : 4
  return {
    lines,
    isNarrow: width <= 110,
    isOneLong: lines === 1 && width >= 168,
    isTwoLong: lines === 2 && width >= 150,
  }
}

/** Headphones hear, a ringing phone answers: told apart without a word. */
export const PurposeIcon = ({ purpose }: { purpose: Purpose }) =>
  purpose === 'listen' ? <Headphones aria-hidden="true" /> : <PhoneCall aria-hidden="true" />

function bookingInHand(mode: ReturnType<typeof useBoard.getState>['mode']): Id | null {
  if (mode.kind === 'carrying') return mode.placed.booking.id
  return mode.kind === 'sending' || mode.kind === 'refused' ? mode.booking.id : null
}
