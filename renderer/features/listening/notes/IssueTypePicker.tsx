import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { SideChip } from '../../../ui/SideChip.tsx'
import styles from './IssueTypePicker.module.css'

export interface IssueTypePickerProps {
  types: readonly IssueType[]
  chosen: string | null
  /** The next digit chooses: the digits are lit. */
  isChoosing: boolean
  /** The same each time: a character typed beside it does not draw it anew. */
  onPick: (issueTypeId: string | null) => void
}

/** The issue types with their digits. A press on the chosen one takes it away. */
export const IssueTypePicker = memo(function IssueTypePicker(props: IssueTypePickerProps) {
  const { types, chosen, isChoosing, onPick } = props
  const { t, i18n } = useTranslation('listen')
  const chord = useChord('listen.issueType')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend to one row of toggles
    <div className={styles.row} role="group" aria-label={t('issueType.label')} data-choosing={isChoosing || undefined}>
      <span className={styles.how}>
        <KeyCap chord={chord} quiet />
      </span>
      {types.map((type) => (
        <SideChip
          key={type.id}
          digit={type.digit}
          isLit={isChoosing}
          isChosen={type.id === chosen}
          onPress={() => onPick(type.id === chosen ? null : type.id)}
        >
          {i18n.language === 'en' ? type.nameEn : type.nameZh}
        </SideChip>
      ))}
    </div>
  )
})
