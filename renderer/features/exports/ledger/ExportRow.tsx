import { FolderOpen, HandHeart, NotebookPen, Repeat2, RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord, FoundExport } from '../../../../shared/contract/exports/exports.ts'
import { foundRanges } from '../../../../shared/text/search-characters.ts'
import { dateTime, sizeText } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { sentences } from '../../../lib/sentences.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Marked } from '../../../ui/Marked.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './ExportRow.module.css'
import { useExportProgress } from './export-progress.ts'
import { FoundInside } from './FoundInside.tsx'
import { stateTones } from './state-tones.ts'

export interface ExportRowProps {
  line: FoundExport
  /** Looked for, to be marked; empty for none. */
  text: string
  changedCount: number
  isUnderCursor: boolean
  onOpen: () => void
  onShow: () => void
  onAgain: () => void
  onRetry: () => void
  onElsewhere: () => void
  onConfirm: () => void
  onCancel: () => void
}

/** One file of the ledger: what it is, who sent it, where it stands, what can be done about it. */
export function ExportRow(props: ExportRowProps) {
  const {
    line,
    text,
    changedCount,
    isUnderCursor,
    onOpen,
    onShow,
    onAgain,
    onRetry,
    onElsewhere,
    onConfirm,
    onCancel,
  } = props
  const { record, ticket } = line
  const { t } = useTranslation('exports')
  const place = usePlace()
  const now = useNow()
  const progress = useExportProgress((state) => state.byExport[record.id])
  const isRunning = record.state === 'preparing' || record.state === 'delivering'
  const marked = (words: string) => <Marked text={words} ranges={foundRanges(words, text)} />
  const may = useMay('exports.again')
  return (
    <li
      id={`export-${record.id}`}
      className={styles.row}
      data-state={record.state}
      data-cursor={isUnderCursor || undefined}
    >
      <div className={styles.what}>
        <button type="button" className={styles.name} onClick={onOpen}>
          {marked(record.fileName)}
        </button>
        <p className={styles.detail}>
          {record.kind === 'tickets' ? (
            <span>{t('row.tickets', { count: record.ticketCount })}</span>
          ) : (
            <span className={styles.kind}>
              {record.kind === 'minutes' ? <NotebookPen aria-hidden="true" /> : <HandHeart aria-hidden="true" />}
              {t(`kind.${record.kind}`)}
            </span>
          )}
          {record.sizeBytes === null ? null : <span>{sizeText(record.sizeBytes, place.language)}</span>}
          <span>{dateTime(record.createdAt, place, now)}</span>
          <span className={styles.folder} title={record.folder}>
            {marked(record.folder)}
          </span>
        </p>
        {ticket === null ? null : <FoundInside ticket={ticket} text={text} />}
        {record.state === 'waiting' ? (
          <p className={styles.reason} role="status">
            <Waiting record={record} />
          </p>
        ) : null}
        {record.state === 'cancelled' && record.kind === 'tickets' && record.ticketCount === 0 ? (
          <p className={styles.reason}>{t('row.nothingLeft')}</p>
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
      <span className={`ellipsis ${styles.who}`} title={record.exportedBy === null ? t('row.whoUnknown') : undefined}>
        <VisuallyHidden>{t('column.exportedBy')} </VisuallyHidden>
        {record.exportedBy === null ? '—' : marked(record.exportedBy)}
      </span>
      <div className={styles.state}>
        <Badge tone={stateTones[record.state]}>{t(`state.${record.state}`)}</Badge>
        {changedCount === 0 ? null : (
          <button type="button" className={styles.changed} title={t('row.changedHint')} onClick={onOpen}>
            {t('row.changed', { count: changedCount })}
          </button>
        )}
      </div>
      <div className={styles.acts}>
        {record.state === 'delivered' ? (
          <Button size="small" tone="quiet" icon={<FolderOpen aria-hidden="true" />} onClick={onShow}>
            {t('row.show')}
          </Button>
        ) : null}
        {may ? (
          <>
            {' '}
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
              <IconButton size="small" icon={<X />} label={t('row.cancel')} isOneOfMany onClick={onCancel} />
            ) : (
              <Button size="small" tone="quiet" icon={<Repeat2 aria-hidden="true" />} onClick={onAgain}>
                {t('row.again')}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </li>
  )
}

/** Why it waits, and what comes by itself once that is over. A console's own folder will not become another one. */
function Waiting({ record: { reason, sha256 } }: { record: ExportRecord }) {
  const { t } = useTranslation('exports')
  const first = t(`reason.${reason ?? 'unknown'}`)
  if (reason === 'data_folder') return first
  return sentences(first, t(sha256 === null ? 'row.waitsUnmade' : 'row.waits'))
}
