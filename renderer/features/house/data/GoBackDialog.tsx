import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, RestoreLoss } from '../../../../shared/contract/house/workspace.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateTimeToSecond } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import styles from './GoBackDialog.module.css'
import { goBackTo } from './going-back.actions.ts'

const lossOf = (fileName: string) =>
  queryOptions({
    queryKey: ['workspace', 'loss', fileName],
    queryFn: () => accepted(client.workspace.compareBackup({ fileName })),
    // What was written since makes it another answer.
    staleTime: 0,
    gcTime: 0,
  })

/** Going back to a copy: asked with what is lost by it. */
export function GoBackDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const loss = useQuery(lossOf(backup.fileName))
  const [isBusy, setIsBusy] = useState(false)
  const time = dateTimeToSecond(backup.madeAt, place, instantNow())
  const go = async () => {
    if (loss.data === undefined || isBusy) return
    setIsBusy(true)
    const isDone = await goBackTo(backup)
    setIsBusy(false)
    if (isDone) onClose()
  }
  return (
    <ConfirmDialog
      isOpen
      width={600}
      title={t('data.back.title', { time })}
      confirmLabel={t('data.back.confirm', { time })}
      busy={isBusy || loss.data === undefined}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      {loss.isError ? <FailedState {...failureOf(loss.error)} onRetry={() => void loss.refetch()} /> : null}
      {loss.data === undefined && !loss.isError ? <LoadingState /> : null}
      {loss.data === undefined ? null : <Lost loss={loss.data} />}
      {loss.data === undefined || loss.data.wordsBack === 0 ? null : (
        <p className={styles.first}>{t('data.back.wordsBack', { count: loss.data.wordsBack })}</p>
      )}
      <p className={styles.first}>{t('data.back.first')}</p>
    </ConfirmDialog>
  )
}

const KINDS = [
  ...(['newNotes', 'changedNotes', 'drafts', 'newTickets', 'changedTickets'] as const),
  ...(['conversations', 'meetings', 'meetingLines', 'lenses', 'thanks', 'cases'] as const),
  ...(['bookings', 'sessions', 'people', 'exports', 'rules'] as const),
]

function Lost({ loss }: { loss: RestoreLoss }) {
  const { t } = useTranslation('settings')
  const kinds = KINDS.filter((kind) => loss.counts[kind] > 0)
  if (kinds.length === 0) return <p>{t('data.back.nothing')}</p>
  return (
    <section className={styles.lost} aria-label={t('data.back.lost')}>
      <p>{t('data.back.lost')}</p>
      <ul className={styles.counts}>
        {kinds.map((kind) => (
          <li key={kind}>{t(`data.back.count.${kind}`, { count: loss.counts[kind] })}</li>
        ))}
      </ul>
      {loss.notes.length + loss.tickets.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and arrows must be able to scroll it
        <ul className={styles.named} tabIndex={0} aria-label={t('data.back.named')}>
          {loss.tickets.map(({ number, title }) => (
            <li key={number}>
              <span className="figures">{ticketName(number)}</span> {title}
            </li>
          ))}
          {loss.notes.map(({ kind, text, at }) => (
            <li key={`${at} ${text}`} data-kind={kind}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
