import { useTranslation } from 'react-i18next'
import { Paper, usePrinting } from '../../ui/Paper.tsx'

/** What the printer gets of a page that shows a sealed call, as the seat does until the call is over: that it is sealed, and not a word of it. */
export function SealedPaper() {
  const { t } = useTranslation('life')
  return usePrinting() ? <Paper title={t('paper.title')}>{t('paper.hint')}</Paper> : null
}
