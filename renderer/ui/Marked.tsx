import { Fragment } from 'react'
import type { TextRange } from '../../shared/text/search-characters.ts'
import styles from './Marked.module.css'

/** A text with what was looked for marked in it. `ranges` in order, none touching another. */
export function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return (
    <>
      {ranges.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ranges[index - 1]?.to ?? 0, from)}
          <mark className={styles.mark}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  )
}
