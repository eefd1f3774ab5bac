import { useTranslation } from 'react-i18next'
import type { MovedDeadlines as Moves } from '../../../../shared/contract/house/calendar.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { dateTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import styles from './MovedDeadlines.module.css'

export interface MovedDeadlinesProps {
  year: number
  moves: Moves | null
  busy: boolean
  onTake: (mark: string) => void
  onClose: () => void
}

/** Which open tickets get another deadline, before it is so. */
export function MovedDeadlines({ year, moves, busy, onTake, onClose }: MovedDeadlinesProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  if (moves === null) return null
  const now = instantNow()
  return (
    <ConfirmDialog
      isOpen
      width={640}
      title={t('calendar.moves.title', { count: moves.count, year })}
      confirmLabel={t('calendar.moves.take', { count: moves.count })}
      busy={busy}
      onConfirm={() => onTake(moves.mark)}
      onClose={onClose}
    >
      <div className="stack">
        <p className={styles.rule}>{t('calendar.moves.rule')}</p>
        {moves.lateCount === 0 ? null : (
          <p className={styles.late}>{t('calendar.moves.late', { count: moves.lateCount })}</p>
        )}
        <ScrollBox label={t('calendar.moves.list')} height={320}>
          <SheetTable
            heads={[
              { key: 'ticket', head: t('calendar.moves.ticket') },
              { key: 'from', head: t('calendar.moves.from') },
              { key: 'to', head: t('calendar.moves.to') },
            ]}
          >
            {moves.moves.map(({ ticketId, number, title, from, to, isLate }) => (
              <tr key={ticketId}>
                <td className={`ellipsis ${styles.ticket}`}>
                  <span className="figures">{ticketName(number)}</span> {title}
                </td>
                <td className={`figures ${styles.time}`}>{dateTime(from, place, now)}</td>
                <td className={`figures ${styles.time}`}>
                  {dateTime(to, place, now)} {isLate ? <Badge tone="risk">{t('calendar.moves.isLate')}</Badge> : null}
                </td>
              </tr>
            ))}
          </SheetTable>
        </ScrollBox>
        {moves.count > moves.moves.length ? (
          <p className={styles.rule}>{t('calendar.moves.more', { count: moves.count - moves.moves.length })}</p>
        ) : null}
      </div>
    </ConfirmDialog>
  )
}
