import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import words from '../../../../resources/issue-type-words.json'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { suggestedIssueType } from '../../../../shared/domain/listening/suggested-issue-type.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { SideChip } from '../../../ui/SideChip.tsx'

export interface TypeSuggestionProps {
  text: string
  types: readonly IssueType[]
  onAccept: (issueTypeId: string) => void
}

/** The issue type that the words suggest. It only offers: one key or one press takes it. Found after the key's own work is done. */
export function TypeSuggestion({ text, types, onAccept }: TypeSuggestionProps) {
  const { t, i18n } = useTranslation('listen')
  const chord = useChord('listen.takeType')
  const settled = useDeferredValue(text)
  const id = useMemo(() => suggestedIssueType(settled, types, words), [settled, types])
  const type = types.find((each) => each.id === id)
  useKeys('listen', { 'listen.takeType': () => (type === undefined ? false : onAccept(type.id)) }, type !== undefined)
  if (type === undefined) return null
  return (
    <SideChip isOffer onPress={() => onAccept(type.id)}>
      {t('issueType.suggested', { name: i18n.language === 'en' ? type.nameEn : type.nameZh })}
      <KeyCap chord={chord} quiet />
    </SideChip>
  )
}
