import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { IssueType, TimeLimit } from '../../../../shared/contract/tickets/tickets.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useSentOnce } from '../../../lib/use-sent-once.ts'
import { DrawnNext, FieldPlace } from '../../../ui/DrawnNext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import { CommitField } from '../settings/CommitField.tsx'
import { isFittingAmount } from './issue-type-rows.ts'
import { nameOfType } from './issue-types.actions.ts'

const UNITS: readonly TimeLimit['unit'][] = ['minutes', 'hours', 'days']
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export interface IssueTypeRowProps {
  type: IssueType
  /** New, without names yet, or looked for: the focus comes to it. */
  isPointedAt: boolean
  departments: readonly string[]
  onDigit: (digit: number) => void
  /** Says whether the change was taken. */
  onChange: (change: Partial<IssueType>) => Promise<boolean>
  onRemove: () => void
}

/** One issue type, every cell a field; what brings a list along is drawn once the words can be read. */
export function IssueTypeRow({ type, isPointedAt, departments, onDigit, onChange, onRemove }: IssueTypeRowProps) {
  const { t } = useTranslation('settings')
  const name = nameOfType(type) || t('types.newName')
  const spoken = (field: string) => t('types.fieldOf', { field, name })
  const notEmpty = (text: string) => (isBlank(text) ? t('types.fault.empty') : null)
  // Only what is being typed is the row's own: what is kept changes under it, in another window.
  const [draft, setDraft] = useState<{ amount: number | null } | null>(null)
  const amount = draft === null ? type.limit.amount : draft.amount
  const isWrong = amount === null || !isFittingAmount(amount)
  const once = useSentOnce(String(type.limit.amount))
  const keepAmount = () => {
    if (draft === null || isWrong) return
    const send = async () => {
      const isTaken = await onChange({ limit: { ...type.limit, amount } })
      if (isTaken) setDraft((now) => (now === draft ? null : now))
      return isTaken
    }
    once(String(amount), send, () => setDraft(null))
  }
  const leftAmount = useKeptWhenLeft(keepAmount)
  return (
    <tr>
      <td>
        <DrawnNext place={<FieldPlace size="sm">{type.digit}</FieldPlace>}>
          <Select<(typeof DIGITS)[number]>
            aria-label={spoken(t('types.digit'))}
            value={DIGITS[type.digit - 1] ?? null}
            options={DIGITS.map((digit) => ({ value: digit, label: digit }))}
            onChange={(digit) => onDigit(Number(digit))}
          />
        </DrawnNext>
      </td>
      <td>
        <CommitField
          label={spoken(t('types.nameZh'))}
          value={type.nameZh}
          faultOf={notEmpty}
          longest={LONGEST.typeNameZh}
          isFirst={isPointedAt}
          onCommit={(nameZh) => onChange({ nameZh })}
        />
      </td>
      <td>
        <CommitField
          label={spoken(t('types.nameEn'))}
          value={type.nameEn}
          faultOf={notEmpty}
          longest={LONGEST.typeNameEn}
          onCommit={(nameEn) => onChange({ nameEn })}
        />
      </td>
      <td>
        <NumberField
          aria-label={spoken(t('types.limit'))}
          value={amount}
          onChange={(typed) => setDraft({ amount: typed })}
          {...leftAmount}
          onKeyDown={(event) => {
            if (isComposing(event)) return
            if (event.key === 'Enter') keepAmount()
          }}
          min={1}
          max={400}
          error={isWrong ? t('types.fault.amount') : null}
        />
      </td>
      <td>
        <DrawnNext place={<FieldPlace size="sm">{t(`types.unitName.${type.limit.unit}`)}</FieldPlace>}>
          <Select<TimeLimit['unit']>
            aria-label={spoken(t('types.unit'))}
            value={type.limit.unit}
            options={UNITS.map((unit) => ({ value: unit, label: t(`types.unitName.${unit}`) }))}
            onChange={(unit) => void onChange({ limit: { ...type.limit, unit } })}
          />
        </DrawnNext>
      </td>
      <td>
        <DrawnNext place={<FieldPlace size="sm">{type.department}</FieldPlace>}>
          <CommitField
            label={spoken(t('types.department'))}
            value={type.department}
            suggestions={departments}
            longest={LONGEST.department}
            onCommit={(department) => onChange({ department })}
          />
        </DrawnNext>
      </td>
      <td>
        <IconButton size="small" icon={<Trash2 />} label={t('types.remove', { name })} onClick={onRemove} />
      </td>
    </tr>
  )
}
