import { Armchair } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function SeatsPage() {
  const { t } = useTranslation('seats')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<Armchair />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
