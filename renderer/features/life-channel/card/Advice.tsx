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

/** What to do and not to do while listening. Short: it is read with one eye. */
export function Advice({ kind }: { kind: DangerKind | null }) {
  const { t } = useTranslation('life')
  const which = (kind === null ? undefined : ADVICE[kind]) ?? 'despair'
  return (
    <div className={styles.advice}>
      <section aria-label={t('advice.do')}>
        <h2 className={styles.title}>{t('advice.do')}</h2>
        <ul>
          {lines(t(`advice.${which}.do`)).map((line) => (
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
          {lines(t(`advice.${which}.not`)).map((line) => (
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

const lines = (words: string): string[] => words.split('\n')
