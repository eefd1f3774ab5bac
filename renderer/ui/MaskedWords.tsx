import { useTranslation } from 'react-i18next'
import styles from './MaskedWords.module.css'
import { maskedParts } from './masked-parts.ts'

/** Words that were stored; behind each mask, as a sign of the screen and no part of the words, what was masked there. */
export function MaskedWords({ text }: { text: string }) {
  const { t } = useTranslation('common')
  return maskedParts(text).map(({ text: words, mask }, index) =>
    mask === null ? (
      words
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in its order and hold nothing
      <span key={index} className={styles.masked} data-kind-words={t(`masked.${mask}`)}>
        {words}
      </span>
    ),
  )
}
