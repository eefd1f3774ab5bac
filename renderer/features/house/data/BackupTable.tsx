import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../../shared/contract/house/workspace.ts'
import { dateTime, numberText, sizeText } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './BackupTable.module.css'

/** The copies there are, newest first. `onGoBack` asks before it does anything. */
export function BackupTable({ backups, onGoBack }: { backups: readonly Backup[]; onGoBack: (backup: Backup) => void }) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  if (backups.length === 0) return <p className={styles.none}>{t('data.none')}</p>
  const count = (value: number | null) => (value === null ? '–' : numberText(value, place.language))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('data.madeAt')}</th>
          <th scope="col" className={styles.figure}>
            {t('data.notes')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('data.tickets')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('data.fileSize')}
          </th>
          <th scope="col">{t('data.state')}</th>
          <th scope="col">
            <VisuallyHidden>{t('data.back.act')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.fileName} title={backup.fileName}>
            <td className="figures">{dateTime(backup.madeAt, place, instantNow())}</td>
            <td className={styles.figure}>{count(backup.noteCount)}</td>
            <td className={styles.figure}>{count(backup.ticketCount)}</td>
            <td className={styles.figure}>{sizeText(backup.sizeBytes, place.language)}</td>
            <td>
              <Badge tone={backup.isGood ? 'praise' : 'risk'}>{backup.isGood ? t('data.good') : t('data.bad')}</Badge>
            </td>
            <td>
              {backup.isGood ? (
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('data.back.actOn', { time: dateTime(backup.madeAt, place, instantNow()) })}
                  onClick={() => onGoBack(backup)}
                >
                  {t('data.back.act')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
