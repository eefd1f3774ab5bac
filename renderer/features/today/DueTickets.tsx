import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, Ticket as TicketIcon } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { issueTypes } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { numberText } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { rowsInWindow } from '../../lib/rows-in-window.ts'
import { DeadlineBadge } from '../../ui/DeadlineBadge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './DueTickets.module.css'
import { dueTickets, MOST_DUE, ticketsEver } from './today.queries.ts'

const ROW_HEIGHT = 38
/** The page's heading and the panel's. */
const ABOVE = 100
const nothing: readonly Ticket[] = []

/** Open tickets, the one due soonest on top, to the last one that is due in sight. */
export function DueTickets() {
  const { t, i18n } = useTranslation('today')
  const now = useNow()
  const open = useQuery(dueTickets)
  const ever = useQuery({ ...ticketsEver, enabled: open.data?.total === 0 })
  const rest = Math.max(0, (open.data?.total ?? 0) - MOST_DUE)
  const due = open.data?.tickets ?? nothing
  const drawn = useDeferredValue(due, due.slice(0, rowsInWindow(ROW_HEIGHT, ABOVE)))
  const types = useQuery(issueTypes).data ?? []
  const nameOf = (id: string) => {
    const type = types.find((each) => each.id === id)
    return (i18n.language === 'en' ? type?.nameEn : type?.nameZh) ?? ''
  }
  return (
    <Panel
      title={t('due.title')}
      aside={open.data === undefined ? '' : numberText(open.data.total)}
      actions={<Link to="/tickets">{t('due.all')}</Link>}
      flush
      fill
    >
      {open.isError ? <FailedState {...failureOf(open.error)} onRetry={() => void open.refetch()} /> : null}
      {open.isPending ? <LoadingState /> : null}
      {!open.isError && open.data?.total === 0 && ever.data !== undefined ? (
        ever.data === 0 ? (
          <EmptyState icon={<TicketIcon />} title={t('due.never')} hint={t('due.neverHint')} />
        ) : (
          <EmptyState icon={<CircleCheckBig />} title={t('due.none')} hint={t('due.noneHint')} />
        )
      ) : null}
      <ul className={styles.list}>
        {drawn.map((ticket) => (
          <ListRow
            key={ticket.id}
            to={`/tickets/${ticket.id}`}
            className={styles.ticket}
            data-priority={ticket.priority}
          >
            <span className={styles.number}>{ticketName(ticket.number)}</span>
            <span className={styles.title}>{ticket.title}</span>
            <span className={styles.type}>{nameOf(ticket.issueTypeId)}</span>
            <span className={styles.owner}>{ticket.ownerName ?? ticket.department}</span>
            <DeadlineBadge now={now} dueAt={ticket.dueAt} isPaused={ticket.pausedAt !== null} />
          </ListRow>
        ))}
      </ul>
      {rest === 0 ? null : (
        <Link className={styles.rest} to="/tickets">
          {t('due.rest', { number: numberText(rest) })}
        </Link>
      )}
    </Panel>
  )
}
