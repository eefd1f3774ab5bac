import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './AllInTickets.module.css'

export interface AllInTicketsProps {
  /** How many tickets the notes of this session are in. */
  tickets: number
  /** Praise that is not among the thanks yet. */
  praiseLeft: number
  onExport: () => void
}

/** Every note of the session that is an issue has come to a ticket: nothing is left to fill in, only to send on. */
export function AllInTickets({ tickets, praiseLeft, onExport }: AllInTicketsProps) {
  const { t } = useTranslation('review')
  const inTickets = t(tickets === 0 ? 'allDone.praiseAlone' : 'allDone.hint')
  return (
    <Panel>
      <EmptyState
        icon={<CircleCheckBig />}
        title={t('allDone.title')}
        hint={
          <>
            {inTickets}
            {praiseLeft === 0 ? null : (
              <span className={styles.praise}>{t('allDone.praiseLeft', { count: praiseLeft })}</span>
            )}
          </>
        }
        action={
          tickets === 0 ? undefined : <Button onClick={onExport}>{t('allDone.export', { count: tickets })}</Button>
        }
      />
    </Panel>
  )
}
