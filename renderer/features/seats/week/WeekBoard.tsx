// biome-ignore-all lint/a11y/useSemanticElements: days are pictures, and only the cell with the focus is in the document
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among headings and cells
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { isNowhere } from '../../../ui/focus.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { BoardStatus } from '../board/BoardStatus.tsx'
import { type DayBoard, earliestFor } from '../board/board-layout.ts'
import { laidOn } from '../board/board-moves.ts'
import { goesAlong, letGo, type Mode, modeNow, setMode, useBoard } from '../board/board-store.ts'
import { putBack } from '../seats.actions.ts'
import { HourScale, hasSameScale, usualDay } from './HourScale.tsx'
import { MOST_WITH_NAMES } from './most-with-names.ts'
import { PointedPlace } from './PointedPlace.tsx'
import { useOpenAtWork } from './use-open-at-work.ts'
import { useWeekKeys } from './use-week-keys.ts'
import { useWeekPointer, type WeekDrag } from './use-week-pointer.ts'
import styles from './WeekBoard.module.css'
import { WeekDay } from './WeekDay.tsx'
import { headId, WeekHead } from './WeekHead.tsx'
import type { WeekPlace } from './week-moves.ts'

export interface WeekBoardProps {
  boards: readonly DayBoard[]
  /** The day of the address: it has the focus first. */
  day: PlainDate
  today: PlainDate
  me: Id | null
  now: Instant
  onOpenDay: (day: PlainDate) => void
  onToday: () => void
}

/** With more of them no usual window holds a week: it is scrolled anyway, and its columns may be wide enough to point at. */
const MOST_IN_SIGHT = 34

