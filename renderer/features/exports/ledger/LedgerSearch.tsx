import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useChord } from '../../../lib/use-keys.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { forgetLedgerWords, typeLedgerWords, useLedgerDesk } from './ledger-desk.ts'

export interface LedgerSearchProps {
  fieldRef: RefObject<HTMLInputElement | null>
  onLeave: () => void
}

/** Finds a file by its own line or by a ticket inside. */
export function LedgerSearch({ fieldRef, onLeave }: LedgerSearchProps) {
  const { t } = useTranslation('exports')
  return (
    <SearchField
      fieldRef={fieldRef}
      label={t('ledger.search')}
      hint={t('ledger.searchHint')}
      clearLabel={t('ledger.clearSearch')}
      chord={useChord('search')}
      typed={useLedgerDesk((desk) => desk.typed)}
      onType={typeLedgerWords}
      onClear={forgetLedgerWords}
      onLeave={onLeave}
    />
  )
}
