import { House } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function TodayPage() {
  const { t } = useTranslation('today')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<House />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
