import { Trash2 } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import styles from './ListFormRow.module.css'

interface ListFormRowProps {
  label: string
  /** How wide its fields are beside each other, as CSS says it. */
  columns: string
  removeLabel: string
  onRemove: () => void
  /** Its fields. */
  children: ReactNode
  /** Under the fields, as wide as the row. */
  below?: ReactNode
}

/** A row of a `ListForm`: fields beside each other and the way to take it out, and under them how it is tried. */
export function ListFormRow({ label, columns, removeLabel, onRemove, children, below }: ListFormRowProps) {
  return (
    <section className={styles.row} style={{ '--columns': columns } as CSSProperties} aria-label={label}>
      {children}
      <span className={styles.remove}>
        <IconButton icon={<Trash2 aria-hidden="true" />} label={removeLabel} tone="danger" onClick={onRemove} />
      </span>
      <div className={styles.below}>{below}</div>
    </section>
  )
}
