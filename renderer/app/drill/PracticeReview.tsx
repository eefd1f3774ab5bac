import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../lib/use-keys.tsx'
import { unremembered } from '../../ui/unremembered.ts'
import styles from './DrillDialog.module.css'
import { type DrillStepId, FORM_FROM } from './drill-steps.ts'
import { press, useDrill } from './drill-store.ts'
import { focusAtOnce } from './focus-at-once.ts'

/** The notes of the practice call, to be made a ticket that nobody gets. */
export function PracticeReview() {
  const { t } = useTranslation('keys')
  const { saved, isChosen, step } = useDrill()
  const hear = (id: DrillStepId) => () => press(id)
  useKeys('review', {
    'review.toggle': hear('choose'),
    'review.makeTicket': hear('form'),
    'review.saveTicket': hear('ticket'),
  })
  return (
    <section className={styles.review}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the letters of review are heard where no field has the focus */}
      <ul ref={focusAtOnce} className={styles.notes} tabIndex={0} aria-label={t('drill.notes')} data-autofocus>
        {saved.map((text) => (
          <li key={text} data-chosen={isChosen || undefined}>
            <span className={styles.tick}>{isChosen ? <Check aria-hidden="true" /> : null}</span>
            {text}
          </li>
        ))}
      </ul>
      {step < FORM_FROM ? null : (
        <label className={styles.title}>
          {t('drill.ticketTitle')}
          <input ref={focusAtOnce} type="text" defaultValue={saved[0]} {...unremembered} />
        </label>
      )}
    </section>
  )
}
