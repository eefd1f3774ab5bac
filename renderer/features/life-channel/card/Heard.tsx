import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import type { LifeCard } from './card-store.ts'
import styles from './Heard.module.css'

/** What is known of the caller: the words that decided it, and the call. */
export function Heard({ card: { evidence, facts } }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const known = [
    facts.callNumber === null ? t('facts.noCall') : t('facts.call', { number: facts.callNumber }),
    facts.callStartedAt === null ? null : t('facts.since', { time: timeOfDay(facts.callStartedAt, place) }),
    facts.reference === null ? null : t('facts.reference', { reference: facts.reference }),
    facts.seatNumber === null ? null : t('facts.seat', { number: facts.seatNumber }),
  ]
  return (
    <section className={styles.heard} aria-label={t('facts.title')}>
      <p className={styles.facts}>{known.filter((each) => each !== null).join(' · ')}</p>
      {evidence === null ? null : (
        <>
          <p className={styles.kind}>{t(`kind.${evidence.kind}`)}</p>
          <ul className={styles.words}>
            {[...new Set(evidence.words)].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
