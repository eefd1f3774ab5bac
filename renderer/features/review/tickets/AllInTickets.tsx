import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'

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
        hint={praiseLeft === 0 ? inTickets : `${inTickets} ${t('allDone.praiseLeft', { count: praiseLeft })}`}
        action={tickets === 0 ? null : <Button onClick={onExport}>{t('allDone.export', { count: tickets })}</Button>}
      />
    </Panel>
  )
}
