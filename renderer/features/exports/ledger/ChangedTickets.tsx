import { useTranslation } from 'react-i18next'
import type { ChangedSince, LaterChange } from '../../../../shared/contract/exports/exports.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './ChangedTickets.module.css'

export interface ChangedTicketsProps {
  changed: readonly ChangedSince[]
  changedCount: number
  /** A file that is not made yet will hold everything as it is then. */
  isMade: boolean
}

/** What the file does not know: ticket by ticket, who changed what and when. */
export function ChangedTickets({ changed, changedCount, isMade }: ChangedTicketsProps) {
  const { t } = useTranslation('exports')
  if (changedCount === 0) return <p className={styles.none}>{t(isMade ? 'changed.none' : 'changed.notMade')}</p>
  return (
    <section aria-label={t('changed.title', { count: changedCount })}>
      <h3 className={styles.title}>{t('changed.title', { count: changedCount })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long, so that the keyboard can scroll it */}
      <ol className={styles.tickets} tabIndex={0}>
        {changed.map((ticket) => (
          <li key={ticket.ticketId} className={styles.ticket}>
            <p className={styles.line}>
              <span className={styles.number}>{ticketName(ticket.number)}</span>
              <span className={styles.name}>{ticket.title}</span>
              {ticket.isWithdrawn ? <Badge tone="risk">{t('changed.withdrawn')}</Badge> : null}
            </p>
            {ticket.changes.map((change) => (
              <Change key={`${change.at} ${change.what} ${change.remark}`} change={change} />
            ))}
          </li>
        ))}
        {changed.length === changedCount ? null : (
          <li className="more-rows">{t('changed.more', { count: changedCount - changed.length })}</li>
        )}
      </ol>
    </section>
  )
}

function Change({ change }: { change: LaterChange }) {
  const { t } = useTranslation(['exports', 'tickets'])
  const place = usePlace()
  const now = useNow(60_000)
  const { at, actorName, what, from, to, remark } = change
  const did = what === 'words' ? t('changed.words') : t(`tickets:history.${what}`)
  const states =
    from === null || to === null
      ? null
      : t('tickets:history.fromTo', { from: t(`tickets:state.${from}`), to: t(`tickets:state.${to}`) })
  return (
    <p className={styles.change}>
      <span className={styles.who}>{actorName ?? t('tickets:history.somebody')}</span>
      <span>{did}</span>
      <span className={styles.what}>{[states, remark].filter((part) => part !== null).join(' · ')}</span>
      <time className={styles.when} dateTime={at}>
        {dateTime(at, place, now)}
      </time>
    </p>
  )
}
