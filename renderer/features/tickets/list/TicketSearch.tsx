import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { forgetWords, searchWords, typeWords, useTicketDesk } from '../ticket-desk.ts'
import { searchTyping } from './search-typing.ts'

export interface TicketSearchProps {
  fieldRef: RefObject<HTMLInputElement | null>
  /** Enter, ↓ and Esc go back to the list. */
  onLeave: () => void
}

/** One Chinese character is enough. Asks when the hands rest, never for the letters of an input method. */
export function TicketSearch({ fieldRef, onLeave }: TicketSearchProps) {
  const { t } = useTranslation('tickets')
  const typed = useTicketDesk((desk) => desk.typed)
  const chord = useChord('search')
  const [typing] = useState(() => searchTyping((text) => isKeepable(text, LONGEST.search) && searchWords(text)))
  useEffect(() => typing.stop, [typing])
  return (
    <SearchField
      fieldRef={fieldRef}
      label={t('page.search')}
      hint={t('page.searchHint')}
      clearLabel={t('page.clearSearch')}
      chord={chord}
      typed={typed}
      onType={(text, isComposed) => {
        typeWords(text)
        typing.typed(text, isComposed)
      }}
      onClear={() => {
        typing.stop()
        forgetWords()
      }}
      onLeave={() => {
        typing.flush()
        onLeave()
      }}
      onBlur={typing.flush}
    />
  )
}
