import { useQuery } from '@tanstack/react-query'
import { CirclePause, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import { isOpen } from '../../../../shared/domain/tickets/ticket-states.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { dateTime, roughly } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeadlineBadge } from '../../../ui/DeadlineBadge.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { DeadlineExplained } from './DeadlineExplained.tsx'
import { fullTime } from './full-time.ts'
import styles from './TicketFacts.module.css'

export interface TicketFactsProps {
  detail: TicketDetail
  isExplained: boolean
  onExplain: (isExplained: boolean) => void
}

/** When it is due and who has it. */
export function TicketFacts({ detail, isExplained, onExplain }: TicketFactsProps) {
  const { t, i18n } = useTranslation('tickets')
  const place = usePlace()
  const now = useNow()
  const types = useQuery(issueTypes).data ?? []
  const explainChord = useChord('tickets.deadline')
  const { ticket, deadline } = detail
  const type = types.find((each) => each.id === ticket.issueTypeId)
  const named = (at: string) => fullTime(at, place, now)
  const isRunning = isOpen(ticket.state)
  // Whoever took it up was the first to answer; it stays to be read that they were late.
  const answeredAt = detail.events.find(({ what }) => what === 'moved')?.at
  const lateMs = Date.parse(answeredAt ?? '') - Date.parse(ticket.answerBy ?? '')
  const list = new Intl.ListFormat(place.language === 'zh' ? 'zh-CN' : 'en-GB', { type: 'unit' })
  return (
    <div className={styles.facts}>
      <section
        className={styles.deadline}
        aria-label={t('deadline.dueAt')}
        data-paused={ticket.pausedAt !== null || undefined}
      >
        <div className={styles.due}>
          <span className={styles.word}>{t('deadline.dueAt')}</span>
          <span className={styles.when} data-stopped={!isRunning || undefined}>
            {named(ticket.dueAt)}
          </span>
          {isRunning ? <DeadlineBadge now={now} dueAt={ticket.dueAt} isPaused={ticket.pausedAt !== null} /> : null}
          <span className={styles.explain}>
            <Popover
              isOpen={isExplained}
              onChange={onExplain}
              label={t('deadline.explained')}
              width={400}
              target={
                <Button
                  size="small"
                  tone="quiet"
                  chord={explainChord}
                  aria-expanded={isExplained}
                  onClick={() => onExplain(!isExplained)}
                >
                  {t('deadline.explain')}
                </Button>
              }
            >
              <DeadlineExplained detail={detail} />
            </Popover>
          </span>
        </div>
        {ticket.answerBy === null ? null : (
          <div className={styles.due}>
            <span className={styles.word}>{t('deadline.answerBy')}</span>
            <span className={styles.when} data-stopped={ticket.state !== 'unclaimed' || undefined}>
              {t('deadline.before', { time: named(ticket.answerBy) })}
            </span>
            {ticket.state === 'unclaimed' ? (
              <DeadlineBadge now={now} dueAt={ticket.answerBy} />
            ) : lateMs > 0 ? (
              <Badge tone="risk">{t('deadline.answeredLate', { length: roughly(lateMs, place.language) })}</Badge>
            ) : null}
          </div>
        )}
        {ticket.pausedAt === null ? null : (
          <p className={styles.paused}>
            <CirclePause aria-hidden="true" />
            {t('deadline.pausedSince', { time: dateTime(ticket.pausedAt, place, now) })}
          </p>
        )}
        {deadline.unknownYears.length === 0 ? null : (
          <p className={styles.warning} role="note">
            <TriangleAlert aria-hidden="true" />
            <span>
              {t('deadline.unknownYears', { years: list.format(deadline.unknownYears.map(String)) })}{' '}
              <Link to={`/settings?section=calendar&year=${deadline.unknownYears[0]}`}>
                {t('deadline.enterYear', { year: deadline.unknownYears[0] })}
              </Link>
            </span>
          </p>
        )}
      </section>
      <dl className={styles.list}>
        <dt>{t('pane.issueType')}</dt>
        <dd>{i18n.language === 'en' ? type?.nameEn : type?.nameZh}</dd>
        <dt>{t('pane.department')}</dt>
        <dd>{ticket.department}</dd>
        <dt>{t('pane.owner')}</dt>
        <dd data-missing={ticket.ownerName === null || undefined}>{ticket.ownerName ?? t('pane.nobody')}</dd>
        <dt>{t('pane.opened')}</dt>
        <dd className="figures">{named(ticket.openedAt)}</dd>
        {ticket.closedAt === null ? null : (
          <>
            <dt>{t('pane.closed')}</dt>
            <dd className="figures">{named(ticket.closedAt)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
