import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { correctionsHeard, isLearned, lagIfOn } from '../../../../shared/domain/listening/reaction-lag.ts'
import { secondsText } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import styles from './LagSwitch.module.css'
import { switchLag } from './lag.actions.ts'

/** How much is taken off each mark, and why; one key takes nothing off any more. Nothing is shown where there is nothing to take off. */
export const LagSwitch = memo(function LagSwitch() {
  const { t } = useTranslation('listen')
  const { language } = usePlace()
  const settings = useSettings()
  const lagMs = settings === undefined ? 0 : lagIfOn(settings)
  const chord = useChord('listen.lag')
  useKeys('listen', { 'listen.lag': () => void switchLag() }, lagMs > 0)
  if (settings === undefined || lagMs === 0) return null
  const why = settings.isLagOff
    ? t('lag.off')
    : isLearned(settings)
      ? t('lag.learned', { count: correctionsHeard(settings.lagSamples) })
      : t('lag.byHand')
  return (
    <button
      type="button"
      className={styles.lag}
      aria-pressed={!settings.isLagOff}
      title={t(settings.isLagOff ? 'lag.hintOff' : 'lag.hint', { seconds: secondsText(lagMs, language) })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void switchLag()}
    >
      <span className={styles.seconds}>{t('lag.less', { seconds: secondsText(lagMs, language) })}</span>
      <span className={styles.why}>{why}</span>
      <KeyCap chord={chord} quiet />
    </button>
  )
})
