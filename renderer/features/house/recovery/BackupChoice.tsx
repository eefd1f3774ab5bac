import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../../shared/contract/house/workspace.ts'
import { dateTimeToSecond, relative, sizeText } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './BackupChoice.module.css'
import { newestGood } from './backup-choice.ts'

export interface BackupChoiceProps {
  backups: readonly Backup[]
  chosen: Backup | null
  onChoose: (fileName: string) => void
}

/** The copies to choose from, newest first; those that cannot be opened are shown and cannot be chosen. */
export function BackupChoice({ backups, chosen, onChoose }: BackupChoiceProps) {
  const { t } = useTranslation('recovery')
  const place = usePlace()
  const now = useNow(60_000)
  const newest = newestGood(backups)
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('damaged.choose')}</legend>
      {backups.map((backup) => (
        <label key={backup.fileName} className={styles.backup} data-bad={!backup.isGood || undefined}>
          <input
            type="radio"
            name="backup"
            checked={backup.fileName === chosen?.fileName}
            disabled={!backup.isGood}
            onChange={() => onChoose(backup.fileName)}
          />
          <span className={styles.when}>
            <span className="figures">{dateTimeToSecond(backup.madeAt, place, now)}</span>
            <span className={styles.ago}>{relative(backup.madeAt, now, place.language)}</span>
            {backup === newest ? (
              <Badge tone="accent" look="outline">
                {t('damaged.newest')}
              </Badge>
            ) : null}
          </span>
          {backup.isGood ? (
            <span className={styles.facts}>
              <span>{t('damaged.notes', { count: backup.noteCount ?? 0 })}</span>
              <span>{t('damaged.tickets', { count: backup.ticketCount ?? 0 })}</span>
              <span>{sizeText(backup.sizeBytes, place.language)}</span>
            </span>
          ) : (
            <span className={styles.facts}>{t('damaged.bad')}</span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
