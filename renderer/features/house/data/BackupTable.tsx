import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../../shared/contract/house/workspace.ts'
import { dateTimeToSecond, sizeText } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { numberText } from '../../../lib/number-text.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './BackupTable.module.css'

/** The copies there are, newest first. `onGoBack` asks before it does anything. */
export function BackupTable({ backups, onGoBack }: { backups: readonly Backup[]; onGoBack: (backup: Backup) => void }) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  if (backups.length === 0) return <p className={styles.none}>{t('data.none')}</p>
  const count = (value: number | null) => (value === null ? '–' : numberText(value))
  return (
    <>
      <SheetTable
        isRoomy
        heads={[
          { key: 'madeAt', head: t('data.madeAt') },
          { key: 'notes', head: t('data.notes'), isFigure: true },
          { key: 'tickets', head: t('data.tickets'), isFigure: true },
          { key: 'fileSize', head: t('data.fileSize'), isFigure: true },
          { key: 'state', head: t('data.state') },
          { key: 'back', head: <VisuallyHidden>{t('data.back.act')}</VisuallyHidden> },
        ]}
      >
        {backups.map((backup) => (
          <tr key={backup.fileName} title={backup.fileName}>
            <td className="figures">{dateTimeToSecond(backup.madeAt, place, instantNow())}</td>
            <td data-figure>{count(backup.noteCount)}</td>
            <td data-figure>{count(backup.ticketCount)}</td>
            <td data-figure>{sizeText(backup.sizeBytes, place.language)}</td>
            <td>
              <Badge tone={backup.isGood ? 'praise' : 'risk'}>{backup.isGood ? t('data.good') : t('data.bad')}</Badge>
              {backup.saysSealed && backup.isGood ? <Badge tone="risk">{t('data.saysSealed')}</Badge> : null}
            </td>
            <td>
              {backup.isGood ? (
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('data.back.actOn', { time: dateTimeToSecond(backup.madeAt, place, instantNow()) })}
                  onClick={() => onGoBack(backup)}
                >
                  {t('data.back.act')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </SheetTable>
      {backups.some(({ saysSealed, isGood }) => saysSealed && isGood) ? (
        <p className={styles.hint}>{t('data.saysSealedHint')}</p>
      ) : null}
    </>
  )
}
