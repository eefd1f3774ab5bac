import { FolderOpen, RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import { dateTime, sizeText } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import styles from './ExportRow.module.css'
import { useExportProgress } from './export-progress.ts'

export interface ExportRowProps {
  record: ExportRecord
  isUnderCursor: boolean
  onShow: () => void
  onRetry: () => void
  onElsewhere: () => void
  onConfirm: () => void
  onCancel: () => void
}

const tones: Record<ExportRecord['state'], Tone> = {
  preparing: 'neutral',
  delivering: 'accent',
  waiting: 'soon',
  delivered: 'praise',
  cancelled: 'neutral',
  failed: 'risk',
}

/** One file of the ledger: what it is, where it stands, what can be done about it. */
export function ExportRow({
  record,
  isUnderCursor,
  onShow,
  onRetry,
  onElsewhere,
  onConfirm,
  onCancel,
}: ExportRowProps) {
  const { t } = useTranslation('exports')
  const place = usePlace()
  const now = useNow()
  const progress = useExportProgress((state) => state.byExport[record.id])
  const isRunning = record.state === 'preparing' || record.state === 'delivering'
  return (
    <li
      id={`export-${record.id}`}
      className={styles.row}
      data-state={record.state}
      data-cursor={isUnderCursor || undefined}
    >
      <div className={styles.what}>
        <p className={styles.name}>{record.fileName}</p>
        <p className={styles.detail}>
          <span>{t('row.tickets', { count: record.ticketCount })}</span>
          {record.sizeBytes === null ? null : <span>{sizeText(record.sizeBytes, place.language)}</span>}
          <span>{dateTime(record.createdAt, place, now)}</span>
          <span className={styles.folder} title={record.folder}>
            {record.folder}
          </span>
        </p>
        {record.sha256 === null ? null : (
          <p className={styles.hash} title={record.sha256}>
            SHA-256 {record.sha256}
          </p>
        )}
        {record.state === 'waiting' ? (
          <p className={styles.reason} role="status">
            {t(`reason.${record.reason ?? 'unknown'}`)} {t(record.sha256 === null ? 'row.waitsUnmade' : 'row.waits')}
          </p>
        ) : null}
        {isRunning ? (
          <ProgressBar
            label={t(`state.${record.state}`)}
            fraction={
              progress === undefined || progress.ticketCount === 0 ? null : progress.doneTickets / progress.ticketCount
            }
          />
        ) : null}
      </div>
      <Badge tone={tones[record.state]}>{t(`state.${record.state}`)}</Badge>
      <div className={styles.acts}>
        {record.state === 'delivered' ? (
          <Button size="small" tone="quiet" icon={<FolderOpen aria-hidden="true" />} onClick={onShow}>
            {t('row.show')}
          </Button>
        ) : null}
        {record.state === 'waiting' ? (
          <>
            {record.reason === 'drive_away' ? (
              <Button size="small" onClick={onConfirm}>
                {t('row.confirm')}
              </Button>
            ) : (
              <Button size="small" icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
                {t('row.retry')}
              </Button>
            )}
            <Button size="small" tone="quiet" onClick={onElsewhere}>
              {t('row.elsewhere')}
            </Button>
          </>
        ) : null}
        {record.state === 'waiting' || isRunning ? (
          <IconButton size="small" icon={<X />} label={t('row.cancel')} onClick={onCancel} />
        ) : null}
      </div>
    </li>
  )
}
