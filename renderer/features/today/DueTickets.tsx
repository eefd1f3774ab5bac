import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, Ticket as TicketIcon } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { issueTypes } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useNow } from '../../lib/now.ts'
import { numberText } from '../../lib/number-text.ts'
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

/** Open tickets, the one due soonest on top, to the last one that is due in sight. */
export function DueTickets() {
  const { t } = useTranslation('today')
  const open = useQuery(dueTickets)
  const ever = useQuery({ ...ticketsEver, enabled: open.data?.total === 0 })
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
      {open.data === undefined ? null : <DueRows {...open.data} />}
    </Panel>
  )
}

/** Those in sight as soon as they are known, the rest after them. */
function DueRows({ tickets, total }: { tickets: readonly Ticket[]; total: number }) {
  const { t, i18n } = useTranslation('today')
  const now = useNow()
  const drawn = useDeferredValue(tickets, tickets.slice(0, rowsInWindow(ROW_HEIGHT, ABOVE)))
  const types = useQuery(issueTypes).data ?? []
  const nameOf = (id: string) => {
    const type = types.find((each) => each.id === id)
    return (i18n.language === 'en' ? type?.nameEn : type?.nameZh) ?? ''
  }
  return (
    <>
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
      {total <= MOST_DUE ? null : (
        <Link className={styles.rest} to="/tickets">
          {t('due.rest', { number: numberText(total - MOST_DUE) })}
        </Link>
      )}
    </>
  )
}
