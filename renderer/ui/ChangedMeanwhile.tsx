import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stale } from '../../shared/contract/versions.ts'
import { staleWords } from '../lib/stale-words.ts'
import { Button } from './Button.tsx'
import styles from './ChangedMeanwhile.module.css'

export interface ChangedMeanwhileProps {
  /** null: nobody came first, as far as the form knows. */
  stale: Stale | null
  isLooking: boolean
  /** The form holds what both wrote, not the own words alone. */
  isOfBoth?: boolean
  /** Shows the thing without the own changes, and back. Left out where the form's fields are not the thing's own, which stands beside it. */
  onLook?: () => void
}

/** In a form that was refused as stale: who changed what, and the way to see it. The form's own button then says «use mine». */
export function ChangedMeanwhile({ stale, isLooking, isOfBoth = false, onLook }: ChangedMeanwhileProps) {
  const { t } = useTranslation('common')
  if (stale === null) return null
  return (
    <div className={styles.box} role="alert">
      <p>{t('stale.kept', { changed: staleWords(stale) })}</p>
      {onLook === undefined ? null : (
        <Button size="small" onClick={onLook}>
          {t(isLooking ? (isOfBoth ? 'stale.backToBoth' : 'stale.backToMine') : 'stale.seeTheirs')}
        </Button>
      )}
    </div>
  )
}

/** What the form's button says: what is sent over somebody's change is said to be one's own, and that it goes what was laid aside. */
export function SaveWords({
  stale,
  isLooking,
  isOfBoth = false,
  children,
}: Omit<ChangedMeanwhileProps, 'onLook'> & { children: ReactNode }) {
  const { t } = useTranslation('common')
  if (stale === null) return children
  return t(isLooking ? 'stale.saveWithoutMine' : isOfBoth ? 'stale.saveBoth' : 'stale.useMine')
}
