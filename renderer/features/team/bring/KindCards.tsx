import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BroughtCount, BroughtKind } from '../../../../shared/contract/team/bring-along.ts'
import { numberText } from '../../../lib/number-text.ts'
import { ORDER } from './counted.ts'
import styles from './KindCards.module.css'

export interface KindCardsProps {
  counts: readonly BroughtCount[]
  value: BroughtKind
  onChange: (kind: BroughtKind) => void
}

/** How much there is of each kind, and how it stands; the chosen one is shown line by line. Arrow keys move among them, as the browser does it. */
export function KindCards({ counts, value, onChange }: KindCardsProps) {
  const { t } = useTranslation('bring')
  const name = useId()
  // Types that both have are nobody's question.
  const shown = counts.filter(({ kind, total }) => kind !== 'type' || total > 0)
  return (
    <div role="radiogroup" aria-label={t('title')} className={styles.cards}>
      {shown.map((count) => (
        <label key={count.kind} className={styles.card}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={count.kind}
            checked={count.kind === value}
            onChange={() => onChange(count.kind)}
          />
          <span className={styles.face}>
            <span className={styles.name}>
              {t(`kind.${count.kind}`)} <span className={styles.total}>{numberText(count.total)}</span>
            </span>
            {count.total === 0 ? <span className={styles.part}>{t('card.none')}</span> : null}
            {ORDER.map((part) =>
              count[part] === 0 ? null : (
                <span key={part} className={styles.part} data-part={part}>
                  {t(`card.${part}`, { count: count[part] })}
                </span>
              ),
            )}
          </span>
        </label>
      ))}
    </div>
  )
}
