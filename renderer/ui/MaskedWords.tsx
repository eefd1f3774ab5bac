import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './MaskedWords.module.css'
import { maskedParts, mayBeMistaken } from './masked-parts.ts'

export interface MaskedWordsProps {
  text: string
  /** Where what was typed is still known: what is pressed at a mask that may be a mistake, with the place where it begins. */
  onUnmask?: ((at: number) => void) | undefined
}

/** Words that were stored; behind each mask, as a sign of the screen and no part of the words, what was masked there. */
export function MaskedWords({ text, onUnmask }: MaskedWordsProps) {
  const { t } = useTranslation('common')
  let end = 0
  return maskedParts(text).map(({ text: words, mask }) => {
    const at = end
    end += words.length
    if (mask === null) return words
    const kind = t(`masked.${mask}`)
    if (onUnmask === undefined || !mayBeMistaken(mask))
      return (
        <span key={at} className={`${styles.masked} ${styles.told}`} data-kind-words={kind}>
          {words}
        </span>
      )
    const label = t('unmask', { kind })
    return (
      <span key={at} className={styles.masked}>
        {words}
        <button
          type="button"
          className={`${styles.unmask} ${styles.told}`}
          data-kind-words={kind}
          aria-label={label}
          title={label}
          onClick={() => onUnmask(at)}
        >
          <Undo2 aria-hidden="true" />
        </button>
      </span>
    )
  })
}
