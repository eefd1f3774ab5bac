import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { ListRow } from '../../../ui/ListRow.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { ticketById } from '../review.queries.ts'
import styles from './TicketsMade.module.css'

/** What this session came to so far, the newest first. */
export function TicketsMade({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation('review')
  const ids = [...new Set(notes.flatMap((note) => note.ticketId ?? []))]
  const tickets = useQueries({ queries: ids.map(ticketById) })
    .flatMap((query) => (query.data === undefined ? [] : [query.data.ticket]))
    .sort((a, b) => b.number - a.number)
  return (
    <Panel title={t('made.title')} aside={ids.length === 0 ? '' : ids.length} flush>
      {ids.length === 0 ? <QuietLine>{t('made.none')}</QuietLine> : null}
      <ul>
        {tickets.map((ticket) => (
          <ListRow key={ticket.id} className={styles.ticket} to={`/tickets/${ticket.id}`}>
            <span className={styles.number}>{ticketName(ticket.number)}</span>
            <span className="ellipsis">{ticket.title}</span>
            <span className={styles.department}>{ticket.department}</span>
          </ListRow>
        ))}
      </ul>
    </Panel>
  )
}
