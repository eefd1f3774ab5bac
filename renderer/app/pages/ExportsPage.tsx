import { FolderOutput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function ExportsPage() {
  const { t } = useTranslation('exports')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<FolderOutput />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
