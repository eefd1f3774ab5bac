import { Check } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { isOpen } from '../../../../shared/domain/tickets/ticket-states.ts'
import { dateOf, dateTime } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { DeadlineBadge } from '../../../ui/DeadlineBadge.tsx'
import { StateBadge } from '../StateBadge.tsx'
import styles from './TicketList.module.css'

/* biome-ignore-start lint/a11y/useSemanticElements: the grid holds the focus and points at its rows; a table cannot hold only the rows in sight */
/* biome-ignore-start lint/a11y/useFocusableInteractive: the grid holds the focus and points at its rows; a table cannot hold only the rows in sight */
/* biome-ignore-start lint/a11y/useKeyWithClickEvents: the grid holds the focus and points at its rows; a table cannot hold only the rows in sight */

export const ROW_HEIGHT = 37
export const rowId = (ticketId: string): string => `ticket-${ticketId}`

export interface TicketRowProps {
  ticket: Ticket
  index: number
  typeName: string
  now: Instant
  isPicked: boolean
  isUnderCursor: boolean
  isShown: boolean
  /** `pick`: on the box, or with Ctrl held; `range`: with Shift held. */
  onPress: (index: number, how: 'open' | 'pick' | 'range') => void
}

/** One ticket. The cursor and the picks are drawn here and kept by the list. */
export const TicketRow = memo(function TicketRow(props: TicketRowProps) {
  const { ticket, index, typeName, now, isPicked, isUnderCursor, isShown, onPress } = props
  const { t } = useTranslation('tickets')
  const place = usePlace()
  const pressed = (event: MouseEvent) => {
    const isOnBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    onPress(index, event.shiftKey ? 'range' : isOnBox || event.ctrlKey || event.metaKey ? 'pick' : 'open')
  }
  return (
    <div
      id={rowId(ticket.id)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      aria-current={isShown ? 'true' : undefined}
      className={styles.row}
      data-cursor={isUnderCursor || undefined}
      data-shown={isShown || undefined}
      data-priority={ticket.priority}
      data-at-rest={!isOpen(ticket.state) || undefined}
      onClick={pressed}
    >
      <span role="gridcell" className={styles.pick} data-box>
        <span className={styles.box} aria-hidden="true">
          {isPicked ? <Check /> : null}
        </span>
      </span>
      <span role="gridcell" className={styles.number}>
        {ticketName(ticket.number)}
      </span>
      <span role="gridcell" className={styles.title} title={ticket.title}>
        {ticket.title}
      </span>
      <span role="gridcell" className={styles.type}>
        {typeName}
      </span>
      <span role="gridcell" className={styles.priority} title={t(`priority.${ticket.priority}`)}>
        P{ticket.priority}
      </span>
      <span role="gridcell" className={styles.state}>
        <StateBadge state={ticket.state} />
      </span>
      <span role="gridcell" className={styles.owner}>
        {ticket.ownerName === null ? null : <strong>{ticket.ownerName}</strong>}
        {ticket.department}
      </span>
      <span role="gridcell">
        {isOpen(ticket.state) ? (
          <DeadlineBadge now={now} dueAt={ticket.dueAt} isPaused={ticket.pausedAt !== null} />
        ) : (
          <span className={styles.stopped}>{t('list.stopped')}</span>
        )}
      </span>
      <span role="gridcell" className={styles.opened} title={dateTime(ticket.openedAt, place, now)}>
        {dateOf(ticket.openedAt, place, now)}
      </span>
    </div>
  )
})
/* biome-ignore-end lint/a11y/useSemanticElements: see above */
/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */
/* biome-ignore-end lint/a11y/useKeyWithClickEvents: see above */
