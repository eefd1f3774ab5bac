import { textFault } from '../lib/text-fault.ts'
import styles from './FieldRemark.module.css'

/**
 * Beneath a field that keeps every word: how many are too many, or which character cannot be kept. Always there, so that a screen
 * reader hears when it speaks. Fields of the kit say it themselves; none has a `maxLength`, which cuts without a word.
 */
export function TooLong({ text, longest }: { text: string; longest: number }) {
  return <output className={styles.words}>{textFault(text, longest)}</output>
}
