import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { timeOfDay, timeRange } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { AskPopover } from '../booking/AskPopover.tsx'
import { BookingPopover } from '../booking/BookingPopover.tsx'
import { RefusedPopover } from '../booking/RefusedPopover.tsx'
import { HeldPlaces } from '../waitlist/HeldPlaces.tsx'
import { areaStyle } from './area-style.ts'
import styles from './BoardLayer.module.css'
import { type DayBoard, shareOfDay, spanOf } from './board-layout.ts'
import { useBoard } from './board-store.ts'
import { landingOf } from './drag-geometry.ts'
import { ToBeDrawn } from './ToBeDrawn.tsx'
import { type InHand, wordsInTheWay } from './way-words.ts'

export interface BoardLayerProps {
  ref: Ref<HTMLDivElement>
  board: DayBoard
  earliest: Instant
  me: Id | null
  now: Instant
  onListen: (sessionId: Id) => void
}

/** Over the cells: what is being drawn or carried, and what the small windows stand beside. Seen only. */
export function BoardLayer({ ref, board, earliest, me, now, onListen }: BoardLayerProps) {
  const mode = useBoard((state) => state.mode)
  return (
    <div ref={ref} className={styles.layer} aria-hidden="true">
      {mode.kind === 'selecting' ? (
        <Drawn board={board} span={spanOf(board, mode.seat, mode.from, mode.end)} look="range" />
      ) : null}
      {mode.kind === 'carrying' ? (
        <Carried
          board={board}
          hand={{ booking: mode.placed.booking, earliest, now }}
          span={landingOf(board, mode.placed.booking, mode.to, mode.act)}
        />
      ) : null}
      {mode.kind === 'sending' ? <Drawn board={board} span={mode.place} look="range" /> : null}
      {mode.kind === 'asking' ? <AskPopover board={board} place={mode.place} earliest={earliest} me={me} /> : null}
      {mode.kind === 'refused' ? <RefusedPopover board={board} {...mode} /> : null}
      {mode.kind === 'details' ? (
        <BookingPopover
          board={board}
          bookingId={mode.bookingId}
          isEditing={mode.isEditing}
          me={me}
          now={now}
          onListen={onListen}
        />
      ) : null}
    </div>
  )
}

function Carried({ board, hand, span }: { board: DayBoard; hand: InHand; span: SeatSpan | null }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  if (span === null) return null
  const words = wordsInTheWay(t, board, span, hand, place)
  return <Drawn board={board} span={span} look={words === null ? 'carried' : 'taken'} words={words ?? undefined} />
}

function Drawn({
  board,
  span,
  look,
  words,
}: {
  board: DayBoard
  span: SeatSpan | null
  look: 'range' | 'carried' | 'taken'
  words?: string | undefined
}) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const style = areaStyle(board, span)
  if (style === null || span === null) return null
  const seat = board.seats.find((each) => each.id === span.seatId)?.number ?? 0
  return (
    <div className={styles.drawn} style={style} data-look={look}>
      <span className={styles.label}>
        <strong>{t('seat', { seat })}</strong>{' '}
        <span className="figures">{timeRange(span.startsAt, span.endsAt, place)}</span>
      </span>
      {words === undefined ? null : <span className={styles.words}>{words}</span>}
    </div>
  )
}

/** What is to be drawn, and what is held for those who wait, under what the hand is doing. */
export const BoardMarks = ({ board }: { board: DayBoard }) => (
  <div className={styles.layer} aria-hidden="true">
    <ToBeDrawn board={board} isNamed />
    <HeldPlaces board={board} />
  </div>
)

/** The present: a line under the bookings, so that no name is struck through, and its time in the column of times. */
export function Present({ board, now }: { board: DayBoard; now: Instant }) {
  const place = usePlace()
  const share = shareOfDay(board, now)
  if (share < 0 || share > 1) return null
  return (
    <>
      <div className={styles.lines} aria-hidden="true">
        <span className={styles.now} style={{ top: `${share * 100}%` }} />
      </div>
      <div className={styles.times} aria-hidden="true">
        <span className={styles.nowTime} style={{ top: `clamp(9px, ${share * 100}%, calc(100% - 9px))` }}>
          {timeOfDay(now, place)}
        </span>
      </div>
    </>
  )
}
