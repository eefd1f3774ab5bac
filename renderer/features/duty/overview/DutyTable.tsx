import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/contract/values.ts'
import { dutyKinds } from '../../../../shared/domain/duty/duty-kinds.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { isComposing } from '../../../lib/composition.ts'
import { dateOf } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './DutyTable.module.css'
import type { DutyRow } from './duty-rows.ts'

/** At text size 100 %, as in DutyTable.module.css and lists.css. */
const ROW_HEIGHT = 38
const HEAD_HEIGHT = 34
/** Of the window: the page's heading, the forecast, the choices and the edge below. */
const ABOVE_AND_BELOW = 191

export interface DutyTableProps {
  rows: readonly DutyRow[]
  chosenId: Id | null
  onChoose: (personId: Id) => void
  /** Who walks the lines stands here: a screen reader tells the chosen one. */
  listRef: RefObject<HTMLDivElement | null>
}

/** One person a line; only those in sight are in the page. It scrolls in the panel around it. */
export function DutyTable({ rows, chosenId, onChoose, listRef }: DutyTableProps) {
  const { t } = useTranslation('duty')
  const scale = useTextScale()
  const rowHeight = ROW_HEIGHT * scale
  const headHeight = HEAD_HEIGHT * scale
  const scroller = () => listRef.current?.closest<HTMLElement>('[data-duty-scroll]') ?? null
  const isFirst = useDeferredValue(false, true)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.person.id ?? index,
    // Rows that scrolling will show come after those that are seen.
    overscan: isFirst ? 0 : 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // About what is left of the window: no row is drawn that the first measuring takes away again.
    initialRect: { width: 0, height: Math.max(0, innerHeight - ABOVE_AND_BELOW * scale) },
  })
  useMeasuredAnew(lines, rowHeight)
  const inSight = lines.getVirtualItems()
  const chosenAt = useMemo(() => rows.findIndex(({ person }) => person.id === chosenId), [rows, chosenId])
  useEffect(() => {
    // Only under somebody who walks: the list does not jump to oneself on arrival, nor while somebody types who is looked for.
    if (chosenAt >= 0 && listRef.current === document.activeElement) lines.scrollToIndex(chosenAt)
  }, [chosenAt, lines, listRef])

  const choose = useStable(onChoose)
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const page = Math.max(1, Math.floor(((scroller()?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const by = { PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length }[event.key]
    const next = by === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, chosenAt + by))]
    if (next === undefined) return
    onChoose(next.person.id)
    event.preventDefault()
  }
  return (
    <div className={styles.table}>
      <div className={`column-heads ${styles.head}`} aria-hidden="true">
        <span>{t('overview.name')}</span>
        <span>{t('overview.department')}</span>
        <span className={styles.number}>{t('overview.employeeNumber')}</span>
        {dutyKinds.map((kind) => (
          <span key={kind} className={styles.count}>
            {t(`short.${kind}`)}
          </span>
        ))}
        <span>{t('overview.reminded')}</span>
      </div>
      <div
        ref={listRef}
        role="listbox"
        aria-label={t('overview.list')}
        aria-activedescendant={inSight.some(({ index }) => index === chosenAt) ? lineId(chosenId) : undefined}
        tabIndex={0}
        className={styles.list}
        style={{ height: lines.getTotalSize() }}
        onKeyDown={pressed}
      >
        {inSight.map(({ index, key, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <Line
              key={key}
              row={row}
              top={start - headHeight}
              place={index + 1}
              of={rows.length}
              isChosen={row.person.id === chosenId}
              onChoose={choose}
            />
          )
        })}
      </div>
    </div>
  )
}

const lineId = (personId: Id | null): string => `duty-${personId}`

interface LineProps {
  row: DutyRow
  top: number
  place: number
  of: number
  isChosen: boolean
  onChoose: (personId: Id) => void
}

/** Neither scrolling nor walking draws a line anew that stays as it is. */
const Line = memo(function Line({ row, top, place, of, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation('duty')
  const { language, timeZone } = usePlace()
  const { person, owed, done, remindedAt } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys walk the lines
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and says which line is meant
    <div
      id={lineId(person.id)}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={of}
      className={styles.line}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(person.id)}
    >
      <span className={styles.name}>{person.name}</span>
      <span className={styles.quiet}>{person.department}</span>
      <span className={styles.number}>{person.employeeNumber}</span>
      {dutyKinds.map((kind) => (
        <Count key={kind} label={t(`kind.${kind}`)} done={done[kind]} owed={owed[kind]} />
      ))}
      <span className={styles.quiet}>
        {remindedAt === null ? t('overview.never') : dateOf(remindedAt, { language, timeZone }, instantNow())}
      </span>
    </div>
  )
})

/** `1/1`; amber as long as something is owed. */
function Count({ label, done, owed }: { label: string; done: number; owed: number }) {
  const { t } = useTranslation('duty')
  if (owed === 0 && done === 0) return <span className={styles.count}>{t('overview.never')}</span>
  return (
    <span className={styles.count} data-owes={done < owed || undefined}>
      <span aria-hidden="true">{`${done}/${owed}`}</span>
      <VisuallyHidden>{t('mark.done', { kind: label, done, owed })}</VisuallyHidden>
    </span>
  )
}