/** Days beside each other, each a picture of its seats and times; arrows go from heading to heading, and down into a day from cell to cell. */
export function WeekBoard({ boards, day, today, me, now, onOpenDay, onToday }: WeekBoardProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const list = useRef<HTMLDivElement>(null)
  const firstAt = Math.max(
    0,
    boards.findIndex((board) => board.date === day),
  )
  const [at, setAt] = useState<WeekPlace>({ day: firstAt, seat: 0, slot: null })
  const [handDay, setHandDay] = useState(firstAt)
  useEffect(() => setAt((before) => ({ ...before, day: firstAt })), [firstAt])

  const focusDay = (index: number) => focusHead(boards[index]?.date ?? '')
  const goTo = (next: WeekPlace) => {
    setAt(next)
    if (next.slot === null) focusDay(next.day)
  }
  useEffect(() => {
    if (isNowhere(document.activeElement)) focusHead(day)
  }, [day])
  // With many seats a week is wider than its window: what is left of it lies before whoever opens it, and of another week its day.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where somebody scrolled to stays until another week or day opens
  useLayoutEffect(() => {
    const inline = day === today ? 'start' : 'nearest'
    bringHead(document.getElementById(headId(day)), inline)
  }, [day, boards[0]?.date, boards[0]?.seats[0]?.id])

  useOpenAtWork(list, boards, now)

  // What is in the hand comes along from the day view and from week to week, at its time of day.
  const shown = useRef({ boards, handDay })
  shown.current = { boards, handDay }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another week opens
  useLayoutEffect(() => {
    const timeOf = (when: Instant) => timeOfDay(when, place)
    const carried = modeNow()
    const under = boards[firstAt]
    if (goesAlong(carried) && under !== undefined) {
      setHandDay(firstAt)
      setMode({ ...carried, to: laidOn(under, carried, timeOf) })
    } else letGo()
    return () => {
      const left = modeNow()
      const row = goesAlong(left) ? shown.current.boards[shown.current.handDay]?.slots[left.to.firstSlot] : undefined
      if (goesAlong(left) && row !== undefined) setMode({ ...left, leftAt: timeOf(row.startsAt) })
      else putBack()
    }
  }, [boards[0]?.date])

  const mode = useBoard((state) => state.mode)
  const usual = usualDay(boards)
  const pointer = useWeekPointer(list, boards, { now, onOpenDay })
  const under = boards[goesAlong(mode) ? handDay : at.day]
  const drag = pointer.drag ?? (under === undefined ? null : inHand(mode, under))
  const letGoOfPointer = pointer.letGo
  const onKeyDown = useWeekKeys({
    boards,
    today,
    now,
    me,
    at,
    goTo,
    handDay,
    setHandDay,
    letGoOfPointer,
    onOpenDay,
    onToday,
  })
  const cursorBoard = boards[at.day]
  const hoursShown = usual === undefined ? 0 : hoursOf(usual)
  const mostSeats = Math.max(...boards.map(({ seats }) => seats.length))
  const seatsBefore = (index: number) => boards.slice(0, index).reduce((sum, { seats }) => sum + seats.length, 0)

  const factsOf = (board: DayBoard, index: number) => ({
    ...{ board, me, now, earliest: earliestFor(now, board), seatsBefore: seatsBefore(index) },
    isToday: board.date === today,
    isPast: board.date < today,
    onOpen: () => onOpenDay(board.date),
  })

  return (
    <>
      <div
        className={styles.week}
        data-scroller
        ref={list}
        role="grid"
        aria-label={t('week.label')}
        aria-rowcount={(usual?.slots.length ?? 0) + 1}
        aria-colcount={seatsBefore(boards.length) + 1}
        data-dragging={pointer.drag !== null || undefined}
        data-many={mostSeats > MOST_IN_SIGHT || undefined}
        style={{ '--seats': mostSeats, '--hours': hoursShown } as CSSProperties}
        onKeyDown={onKeyDown}
        {...pointer.handlers}
      >
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          <div role="columnheader" className={styles.unseen} aria-colindex={1}>
            <VisuallyHidden>{t('board.time')}</VisuallyHidden>
          </div>
          {boards.map((board, index) => (
            <WeekHead
              key={board.date}
              {...factsOf(board, index)}
              hasCursor={index === at.day && at.slot === null}
              hasOwnScale={usual !== undefined && !hasSameScale(board, usual)}
            />
          ))}
        </div>
        <div className={styles.corner} aria-hidden="true" />
        <div className={styles.scale} aria-hidden="true">
          {usual === undefined ? null : <HourScale board={usual} />}
        </div>
        {boards.map((board, index) => (
          <WeekDay
            key={board.date}
            {...factsOf(board, index)}
            isLast={index === boards.length - 1}
            hasOwnScale={usual !== undefined && !hasSameScale(board, usual)}
            cursor={index === at.day ? at : null}
            drag={drag?.board.date === board.date ? drag : null}
          />
        ))}
      </div>
      {mostSeats > MOST_WITH_NAMES ? <PointedPlace {...{ list, boards, me, now }} /> : null}
      {cursorBoard === undefined ? null : (
        <BoardStatus
          board={under ?? cursorBoard}
          earliest={earliestFor(now, under ?? cursorBoard)}
          now={now}
          isOneOfMany
        />
      )}
    </>
  )
}

function focusHead(day: PlainDate): void {
  const head = document.getElementById(headId(day))
  head?.focus({ preventScroll: true })
  bringHead(head, 'nearest')
}

/** Sideways alone: it stands above the week however far that is scrolled down, and the browser would go back up to its place. */
function bringHead(head: HTMLElement | null, inline: 'start' | 'nearest'): void {
  const week = head?.closest('[data-scroller]')
  if (!head || !week) return
  const top = week.scrollTop
  head.scrollIntoView?.({ block: 'nearest', inline })
  week.scrollTop = top
}

const hoursOf = ({ slots }: DayBoard): number =>
  (msOf(slots.at(-1)?.endsAt ?? EPOCH) - msOf(slots[0]?.startsAt ?? EPOCH)) / 3_600_000
const EPOCH = '1970-01-01T00:00:00.000Z'

/** What the keys carry or draw, as the pointer would. */
function inHand(mode: Mode, board: DayBoard): WeekDrag | null {
  if (mode.kind === 'selecting') return { board, placed: null, seat: mode.seat, from: mode.from, end: mode.end }
  if (!goesAlong(mode)) return null
  const { seat, firstSlot, length } = mode.to
  return { board, placed: mode.placed, seat, from: firstSlot, end: firstSlot + length }
}
