import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DangerKind } from '../../../../shared/contract/life-channel/danger.ts'
import styles from './Advice.module.css'

/** Which words help, by what was heard: most kinds of danger ask for the same ear. */
const ADVICE: Partial<Record<DangerKind, 'gas' | 'swallowed' | 'violence' | 'others'>> = {
  gas: 'gas',
  poisoning: 'swallowed',
  emergency: 'others',
  violence: 'violence',
  threat: 'violence',
  child_in_danger: 'others',
  old_person_in_danger: 'others',
}

/** What to do and not to do while listening. Short: it is read with one eye. Of several dangers the gravest is helped first, and what another one asks for stays. */
export function Advice({ kinds }: { kinds: readonly DangerKind[] }) {
  const { t } = useTranslation('life')
  const which = new Set(kinds.map((kind) => ADVICE[kind] ?? 'despair'))
  const all = which.size === 0 ? (['despair'] as const) : [...which]
  const lines = (about: 'do' | 'not') => new Set(all.flatMap((each) => t(`advice.${each}.${about}`).split('\n')))
  return (
    <div className={styles.advice}>
      <section aria-label={t('advice.do')}>
        <h2 className={styles.title}>{t('advice.do')}</h2>
        <ul>
          {[...lines('do')].map((line) => (
            <li key={line}>
              <Check className={styles.yes} aria-hidden="true" />
              {line}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('advice.not')}>
        <h2 className={styles.title}>{t('advice.not')}</h2>
        <ul>
          {[...lines('not')].map((line) => (
            <li key={line}>
              <X className={styles.no} aria-hidden="true" />
              {line}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
