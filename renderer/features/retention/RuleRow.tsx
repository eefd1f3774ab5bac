import { useTranslation } from 'react-i18next'
import { FEWEST_DAYS_KEPT, MOST_DAYS_KEPT } from '../../../shared/contract/limits.ts'
import type { RetentionKind, RetentionRule } from '../../../shared/contract/retention/rules.ts'
import { dateIn, fullDateName } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import styles from './Retention.module.css'
import { isSound, type TypedRule } from './typed-rules.ts'

interface RuleRowProps {
  kind: RetentionKind
  typed: TypedRule
  /** As it holds now; null: kept for good. */
  stored: RetentionRule | null
  onChange: (change: Partial<TypedRule>) => void
}

/** One kind: kept for good, or for so many days, and not before a day. */
export function RuleRow({ kind, typed, stored, onChange }: RuleRowProps) {
  const { t } = useTranslation('retention')
  const { language, timeZone } = usePlace()
  const name = t(`kind.${kind}`)
  const today = dateIn(instantNow(), timeZone)
  return (
    <div className={styles.rule}>
      <Checkbox
        label={name}
        description={t(`about.${kind}`)}
        aria-label={t('rule.on', { kind: name })}
        checked={typed.isOn}
        onChange={(isOn) => onChange({ isOn })}
      />
      {typed.isOn ? (
        <div className={styles.fields}>
          <NumberField
            w={104}
            size="xs"
            aria-label={t('rule.daysOf', { kind: name })}
            min={FEWEST_DAYS_KEPT}
            max={MOST_DAYS_KEPT}
            value={typed.days}
            error={isSound(typed) ? undefined : t('rule.range', { fewest: FEWEST_DAYS_KEPT, most: MOST_DAYS_KEPT })}
            onChange={(days) => onChange({ days })}
          />
          <span>{t('rule.unit')}</span>
          <span className={styles.soft}>{t('rule.startsOn')}</span>
          <DateField
            label={t('rule.startsOnOf', { kind: name })}
            value={typed.startsOn}
            onChange={(startsOn) => onChange({ startsOn })}
          />
          {stored === null ? null : (
            <span className={styles.soft}>
              {t(stored.startsOn > today ? 'rule.begins' : 'rule.holds', {
                date: fullDateName(stored.startsOn, language),
              })}
            </span>
          )}
        </div>
      ) : (
        <span className={styles.soft}>{t('rule.forGood')}</span>
      )}
    </div>
  )
}
