import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { IssueType, Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { isOpen } from '../../../../shared/domain/tickets/ticket-states.ts'
import { dateIn, dateName, dateTime, numberText } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Paper, PaperTable, paperCell, usePrinting } from '../../../ui/Paper.tsx'
import { ticketDetail } from '../tickets.queries.ts'
import { PrintedTicket } from './PrintedTickets.tsx'
import { usePrinted } from './print-store.ts'

export interface TicketPaperProps {
  /** «未了结»: what the list shows. */
  viewName: string
  tickets: readonly Ticket[]
  total: number
  types: readonly IssueType[]
  shownId: Id | null
}

/** What this page is on paper: the open ticket, else the list as far as it is read. Picked ones have a way of their own. */
export function TicketPaper(props: TicketPaperProps) {
  const isPicked = usePrinted(({ printed }) => printed.length > 0)
  const isPrinting = usePrinting()
  if (!isPrinting || isPicked) return null
  return props.shownId === null ? <ListPaper {...props} /> : <OnePaper ticketId={props.shownId} />
}

function OnePaper({ ticketId }: { ticketId: Id }) {
  const { t } = useTranslation('tickets')
  const detail = useQuery(ticketDetail(ticketId)).data
  if (detail === undefined) return null
  return (
    <Paper title={t('page.title')} sub={ticketName(detail.ticket.number)}>
      <PrintedTicket detail={detail} isWhole />
    </Paper>
  )
}

function ListPaper({ viewName, tickets, total, types }: TicketPaperProps) {
  const { t } = useTranslation('tickets')
  const { t: common } = useTranslation('common')
  const place = usePlace()
  const now = instantNow()
  const number = (value: number) => numberText(value, place.language)
  const count = t('page.count', { number: number(total) })
  const sub = tickets.length < total ? common('paper.part', { count, shown: number(tickets.length) }) : count
  const typeName = (id: string) => {
    const type = types.find((each) => each.id === id)
    return place.language === 'en' ? type?.nameEn : type?.nameZh
  }
  const heads = ['number', 'title', 'issueType', 'priority', 'state', 'owner'] as const
  return (
    <Paper title={`${t('page.title')} · ${viewName}`} sub={sub}>
      <PaperTable heads={[...heads.map((head) => t(`list.${head}`)), t('deadline.dueAt'), t('list.opened')]}>
        {tickets.map((ticket) => (
          <tr key={ticket.id}>
            <td className={paperCell.word}>{ticketName(ticket.number)}</td>
            <td className={paperCell.words}>{ticket.title}</td>
            <td>{typeName(ticket.issueTypeId)}</td>
            <td>P{ticket.priority}</td>
            <td className={paperCell.word}>{t(`state.${ticket.state}`)}</td>
            <td>
              {ticket.ownerName} {ticket.department}
            </td>
            <td>{isOpen(ticket.state) ? dateTime(ticket.dueAt, place, now) : t('list.stopped')}</td>
            <td className={paperCell.word}>{dateName(dateIn(ticket.openedAt, place.timeZone), place.language)}</td>
          </tr>
        ))}
      </PaperTable>
    </Paper>
  )
}
