import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function ReviewPage() {
  const { t } = useTranslation('review')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<ListChecks />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
