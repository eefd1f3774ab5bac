import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PurposeIcon } from './BookingCell.tsx'
import styles from './Legend.module.css'

/** What the looks mean. */
export function Legend() {
  const { t } = useTranslation('seats')
  return (
    <ul className={styles.legend} aria-label={t('legend.label')}>
      <li data-look="mine">
        <i aria-hidden="true">{t('me')}</i>
        {t('legend.mine')}
      </li>
      <li data-look="taken">
        <i aria-hidden="true" />
        {t('legend.taken')}
      </li>
      <li data-look="free">
        <i aria-hidden="true" />
        {t('legend.free')}
      </li>
      <li>
        <PurposeIcon purpose="listen" />
        {t('purpose.listen')}
      </li>
      <li>
        <PurposeIcon purpose="answer" />
        {t('purpose.answer')}
      </li>
      <li data-look="seated">
        <CircleCheck aria-hidden="true" />
        {t('state.checked_in')}
      </li>
    </ul>
  )
}
