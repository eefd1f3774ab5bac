import { useTranslation } from 'react-i18next'
import type { Sign } from '../../../../shared/domain/silver-hair/signs.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { SideChip } from '../../../ui/SideChip.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './SilverLens.module.css'

export interface SilverOfferProps {
  /** Null: nothing proposes it. */
  sign: Sign | null
  /** Nobody has said yet whether it is. */
  isUndecided: boolean
  onMark: () => void
  onDismiss: () => void
}

/** The call can be marked; or its words, which are shown, say that it should be: one line either way, so that nothing below moves. It never takes the focus. */
export function SilverOffer({ sign, isUndecided, onMark, onDismiss }: SilverOfferProps) {
  const { t } = useTranslation('silver')
  const [mark, dismiss] = [useChord('silver.mark'), useChord('silver.dismiss')]
  return (
    <div className={styles.offer} role="status" data-proposed={sign !== null || undefined}>
      {isUndecided && sign === null ? <span className="ellipsis">{t('mark.hint')}</span> : null}
      {isUndecided && sign !== null ? (
        <>
          <VisuallyHidden>{t(`sign.${sign.name}`, { words: sign.words })}</VisuallyHidden>
          <span
            className={`ellipsis ${styles.because}`}
            title={t(`sign.${sign.name}`, { words: sign.words })}
            aria-hidden="true"
          >
            {t('sign.inShort', { words: sign.words })}
          </span>
        </>
      ) : null}
      <SideChip isOffer={sign !== null} onPress={onMark}>
        {t(sign === null ? 'mark.offer' : 'mark.take')} <KeyCap chord={mark} quiet />
      </SideChip>
      {sign === null ? null : (
        <SideChip onPress={onDismiss}>
          {t('mark.dismiss')} <KeyCap chord={dismiss} quiet />
        </SideChip>
      )}
    </div>
  )
}
