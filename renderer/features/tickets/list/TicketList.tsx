import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useDeferredValue, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueType, Ticket, TicketSort } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useNow } from '../../../lib/now.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './TicketList.module.css'
import { ROW_HEIGHT, rowId, TicketRow } from './TicketRow.tsx'

/* biome-ignore-start lint/a11y/useSemanticElements: the grid holds the focus and points at its rows; a table cannot hold only the rows in sight */
/* biome-ignore-start lint/a11y/useFocusableInteractive: the grid holds the focus and points at its rows; a table cannot hold only the rows in sight */

/** At text size 100 %, as in TicketList.module.css. */
const HEAD_HEIGHT = 32
/** Heading, filters and the bar below, where nothing is open beside the list. */
const ABOVE_AND_BELOW = 230
/** The next page is asked for this many rows before the end comes into sight. */
const ROWS_AHEAD = 40

/** The column an order goes by, and which way. */
const SORTED: Readonly<Record<TicketSort, { column: string; way: 'ascending' | 'descending' }>> = {
  due_soonest: { column: 'deadline', way: 'ascending' },
  newest: { column: 'opened', way: 'descending' },
  oldest: { column: 'opened', way: 'ascending' },
  priority: { column: 'priority', way: 'ascending' },
  number: { column: 'number', way: 'ascending' },
}

const columns = ['pick', 'number', 'title', 'issueType', 'priority', 'state', 'owner', 'deadline', 'opened'] as const
const columnClass = { ...styles, issueType: styles.type } as Readonly<Record<string, string | undefined>>

export interface TicketListProps {
  gridRef: RefObject<HTMLDivElement | null>
  tickets: readonly Ticket[]
  total: number
  types: readonly IssueType[]
  sort: TicketSort
  isPicked: (ticketId: Id) => boolean
  /** Index of the row under the cursor; a fraction or -1 when none is. */
  cursorAt: number
  shownId: Id | null
  isStale: boolean
  onPress: (index: number, how: 'open' | 'pick' | 'range') => void
  onJump: (by: number) => void
  onNearEnd: () => void
}

/** The list itself: only the rows in sight are in the page, however many tickets there are. */
export function TicketList(props: TicketListProps) {
  const { gridRef, tickets, total, types, sort, isPicked, cursorAt, shownId, isStale, onPress, onJump, onNearEnd } =
    props
  const { t, i18n } = useTranslation('tickets')
  const now = useNow()
  const scale = useTextScale()
  const headHeight = HEAD_HEIGHT * scale
  const rowHeight = ROW_HEIGHT * scale
  const isFirst = useDeferredValue(false, true)
  const rows = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => tickets[index]?.id ?? index,
    // Rows that scrolling will show come after those that are seen.
    overscan: isFirst ? 0 : 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // About what is left of the window: rows are drawn along with the page, not once it was measured.
    initialRect: { width: 0, height: Math.max(0, innerHeight - ABOVE_AND_BELOW * scale) },
  })
  useMeasuredAnew(rows, rowHeight)
  const shownRows = rows.getVirtualItems()
  const lastRow = shownRows.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastRow >= tickets.length - ROWS_AHEAD) onNearEnd()
  }, [lastRow, tickets.length, onNearEnd])
  useEffect(() => {
    // At the top of a list not scrolled yet there is nothing to bring into sight, and measuring for it would cost a layout.
    if (cursorAt === 0 && rows.scrollOffset === 0) return
    if (cursorAt >= 0 && Number.isInteger(cursorAt)) rows.scrollToIndex(cursorAt)
  }, [cursorAt, rows])

  const press = useStable(onPress)
  const cursor = tickets[cursorAt]
  const isCursorInSight = shownRows.some((row) => row.index === cursorAt)
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const page = Math.max(1, Math.floor(((gridRef.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const by = { PageDown: page, PageUp: -page, Home: -tickets.length, End: tickets.length }[event.key]
    if (by === undefined) return
    onJump(by)
    event.preventDefault()
  }
  return (
    <div
      ref={gridRef}
      className={styles.grid}
      role="grid"
      aria-label={t('list.label')}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-busy={isStale}
      aria-activedescendant={cursor !== undefined && isCursorInSight ? rowId(cursor.id) : undefined}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          {columns.map((column) => {
            const isSorted = SORTED[sort].column === column
            return (
              <span
                key={column}
                role="columnheader"
                aria-sort={isSorted ? SORTED[sort].way : undefined}
                className={columnClass[column]}
              >
                {column === 'pick' ? <VisuallyHidden>{t('list.pick')}</VisuallyHidden> : t(`list.${column}`)}
                {isSorted ? (
                  SORTED[sort].way === 'ascending' ? (
                    <ArrowUp aria-hidden />
                  ) : (
                    <ArrowDown aria-hidden />
                  )
                ) : null}
              </span>
            )
          })}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.rows}
        style={{ height: rows.getTotalSize() }}
        data-stale={isStale || undefined}
      >
        {shownRows.map((row) => {
          const ticket = tickets[row.index]
          if (ticket === undefined) return null
          const type = types.find((each) => each.id === ticket.issueTypeId)
          return (
            <div
              key={row.key}
              role="presentation"
              className={styles.place}
              style={{ transform: `translateY(${row.start - headHeight}px)` }}
            >
              <TicketRow
                ticket={ticket}
                index={row.index}
                typeName={(i18n.language === 'en' ? type?.nameEn : type?.nameZh) ?? ''}
                now={now}
                isPicked={isPicked(ticket.id)}
                isUnderCursor={row.index === cursorAt}
                isShown={ticket.id === shownId}
                onPress={press}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
/* biome-ignore-end lint/a11y/useSemanticElements: see above */
/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */
