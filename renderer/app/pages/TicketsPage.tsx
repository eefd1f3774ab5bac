import { Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function TicketsPage() {
  const { t } = useTranslation('tickets')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<Ticket />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
