import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { type DayBoard, earliestFor } from '../board/board-layout.ts'
import { letGo } from '../board/board-store.ts'
import { HourScale, hasSameScale, usualDay } from './HourScale.tsx'
import { useWeekPointer } from './use-week-pointer.ts'
import styles from './WeekBoard.module.css'
import { WeekDay } from './WeekDay.tsx'

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

/** Arrows go from day to day, Enter or a press opens one. */
export function WeekBoard({ boards, day, today, me, now, onOpenDay, onToday }: WeekBoardProps) {
  const { t } = useTranslation('seats')
  const list = useRef<HTMLDivElement>(null)
  const firstAt = Math.max(
    0,
    boards.findIndex((board) => board.date === day),
  )
  const [at, setAt] = useState(firstAt)
  useEffect(() => setAt(firstAt), [firstAt])

  const focusDay = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-day="${boards[index]?.date ?? ''}"]`)?.focus()
  useEffect(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body || focused.tagName === 'MAIN') {
      list.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
    }
  }, [day])
  const usual = usualDay(boards)
  const pointer = useWeekPointer(list, boards, { now, onOpenDay })
  useKeys('seats', {
    'seats.leave': () => pointer.letGo() || letGo(),
    'seats.dayView': () => onOpenDay(boards[at]?.date ?? day),
    'seats.today': () => {
      const index = boards.findIndex((board) => board.date === today)
      if (index === -1) return onToday()
      setAt(index)
      focusDay(index)
    },
  })

  const move = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -at, End: boards.length - 1 - at }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(boards.length - 1, at + step))
    setAt(next)
    focusDay(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      className={styles.week}
      data-scroller
      ref={list}
      role="group"
      aria-label={t('week.label')}
      data-dragging={pointer.drag !== null || undefined}
      style={{ '--seats': Math.max(...boards.map(({ seats }) => seats.length)) } as CSSProperties}
      onKeyDown={move}
      {...pointer.handlers}
    >
      <div className={styles.scale} aria-hidden="true">
        {usual === undefined ? null : <HourScale board={usual} />}
      </div>
      {boards.map((board, index) => (
        <WeekDay
          key={board.date}
          board={board}
          earliest={earliestFor(now, board)}
          hasOwnScale={usual !== undefined && !hasSameScale(board, usual)}
          isToday={board.date === today}
          isPast={board.date < today}
          isCursor={index === at}
          me={me}
          now={now}
          drag={pointer.drag?.board.date === board.date ? pointer.drag : null}
          onOpen={() => onOpenDay(board.date)}
        />
      ))}
    </div>
  )
}
