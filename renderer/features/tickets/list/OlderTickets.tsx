import { useTranslation } from 'react-i18next'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './OlderTickets.module.css'

/** Below a list of words that were looked for in the latest tickets alone: how far back, and the way to all of them. */
export function OlderTickets({ searchedFrom, onAll }: { searchedFrom: number; onAll: () => void }) {
  const { t } = useTranslation('tickets')
  return (
    <div className={styles.line}>
      <span>{t('older.hint', { from: ticketName(searchedFrom) })}</span>
      <Button size="small" onClick={onAll}>
        {t('older.act')}
      </Button>
    </div>
  )
}
