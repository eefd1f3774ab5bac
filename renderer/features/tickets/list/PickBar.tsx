import { FolderOutput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { numberText } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './PickBar.module.css'

export interface PickBarProps {
  pickedCount: number
  foundCount: number
  isAll: boolean
  onAll: () => void
  onClear: () => void
  onExport: () => void
}

/** At the foot of the list: what is chosen, and out with it. Nothing chosen means everything found. */
export function PickBar({ pickedCount, foundCount, isAll, onAll, onClear, onExport }: PickBarProps) {
  const { t } = useTranslation('tickets')
  const { language } = usePlace()
  const allChord = useChord('tickets.pickAll')
  const exportChord = useChord('tickets.export')
  const number = (value: number) => numberText(value, language)
  return (
    <section className={styles.bar} aria-label={t('picked.bar')} data-picked={pickedCount > 0 || undefined}>
      <span className={styles.count} role="status">
        {pickedCount > 0 ? t('picked.count', { number: number(pickedCount) }) : ''}
      </span>
      {pickedCount > 0 ? (
        <Button size="small" tone="quiet" onClick={onClear}>
          {t('picked.clear')}
        </Button>
      ) : null}
      {isAll ? null : (
        <Button size="small" tone="quiet" chord={allChord} onClick={onAll}>
          {t('picked.all')}
        </Button>
      )}
      <span className={styles.export}>
        <Button size="small" icon={<FolderOutput aria-hidden="true" />} chord={exportChord} onClick={onExport}>
          {pickedCount > 0 ? t('picked.export') : t('picked.exportFound', { number: number(foundCount) })}
        </Button>
      </span>
    </section>
  )
}
