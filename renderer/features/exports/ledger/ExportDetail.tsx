import { useQuery } from '@tanstack/react-query'
import { FolderOpen, Repeat2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportRecord } from '../../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateTime, sizeText } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { showInFolder } from '../exports.actions.ts'
import { exportDetail } from '../exports.queries.ts'
import { ChangedTickets } from './ChangedTickets.tsx'
import { ChoiceWords } from './ChoiceWords.tsx'
import styles from './ExportDetail.module.css'
import { exportOnceMore } from './ledger-desk.ts'
import { stateTones } from './state-tones.ts'

/** All that is known of one file, and what changed in its tickets since it was made. */
export function ExportDetail({ exportId, onClose }: { exportId: Id; onClose: () => void }) {
  const { t } = useTranslation('exports')
  return (
    <Dialog isOpen onClose={onClose} title={t('detail.title')} width={720}>
      <Inside exportId={exportId} />
    </Dialog>
  )
}

function Inside({ exportId }: { exportId: Id }) {
  const { t } = useTranslation('exports')
  const detail = useQuery(exportDetail(exportId))
  const { data } = detail
  const act = (what: 'all' | 'changed') => (data === undefined ? false : void exportOnceMore(data.record, what))
  const show = () => (data?.record.state === 'delivered' ? void showInFolder(data.record) : false)
  const may = useMay('exports.again')
  const again = {
    'exports.again': () => act('all'),
    'exports.onlyChanged': () => (data === undefined || data.changedCount === 0 ? false : act('changed')),
  } as const
  useKeys('exports', again, may)
  useKeys('exports', { 'exports.showInFolder': show })
  const [againChord, changedChord, showChord] = [
    useChord('exports.again'),
    useChord('exports.onlyChanged'),
    useChord('exports.showInFolder'),
  ]
  if (detail.isError) return <FailedState {...failureOf(detail.error)} onRetry={() => void detail.refetch()} />
  if (data === undefined) return <LoadingState />
  const { record, changedCount } = data
  return (
    <div className={styles.inside}>
      <p className={styles.name}>{record.fileName}</p>
      <dl className={styles.facts}>
        <Facts record={record} language={data.language} choice={<ChoiceWords choice={data.choice} />} />
      </dl>
      {record.kind === 'tickets' ? (
        <ChangedTickets changed={data.changed} changedCount={changedCount} isMade={record.sha256 !== null} />
      ) : (
        <p className={styles.uncounted}>{t(`changed.${record.kind}`)}</p>
      )}
      <DialogFoot>
        {record.state === 'delivered' ? (
          <Button tone="quiet" icon={<FolderOpen aria-hidden="true" />} chord={showChord} onClick={show}>
            {t('row.show')}
          </Button>
        ) : null}
        {changedCount === 0 || !may ? null : (
          <Button chord={changedChord} onClick={() => act('changed')}>
            {t('detail.onlyChanged', { count: changedCount })}
          </Button>
        )}
        <Button
          tone="primary"
          icon={<Repeat2 aria-hidden="true" />}
          chord={againChord}
          data-autofocus
          disabled={!may}
          onClick={() => act('all')}
        >
          {t('row.again')}
        </Button>
      </DialogFoot>
    </div>
  )
}

function Facts({ record, language, choice }: { record: ExportRecord; language: 'zh' | 'en'; choice: ReactNode }) {
  const { t } = useTranslation('exports')
  const place = usePlace()
  const now = useNow(60_000)
  const facts: [name: string, value: ReactNode][] = [
    [
      t('column.state'),
      <Badge key="state" tone={stateTones[record.state]}>
        {t(`state.${record.state}`)}
      </Badge>,
    ],
    [t('column.exportedBy'), record.exportedBy ?? t('row.whoUnknown')],
    [t('detail.asked'), dateTime(record.createdAt, place, now)],
    [t('detail.delivered'), record.deliveredAt === null ? '—' : dateTime(record.deliveredAt, place, now)],
    [t('detail.choice'), choice],
    [
      t('detail.content'),
      [
        record.kind === 'tickets' ? t('row.tickets', { count: record.ticketCount }) : t(`kind.${record.kind}`),
        `${t(`format.${record.format}`)} · ${t(`detail.in.${language}`)}`,
        ...(record.sizeBytes === null ? [] : [sizeText(record.sizeBytes, place.language)]),
      ].join(' · '),
    ],
    [t('detail.folder'), <span key="folder">{record.folder}</span>],
  ]
  return (
    <>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {record.sha256 === null ? null : (
        <div className={styles.fact}>
          <dt>SHA-256</dt>
          <dd className={styles.hash}>{record.sha256}</dd>
        </div>
      )}
    </>
  )
}
