import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './Ledger.module.css'
import { LEDGER_KINDS, showLedgerKind, useLedgerDesk } from './ledger-desk.ts'

/** Which files the ledger shows. */
export function KindChoice() {
  const { t } = useTranslation('exports')
  return (
    <span className={styles.kinds}>
      <SegmentedControl
        label={t('ledger.which')}
        options={LEDGER_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={useLedgerDesk((desk) => desk.kind)}
        onChange={showLedgerKind}
      />
    </span>
  )
}
