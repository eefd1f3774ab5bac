import { useTranslation } from 'react-i18next'
import type { CheckStep } from '../../../../shared/contract/life-channel/case-acts.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { timeToSecond } from '../time-to-second.ts'
import styles from './CheckList.module.css'
import { toggleStep } from './card.actions.ts'
import type { LifeCard } from './card-store.ts'

/** What is to be looked up at once, each with its key and the time at which it was done. */
export function CheckList({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const done = (step: CheckStep) => () => toggleStep(card.caseId, step)
  useKeys('life', {
    'life.account': done('account'),
    'life.realName': done('real_name'),
    'life.orders': done('orders'),
    'life.phone': done('phone'),
    'life.address': done('address'),
  })
  const chords: Record<CheckStep, string> = {
    account: useChord('life.account'),
    real_name: useChord('life.realName'),
    orders: useChord('life.orders'),
    phone: useChord('life.phone'),
    address: useChord('life.address'),
  }
  return (
    <section aria-label={t('check.title')}>
      <h2 className={styles.title}>{t('check.title')}</h2>
      {(Object.keys(chords) as CheckStep[]).map((step) => (
        <Step key={step} card={card} step={step} chord={chords[step]} />
      ))}
    </section>
  )
}

function Step({ card, step, chord }: { card: LifeCard; step: CheckStep; chord: string }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const at = card.steps[step]
  return (
    <button
      type="button"
      className={styles.step}
      aria-pressed={at !== undefined}
      onClick={() => toggleStep(card.caseId, step)}
    >
      <KeyCap chord={chord} />
      <span className={styles.words}>
        <span>{t(`check.${step}`)}</span>
        {step === 'orders' ? <span className={styles.hint}>{t('check.ordersHint')}</span> : null}
      </span>
      <span className={styles.time}>{at === undefined ? '' : timeToSecond(at, place)}</span>
    </button>
  )
}
