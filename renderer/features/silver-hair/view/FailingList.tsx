import { useTranslation } from 'react-i18next'
import type { Failings } from '../../../../shared/contract/silver-hair/silver-hair.ts'
import { RowButton } from '../../../ui/RowButton.tsx'
import type { Failing } from './failing.ts'
import styles from './SilverView.module.css'

export interface FailingListProps {
  failings: Failings
  chosen: Failing | null
  /** Null: all calls again. */
  onChoose: (failing: Failing | null) => void
}

/** What failed, the oftenest first; a press shows the calls it failed in. */
export function FailingList({ failings, chosen, onChoose }: FailingListProps) {
  const { t } = useTranslation('silver')
  const all = (['hard', 'untold', 'declined', 'jargon'] as const)
    .map((name) => ({ name, ...failings[name] }))
    .sort((one, other) => other.calls - one.calls)
  return (
    <ul className={styles.failings}>
      {all.map(({ name, calls, of }) => (
        <li key={name}>
          <RowButton
            className={styles.failing}
            aria-pressed={name === chosen}
            onClick={() => onChoose(name === chosen ? null : name)}
          >
            <span>{t(`failing.${name}`)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * calls) / Math.max(1, of)}%` }} />
            </span>
            <span className={styles.figure}>
              <strong>{calls}</strong> {t('failing.of', { of })}
            </span>
          </RowButton>
          {name === 'declined' && failings.declined.byOperation.length > 0 ? (
            <p className={styles.detail}>
              {failings.declined.byOperation
                .map(
                  ({ operation, calls }) =>
                    `${operation === null ? t('failing.unsaid') : t(`operation.${operation}`)} ${calls}`,
                )
                .join(' · ')}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
