import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { dateTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { numberText } from '../../../lib/number-text.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Paper } from '../../../ui/Paper.tsx'
import { QuotedFrom } from '../ticket/Quotes.tsx'
import { quoteCalls } from '../ticket/quote-calls.ts'
import { TicketHistory } from '../ticket/TicketHistory.tsx'
import styles from './PrintedTickets.module.css'
import { usePrinted } from './print-store.ts'

/** The picked tickets on paper, one after the other, black on white. Not seen on screen. */
export function PrintedTickets() {
  const { t } = useTranslation('tickets')
  const { printed } = usePrinted()
  useEffect(() => {
    if (printed.length === 0) return
    const done = () => usePrinted.setState({ printed: [] })
    addEventListener('afterprint', done, { once: true })
    print()
    return () => removeEventListener('afterprint', done)
  }, [printed])
  // Who leaves before the printer answered does not want it again on the way back.
  useEffect(() => () => usePrinted.setState({ printed: [] }), [])
  if (printed.length === 0) return null
  return (
    <Paper title={t('page.title')} sub={t('page.count', { number: numberText(printed.length) })}>
      {printed.map((detail) => (
        <PrintedTicket key={detail.ticket.id} detail={detail} />
      ))}
    </Paper>
  )
}

/** Title, facts and quotes; whole, with everything that was done to it, but for the files it went out in. */
export function PrintedTicket({
  detail: { ticket, quotes, events },
  isWhole = false,
}: {
  detail: TicketDetail
  isWhole?: boolean
}) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  const now = instantNow()
  const type = useQuery(issueTypes).data?.find((each) => each.id === ticket.issueTypeId)
  const facts: readonly [string, string | undefined][] = [
    [t('list.state'), t(`state.${ticket.state}`)],
    [t('filter.priority'), t(`priority.${ticket.priority}`)],
    [t('pane.issueType'), place.language === 'en' ? type?.nameEn : type?.nameZh],
    [t('pane.department'), ticket.department],
    [t('pane.owner'), ticket.ownerName ?? t('pane.nobody')],
    [t('deadline.dueAt'), dateTime(ticket.dueAt, place, now)],
    [t('pane.opened'), dateTime(ticket.openedAt, place, now)],
  ]
  return (
    <article className={styles.ticket} data-whole={isWhole || undefined}>
      <h2 className={styles.title}>
        <span className={styles.number}>{ticketName(ticket.number)}</span> {ticket.title}
      </h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {quoteCalls(quotes).map((call) => (
        <div key={call.callId} className={styles.call}>
          <QuotedFrom call={call} />
          <ul className={styles.quotes}>
            {call.quotes.map((quote) => (
              <li key={quote.noteId} data-kind={quote.kind}>
                <span className={styles.kind}>
                  {t(`kind.${quote.kind}`)} {timecode(quote.offsetMs)}
                </span>
                {quote.text}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isWhole ? (
        <div className={styles.history}>
          <TicketHistory events={events.filter(({ what }) => what !== 'exported')} />
        </div>
      ) : null}
    </article>
  )
}
