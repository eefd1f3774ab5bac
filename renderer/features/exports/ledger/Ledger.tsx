import { useQuery } from '@tanstack/react-query'
import { FileOutput, SearchX } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import { onEvent } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { cancelExport, retryExport, showInFolder } from '../exports.actions.ts'
import { changedSince, LEDGER_ROWS, ledgerLines } from '../exports.queries.ts'
import { ExportDetail } from './ExportDetail.tsx'
import { noteProgress } from './export-progress.ts'
import styles from './Ledger.module.css'
import { LedgerRows } from './LedgerRows.tsx'
import {
  exportOnceMore,
  forgetLedgerWords,
  nextKind,
  putLedgerCursor,
  showExport,
  showLedgerKind,
  useLedgerDesk,
} from './ledger-desk.ts'

export interface LedgerProps {
  /** Null: nobody here may begin one. */
  onNew: (() => void) | null
  onElsewhere: (record: ExportRecord) => void
  /** To the tickets that hold the words, when no file has them. */
  onTickets: (text: string) => void
  onSearch: () => void
}

const isUnderWay = ({ state }: ExportRecord) => ['preparing', 'delivering', 'waiting'].includes(state)

/** Every file that went out or waits to: those that wait on top, then the newest. */
export function Ledger({ onNew, onElsewhere, onTickets, onSearch }: LedgerProps) {
  const { t } = useTranslation('exports')
  const { text, kind, cursor, shown } = useLedgerDesk()
  const found = useQuery(ledgerLines(text, kind))
  useEffect(() => onEvent(noteProgress), [])
  const lines = [...(found.data?.lines ?? [])].sort(
    (a, b) => Number(b.record.state === 'waiting') - Number(a.record.state === 'waiting'),
  )
  const changed = useQuery(changedSince(lines.flatMap(({ record }) => (record.sha256 === null ? [] : record.id)))).data
  const changedOf = (record: ExportRecord) => changed?.get(record.id) ?? 0
  const at = Math.max(
    0,
    lines.findIndex(({ record }) => record.id === cursor),
  )
  const current = lines[at]?.record
  const move = (by: 1 | -1) => {
    const to = lines[cursor === null ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]?.record
    putLedgerCursor(to?.id ?? null)
    if (to !== undefined) document.getElementById(`export-${to.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  /** Does it with the line the keys are on; lets the key pass where there is none, or none of that kind. */
  const withCurrent = (act: (record: ExportRecord) => unknown, may: (record: ExportRecord) => boolean = () => true) => {
    if (current === undefined || !may(current)) return false
    void act(current)
  }
  const acts = {
    'exports.again': () => withCurrent((record) => exportOnceMore(record, 'all')),
    'exports.onlyChanged': () =>
      withCurrent(
        (record) => exportOnceMore(record, 'changed'),
        (record) => changedOf(record) > 0,
      ),
    'exports.cancel': () => withCurrent(cancelExport, isUnderWay),
    'exports.retry': () =>
      withCurrent(
        (record) => retryExport(record, null),
        ({ state }) => state === 'waiting',
      ),
  } as const
  useKeys('exports', acts, useMay('exports.again'))
  useKeys('exports', {
    'exports.down': () => move(1),
    'exports.up': () => move(-1),
    'exports.open': () => withCurrent(({ id }) => showExport(id)),
    'exports.showInFolder': () => withCurrent(showInFolder, ({ state }) => state === 'delivered'),
    'exports.kind': () => showLedgerKind(nextKind(kind)),
    search: onSearch,
  })
  if (found.isError) return <FailedState {...failureOf(found.error)} onRetry={() => void found.refetch()} />
  if (found.isPending) return <LoadingState />
  const { total, ticketTotal } = found.data
  if (lines.length === 0 && text === '' && kind !== 'all')
    return <EmptyState icon={<FileOutput />} title={t(`ledger.noneOf.${kind}`)} hint={t(`ledger.noneOfHint.${kind}`)} />
  if (lines.length === 0 && text === '')
    return (
      <EmptyState
        icon={<FileOutput />}
        title={t('ledger.none')}
        hint={t('ledger.noneHint')}
        action={onNew === null ? undefined : <Button onClick={onNew}>{t('page.new')}</Button>}
      />
    )
  if (lines.length === 0)
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('ledger.noHits', { text })}
        hint={ticketTotal === 0 ? t('ledger.noHitsHint') : t('ledger.hitsInTickets', { count: ticketTotal })}
        action={
          <span className={styles.ways}>
            <Button onClick={forgetLedgerWords}>{t('ledger.clearSearch')}</Button>
            {kind === 'all' ? null : <Button onClick={() => showLedgerKind('all')}>{t('ledger.amongAll')}</Button>}
            {ticketTotal === 0 ? null : <Button onClick={() => onTickets(text)}>{t('ledger.toTickets')}</Button>}
          </span>
        }
      />
    )
  return (
    <>
      <p className={styles.head} aria-hidden="true">
        <span>{t('column.file')}</span>
        <span>{t('column.exportedBy')}</span>
        <span>{t('column.state')}</span>
      </p>
      <ul className={styles.ledger} aria-label={t('ledger.title')} aria-busy={found.isPlaceholderData}>
        <LedgerRows {...{ lines, text, current, changedOf, onElsewhere }} />
      </ul>
      {lines.length < LEDGER_ROWS ? null : (
        <p className={styles.more}>
          {text === '' ? t('ledger.older', { count: LEDGER_ROWS }) : t('ledger.more', { count: LEDGER_ROWS, total })}
        </p>
      )}
      {shown === null ? null : <ExportDetail exportId={shown} onClose={() => showExport(null)} />}
    </>
  )
}
