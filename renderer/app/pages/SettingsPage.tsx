import { Settings } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<Settings />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
