import type { ReactNode } from 'react'
import styles from './SheetTable.module.css'
import { type Head, TableHead } from './TableHead.tsx'

export interface SheetTableProps {
  /** Headings, in order. */
  heads: readonly Head[]
  /** Rows as high as a button needs them, to the edges of a panel. */
  isRoomy?: boolean
  /** The rows: `<tr>` with `<td>`. */
  children: ReactNode
}

/** A small table of text, as a sheet has it: its heading stays in sight while it scrolls. */
export function SheetTable({ heads, isRoomy = false, children }: SheetTableProps) {
  return (
    <table className={styles.table} data-roomy={isRoomy || undefined}>
      <TableHead heads={heads} />
      <tbody>{children}</tbody>
    </table>
  )
}
