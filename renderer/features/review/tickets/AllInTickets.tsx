import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'

/** Every note of the session has come to a ticket: nothing is left to fill in, only to send on. */
export function AllInTickets({ onExport }: { onExport: () => void }) {
  const { t } = useTranslation('review')
  return (
    <Panel>
      <EmptyState
        icon={<CircleCheckBig />}
        title={t('allDone.title')}
        hint={t('allDone.hint')}
        action={<Button onClick={onExport}>{t('allDone.export')}</Button>}
      />
    </Panel>
  )
}
