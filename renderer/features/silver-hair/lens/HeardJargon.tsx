import { useTranslation } from 'react-i18next'
import type { Lens } from '../../../../shared/contract/silver-hair/lens.ts'
import { useSilverHeard } from '../silver-store.ts'
import styles from './SilverLens.module.css'

/** Words of the trade that the caller was told, how often, and what would have been plainer. */
export function HeardJargon({ jargon }: { jargon: Lens['jargon'] }) {
  const { t, i18n } = useTranslation('silver')
  const dictionary = useSilverHeard((heard) => heard.dictionary)
  const isEnglish = i18n.language === 'en'
  const total = jargon.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.jargon}>
      <h3 className={styles.jargonTitle}>
        {t('jargon.title')} <span className="figures">{total}</span>
      </h3>
      {total === 0 ? <p className={styles.hint}>{t('jargon.none')}</p> : null}
      <dl>
        {jargon.map(({ termId, count }) => {
          const term = dictionary?.terms.get(termId)
          return (
            <div key={termId} className={styles.term}>
              <dt>
                {(isEnglish ? term?.en[0] : term?.zh[0]) ?? t('terms.removed')}{' '}
                <span className="figures">×{count}</span>
              </dt>
              <dd>{isEnglish ? term?.plainEn : term?.plainZh}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
