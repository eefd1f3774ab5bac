import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyCounts } from '../../../../shared/contract/duty/passports.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { dutyKinds } from '../../../../shared/domain/duty/duty-kinds.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { dateOf } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './DutyTable.module.css'
import type { DutyRow } from './duty-rows.ts'

/** At text size 100 %, as in DutyTable.module.css. */
const ROW_HEIGHT = 38

export interface DutyTableProps {
  rows: readonly DutyRow[]
  chosenId: Id | null
  onChoose: (personId: Id) => void
}

/** One person a line; only those in sight are in the page. It scrolls in the panel around it. */
export function DutyTable({ rows, chosenId, onChoose }: DutyTableProps) {
  const { t } = useTranslation('duty')
  const list = useRef<HTMLDivElement>(null)
  const rowHeight = ROW_HEIGHT * useTextScale()
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-duty-scroll]') ?? null,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.person.id ?? index,
    overscan: 12,
    initialRect: { width: 900, height: 700 },
  })
  useMeasuredAnew(lines, rowHeight)
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
        ref={list}
        role="listbox"
        aria-label={t('overview.list')}
        className={styles.list}
        style={{ height: lines.getTotalSize() }}
      >
        {lines.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <Line
              key={key}
              row={row}
              top={start}
              place={index + 1}
              of={rows.length}
              isChosen={row.person.id === chosenId}
              onChoose={onChoose}
            />
          )
        })}
      </div>
    </div>
  )
}

interface LineProps {
  row: DutyRow
  top: number
  place: number
  of: number
  isChosen: boolean
  onChoose: (personId: Id) => void
}

function Line({ row, top, place, of, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation('duty')
  const { language, timeZone } = usePlace()
  const { person, owed, done, remindedAt } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys walk the lines, and Enter presses the one with the focus
    <div
      role="option"
      tabIndex={-1}
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
        <Count key={kind} label={t(`kind.${kind}`)} of={kind} owed={owed} done={done} />
      ))}
      <span className={styles.quiet}>
        {remindedAt === null ? t('overview.never') : dateOf(remindedAt, { language, timeZone }, instantNow())}
      </span>
    </div>
  )
}

/** `1/1`; amber as long as something is owed. */
function Count({ label, of, owed, done }: { label: string; of: keyof DutyCounts; owed: DutyCounts; done: DutyCounts }) {
  const { t } = useTranslation('duty')
  if (owed[of] === 0 && done[of] === 0) return <span className={styles.count}>{t('overview.never')}</span>
  return (
    <span className={styles.count} data-owes={done[of] < owed[of] || undefined}>
      <span aria-hidden="true">
        {done[of]}/{owed[of]}
      </span>
      <VisuallyHidden>{t('mark.done', { kind: label, done: done[of], owed: owed[of] })}</VisuallyHidden>
    </span>
  )
}
