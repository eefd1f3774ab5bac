import { useQuery } from '@tanstack/react-query'
import { FileOutput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import { onEvent } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { cancelExport, confirmFolder, retryExport, showInFolder } from '../exports.actions.ts'
import { ledger } from '../exports.queries.ts'
import { ExportRow } from './ExportRow.tsx'
import { noteProgress } from './export-progress.ts'
import styles from './Ledger.module.css'

/** Every file that went out or waits to: those that wait on top, then the newest. */
export function Ledger({ onElsewhere }: { onElsewhere: (record: ExportRecord) => void }) {
  const { t } = useTranslation('exports')
  const records = useQuery(ledger)
  const [cursor, setCursor] = useState<string | null>(null)
  useEffect(() => onEvent(noteProgress), [])
  const waitingFirst = [...(records.data ?? [])].sort(
    (a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'),
  )
  const current = waitingFirst.find((record) => record.id === cursor)
  const move = (by: 1 | -1) => {
    const at = waitingFirst.findIndex((record) => record.id === cursor)
    const to = waitingFirst[at === -1 ? 0 : Math.min(waitingFirst.length - 1, Math.max(0, at + by))]
    setCursor(to?.id ?? null)
    if (to !== undefined) document.getElementById(`export-${to.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys('exports', {
    'exports.down': () => move(1),
    'exports.up': () => move(-1),
    'exports.retry': () => (current?.state === 'waiting' ? void retryExport(current, null) : false),
    'exports.showInFolder': () => (current?.state === 'delivered' ? void showInFolder(current) : false),
  })
  if (records.isError) return <FailedState {...failureOf(records.error)} onRetry={() => void records.refetch()} />
  if (records.isPending) return <LoadingState />
  if (waitingFirst.length === 0)
    return <EmptyState icon={<FileOutput />} title={t('ledger.none')} hint={t('ledger.noneHint')} />
  return (
    <ul className={styles.ledger} aria-label={t('ledger.title')}>
      {waitingFirst.map((record) => (
        <ExportRow
          key={record.id}
          record={record}
          isUnderCursor={record.id === cursor}
          onShow={() => void showInFolder(record)}
          onRetry={() => void retryExport(record, null)}
          onElsewhere={() => onElsewhere(record)}
          onConfirm={() => void confirmFolder(record)}
          onCancel={() => void cancelExport(record)}
        />
      ))}
    </ul>
  )
}
