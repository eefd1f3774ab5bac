import { useTranslation } from 'react-i18next'
import type { TicketSort } from '../../../../shared/contract/tickets/tickets.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './OlderTickets.module.css'

export interface OlderTicketsProps {
  searchedFrom: number
  sort: TicketSort
  onAll: () => void
}

/** Above a list of words that were looked for in the latest tickets alone: how far back, whose order that is, and the way to all of them. */
export function OlderTickets({ searchedFrom, sort, onAll }: OlderTicketsProps) {
  const { t } = useTranslation('tickets')
  return (
    <div className={styles.line}>
      <span>{t(sort === 'newest' ? 'older.hint' : 'older.hintInOrder', { from: ticketName(searchedFrom) })}</span>
      <Button size="small" onClick={onAll}>
        {t('older.act')}
      </Button>
    </div>
  )
}
