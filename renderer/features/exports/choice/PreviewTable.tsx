import { TableHead } from '../../../ui/TableHead.tsx'
import styles from './PreviewTable.module.css'

/** The first rows as the file will hold them. */
export function PreviewTable({
  headings,
  rows,
}: {
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide and long, so that the keyboard can scroll it
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <TableHead heads={headings} />
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) => (
                <td key={headings[column]} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
