import { DatabaseBackup } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<DatabaseBackup />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
