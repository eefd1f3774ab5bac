import { Headphones } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

export function ListenPage() {
  const { t } = useTranslation('listen')
  return (
    <>
      <PageHeader title={t('page.title')} />
      <EmptyState icon={<Headphones />} title={t('page.empty.title')} hint={t('page.empty.hint')} />
    </>
  )
}
