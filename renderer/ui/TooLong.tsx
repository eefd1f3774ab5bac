import { tooLongWords } from '../lib/too-long.ts'
import styles from './TooLong.module.css'

/**
 * Beneath a field that keeps every word: how many are too many. Always there, so that a screen reader hears when it speaks. Fields
 * of the kit take `error={tooLongWords(text, LONGEST.note)}` instead, and none has a `maxLength`, which cuts without a word.
 */
export function TooLong({ text, longest }: { text: string; longest: number }) {
  return <output className={styles.words}>{tooLongWords(text, longest)}</output>
}
