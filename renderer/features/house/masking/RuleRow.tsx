import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { faultOfRule, hiddenBy } from '../../../../shared/domain/listening/masking/company-rules.ts'
import { linesOf } from '../../../lib/lines-of.ts'
import { ListFormRow } from '../../../ui/ListFormRow.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './MaskingSection.module.css'
import { faultWords } from './masking.actions.ts'
import type { TypedRule } from './typed-rules.ts'

export interface RuleRowProps {
  number: number
  rule: TypedRule
  onChange: (part: Partial<TypedRule>) => void
  onRemove: () => void
}

/** One rule, and under it what becomes of each of its examples. */
export function RuleRow({ number, rule, onChange, onRemove }: RuleRowProps) {
  const { t } = useTranslation('settings')
  const examples = linesOf(rule.examples)
  const tried = { ...rule, examples }
  const found = rule.pattern.trim() === '' ? null : faultOfRule(tried)
  const isOfPattern = found !== null && found.fault !== 'no_example' && found.fault !== 'example_stands'
  const words = found === null ? null : faultWords(found.fault, found.example)
  return (
    <ListFormRow
      label={t('masking.rule', { number })}
      columns="minmax(0, 1fr) minmax(0, 1.4fr) minmax(0, 1.6fr)"
      removeLabel={t('masking.remove', { number })}
      onRemove={onRemove}
      below={
        examples.length === 0 || isOfPattern ? null : (
          <ul className={styles.results}>
            {examples.map((example) => (
              <li key={example}>
                {example} → {hiddenBy(tried, example)}
              </li>
            ))}
          </ul>
        )
      }
    >
      <TextField
        label={t('masking.name')}
        longest={LONGEST.ruleName}
        value={rule.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextField
        label={t('masking.pattern')}
        longest={LONGEST.rulePattern}
        value={rule.pattern}
        error={isOfPattern ? words : null}
        onChange={(event) => onChange({ pattern: event.currentTarget.value })}
      />
      <TextArea
        label={t('masking.examples')}
        autosize
        minRows={1}
        maxRows={6}
        value={rule.examples}
        error={isOfPattern ? null : words}
        onChange={(event) => onChange({ examples: event.currentTarget.value })}
      />
    </ListFormRow>
  )
}
