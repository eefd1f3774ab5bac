import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract/entry.ts'
import type { EarlierCall, tickets } from '../../../../shared/contract/tickets/tickets.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { dateTime } from '../../../lib/formats.ts'
import { heardPlace } from '../../../lib/heard-place.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { RowButton } from '../../../ui/RowButton.tsx'
import styles from './CallDesk.module.css'
import { DeskSection } from './DeskSection.tsx'

export interface EarlierCallsProps {
  reference: string
  earlier: UseQueryResult<Output<typeof tickets.callsByReference>>
  onOpen: (earlier: EarlierCall) => void
  stateOf: (state: EarlierCall['tickets'][number]['state']) => ReactNode
}

/** The last calls with the reference of this one: when, who heard, and what came of it. */
export function EarlierCalls({ reference, earlier, onOpen, stateOf }: EarlierCallsProps) {
  const { t } = useTranslation('listen')
  const { data, isError } = earlier
  const none = reference.includes('*')
    ? t('desk.earlier.maskedReference')
    : data?.total === 0
      ? t('desk.earlier.none')
      : null
  const isCut = data !== undefined && data.total > data.calls.length
  return (
    <DeskSection
      title={t('desk.earlier.title')}
      aside={isCut ? t('desk.earlier.cut', { shown: data.calls.length, total: data.total }) : data?.total || undefined}
      none={none}
    >
      {isError ? (
        <p className={styles.none}>
          {t('desk.earlier.failed')}{' '}
          <Button size="small" tone="quiet" onClick={() => void earlier.refetch()}>
            {t('desk.earlier.again')}
          </Button>
        </p>
      ) : null}
      <ul>
        {data?.calls.map((one) => (
          <li key={one.callId}>
            <OneCall earlier={one} onOpen={onOpen} stateOf={stateOf} />
          </li>
        ))}
      </ul>
    </DeskSection>
  )
}

function OneCall({
  earlier,
  onOpen,
  stateOf,
}: Pick<EarlierCallsProps, 'onOpen' | 'stateOf'> & { earlier: EarlierCall }) {
  const { t } = useTranslation('listen')
  const place = usePlace()
  const now = useNow(60_000)
  const { startedAt, heardZone, listenerName, noteCount, tickets } = earlier
  const { there, clock } = heardPlace(place, startedAt, heardZone)
  return (
    <RowButton className={styles.row} data-desk-row data-earlier onClick={() => onOpen(earlier)}>
      <span className={styles.head}>
        <span className="figures">{dateTime(startedAt, there, now) + clock}</span>
        <span className={styles.who}>{listenerName ?? t('session.nobody')}</span>
        <span className={styles.end}>{t('desk.earlier.notes', { count: noteCount })}</span>
      </span>
      {tickets.length === 0 ? (
        <span className={`ellipsis ${styles.words}`}>{t('desk.earlier.noTickets')}</span>
      ) : (
        tickets.map(({ id, number, title, state }) => (
          <span key={id} className={styles.ticket}>
            <span className="figures">{ticketName(number)}</span>
            <span className={`ellipsis ${styles.words}`}>{title}</span>
            {stateOf(state)}
          </span>
        ))
      )}
    </RowButton>
  )
}
