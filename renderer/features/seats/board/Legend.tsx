import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PurposeIcon } from './BookingCell.tsx'
import styles from './Legend.module.css'

interface LegendProps {
  /** Something shown is held for those who wait, and does not say so itself. */
  hasHeld?: boolean
  /** So it is with something nobody came to. */
  hasMissed?: boolean
  /** Something shown is still to be drawn. */
  hasToBeDrawn?: boolean
  /** A draw gave somebody a place that is shown. */
  hasDrawn?: boolean
}

/** What the looks mean. */
export function Legend({ hasHeld = false, hasMissed = false, hasToBeDrawn = false, hasDrawn = false }: LegendProps) {
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
      {hasHeld ? (
        <li data-look="held">
          <i aria-hidden="true" />
          {t('legend.held')}
        </li>
      ) : null}
      {hasToBeDrawn ? (
        <li data-look="to-be-drawn">
          <i aria-hidden="true" />
          {t('drawn.toCome')}
        </li>
      ) : null}
      {hasDrawn ? (
        <li data-look="drawn">
          <i aria-hidden="true" />
          {t('drawn.legend')}
        </li>
      ) : null}
      {hasMissed ? (
        <li data-look="missed">
          <i aria-hidden="true" />
          {t('state.no_show')}
        </li>
      ) : null}
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
