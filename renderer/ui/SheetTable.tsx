import type { ReactNode } from 'react'
import styles from './SheetTable.module.css'

export interface SheetTableProps {
  /** Headings, in order. */
  heads: readonly { key: string; head: ReactNode; isFigure?: boolean }[]
  /** Rows as high as a button needs them, to the edges of a panel. */
  isRoomy?: boolean
  /** The rows: `<tr>` with `<td>`. */
  children: ReactNode
}

/** A small table of text, as a sheet has it: its heading stays in sight while it scrolls. */
export function SheetTable({ heads, isRoomy = false, children }: SheetTableProps) {
  return (
    <table className={styles.table} data-roomy={isRoomy || undefined}>
      <thead>
        <tr>
          {heads.map(({ key, head, isFigure }) => (
            <th key={key} scope="col" data-figure={isFigure || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
