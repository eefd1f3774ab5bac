import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueType, Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { isOpen } from '../../../../shared/domain/tickets/ticket-states.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { dateOf, dateTime, roughly } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { numberText } from '../../../lib/number-text.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useReadBeforePrint } from '../../../lib/printing.ts'
import { Paper, PaperTable, paperCell, usePrinting } from '../../../ui/Paper.tsx'
import { ticketDetail } from '../tickets.queries.ts'
import type { ListOnScreen } from './many.actions.ts'
import { PrintedTicket } from './PrintedTickets.tsx'
import { usePrinted } from './print-store.ts'

type Listed = Pick<ListOnScreen, 'tickets' | 'total' | 'filter'>

export interface TicketPaperProps {
  /** «未了结»: what the list shows. */
  viewName: string
  list: ListOnScreen
  types: readonly IssueType[]
  shownId: Id | null
}

/** As many as one question answers; a longer list is an export. */
const MOST_LISTED = 500

/** What this page is on paper: the open ticket, else the list, also where it was not read on screen. Picked ones have a way of their own. */
export function TicketPaper(props: TicketPaperProps) {
  const { list, shownId } = props
  const isPicked = usePrinted(({ printed }) => printed.length > 0)
  const isPrinting = usePrinting()
  const [whole, setWhole] = useState<ListOnScreen | null>(null)
  useReadBeforePrint(async () => {
    if (shownId !== null || list.tickets.length >= list.total) return
    const { filter, sort } = list
    setWhole({ filter, sort, ...(await accepted(client.tickets.list({ filter, sort, limit: MOST_LISTED }))) })
  })
  // It is true of the moment in which somebody printed.
  useEffect(() => (isPrinting ? () => setWhole(null) : undefined), [isPrinting])
  if (!isPrinting || isPicked) return null
  if (shownId !== null) return <OnePaper ticketId={shownId} />
  return <ListPaper {...props} list={whole !== null && isOfOneList(whole, list) ? whole : list} />
}

/** A printer that was never asked, or another choice made while the tickets were read, leaves one list read and another on screen. */
const isOfOneList = (one: ListOnScreen, other: ListOnScreen): boolean =>
  JSON.stringify([one.filter, one.sort]) === JSON.stringify([other.filter, other.sort])

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

/** The clock of a paused one stands: it is as late as it was. */
const isLate = ({ state, dueAt, pausedAt }: Ticket, now: Instant): boolean => isOpen(state) && dueAt < (pausedAt ?? now)

function ListPaper({ viewName, list, types }: Omit<TicketPaperProps, 'list'> & { list: Listed }) {
  const { t } = useTranslation('tickets')
  const { t: common } = useTranslation('common')
  const place = usePlace()
  const now = instantNow()
  const number = (value: number) => numberText(value)
  const { tickets, total, filter } = list
  const count = t(filter.searchedFrom ? 'page.countAtLeast' : 'page.count', { number: number(total) })
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
            <td className={paperCell.name}>{typeName(ticket.issueTypeId)}</td>
            <td>P{ticket.priority}</td>
            <td className={paperCell.word}>{t(`state.${ticket.state}`)}</td>
            <td>
              {ticket.ownerName !== null && <span className={paperCell.word}>{ticket.ownerName}</span>}{' '}
              <span className={paperCell.word}>{ticket.department}</span>
            </td>
            <td className={paperCell.word}>
              {isOpen(ticket.state) ? dateTime(ticket.dueAt, place, now) : t('list.stopped')}
              {isLate(ticket, now) ? (
                <b>
                  {' '}
                  {common('deadline.overdue', {
                    length: roughly(msOf(ticket.pausedAt ?? now) - msOf(ticket.dueAt), place.language),
                  })}
                </b>
              ) : null}
            </td>
            <td className={paperCell.word}>{dateOf(ticket.openedAt, place, now)}</td>
          </tr>
        ))}
      </PaperTable>
    </Paper>
  )
}
