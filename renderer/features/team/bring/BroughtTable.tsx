import { useQueries } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BroughtKind, BroughtRow } from '../../../../shared/contract/team/bring-along.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import styles from './BroughtTable.module.css'
import { broughtRows, ROWS_A_PAGE } from './bring.queries.ts'
import { Cells, COLUMNS } from './Cells.tsx'
import { PersonChoice } from './PersonChoice.tsx'

/** At text size 100 %, as in BroughtTable.module.css. */
const ROW_HEIGHT = 34

type Person = Extract<BroughtRow, { kind: 'person' }>

/** One kind line by line. Only what is in sight is in the page and was asked for, however many there are. */
export function BroughtTable({ kind, total }: { kind: BroughtKind; total: number }) {
  const { t } = useTranslation('bring')
  const [asked, setAsked] = useState<Person | null>(null)
  const box = useRef<HTMLElement>(null)
  const rowHeight = ROW_HEIGHT * useTextScale()
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 900, height: 340 },
  })
  useMeasuredAnew(rows, rowHeight)
  const inSight = rows.getVirtualItems()
  const pages = [...new Set(inSight.map(({ index }) => Math.floor(index / ROWS_A_PAGE)))]
  const found = useQueries({ queries: pages.map((page) => broughtRows(kind, page)) })
  const rowAt = (index: number): BroughtRow | undefined =>
    found[pages.indexOf(Math.floor(index / ROWS_A_PAGE))]?.data?.rows[index % ROWS_A_PAGE]
  if (total === 0) return <QuietLine>{t('noRows')}</QuietLine>
  const columns = COLUMNS[kind]
  return (
    <>
      <section
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and arrows must be able to scroll it
        tabIndex={0}
        aria-label={t(`kind.${kind}`)}
      >
        <table className={styles.table} aria-rowcount={total + 1} data-kind={kind}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ name, isFigure }) => (
                <th key={name} scope="col" data-column={name} data-figure={isFigure || undefined}>
                  {t(`column.${kind}.${name}` as 'column.person.name')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={inSight[0]?.start ?? 0} columns={columns.length} />
            {inSight.map(({ index }) => {
              const row = rowAt(index)
              return (
                <tr key={row?.id ?? index} aria-rowindex={index + 2}>
                  {row === undefined ? <td colSpan={columns.length} /> : <Cells row={row} onAsk={setAsked} />}
                </tr>
              )
            })}
            <Gap height={rows.getTotalSize() - (inSight.at(-1)?.end ?? 0)} columns={columns.length} />
          </tbody>
        </table>
      </section>
      {asked === null ? null : <PersonChoice person={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Stands for the rows that are out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return height <= 0 ? null : (
    <tr className={styles.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
