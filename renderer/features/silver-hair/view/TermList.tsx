import { useTranslation } from 'react-i18next'
import type { Failings } from '../../../../shared/contract/silver-hair/silver-hair.ts'
import type { Dictionary } from '../../../../shared/domain/silver-hair/jargon.ts'
import styles from './SilverView.module.css'

/** As many as are read at a glance. */
const MOST_TERMS = 12

/** Words of the trade that were heard most, and what would have been plainer. */
export function TermList({ terms, dictionary }: { terms: Failings['jargon']['terms']; dictionary: Dictionary | null }) {
  const { t, i18n } = useTranslation('silver')
  const isEnglish = i18n.language === 'en'
  if (terms.length === 0) return <p className={styles.none}>{t('terms.none')}</p>
  return (
    <dl className={styles.terms}>
      {terms.slice(0, MOST_TERMS).map(({ termId, count }) => {
        const term = dictionary?.terms.get(termId)
        return (
          <div key={termId} className={styles.term}>
            <dt>{(isEnglish ? term?.en[0] : term?.zh[0]) ?? t('terms.removed')}</dt>
            <dd>{isEnglish ? term?.plainEn : term?.plainZh}</dd>
            <dd className={styles.figure}>{t('terms.count', { count })}</dd>
          </div>
        )
      })}
    </dl>
  )
}
