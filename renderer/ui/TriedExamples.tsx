import { Check, X } from 'lucide-react'
import styles from './TriedExamples.module.css'

interface TriedExample {
  readonly example: string
  readonly isAsMeant: boolean
  /** What becomes of it. */
  readonly as: string
}

/** Sentences on which words of a house were tried: whether each came out as it is meant, and how. */
export function TriedExamples({ tried }: { tried: readonly TriedExample[] }) {
  return (
    <ul className={styles.tried}>
      {tried.map(({ example, isAsMeant, as }) => (
        <li key={example} data-wrong={isAsMeant ? undefined : true}>
          {isAsMeant ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
          <span>{example}</span>
          <span className={styles.as}>{as}</span>
        </li>
      ))}
    </ul>
  )
}
