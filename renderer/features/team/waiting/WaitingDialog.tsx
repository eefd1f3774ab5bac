import { useQuery } from '@tanstack/react-query'
import { CloudCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { WaitingSession } from '../../../../shared/contract/team/team.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateIn, rangeOn, relative, timeOn } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useMember } from '../../../lib/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { countsWords } from '../counts-words.ts'
import { TryNow } from '../TryNow.tsx'
import { waitingSessions } from '../team.queries.ts'
import styles from './WaitingDialog.module.css'
import { closeWaiting } from './waiting-store.ts'

/** By whoever does not want to wait for it: the hub may be there again, or mended. */
const CAN_BE_TRIED: ReadonlySet<WaitingSession['why']> = new Set([
  ...(['hub_away', 'hub_busy', 'token', 'person_removed', 'other_version', 'used_elsewhere'] as const),
  ...(['not_yours', 'refused', 'failed'] as const),
])

/** What was heard here and is not at the hub yet, session by session, with why and what can be done. */
export function WaitingDialog() {
  const { t } = useTranslation('team')
  return (
    <Dialog isOpen onClose={closeWaiting} title={t('waitingList.title')} width={820}>
      <Waiting />
    </Dialog>
  )
}

function Waiting() {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const waiting = useQuery(waitingSessions)
  const member = useMember()
  const navigate = useNavigate()
  const go = (path: string) => {
    closeWaiting()
    void navigate(path)
  }
  const refusedFor = member?.link.kind === 'refused' ? member.link.why : null
  const sessions = waiting.data ?? []
  return (
    <>
      {waiting.isError ? (
        <FailedState {...failureOf(waiting.error)} onRetry={() => void waiting.refetch()} />
      ) : waiting.data === undefined ? (
        <LoadingState />
      ) : sessions.length === 0 ? (
        <EmptyState icon={<CloudCheck />} title={t('waitingList.empty')} hint={t('waitingList.emptyHint')} />
      ) : (
        <>
          <Table sessions={sessions} onOpen={go} />
          <p className={styles.foot}>{t(refusedFor === null ? 'waitingList.foot' : `why.${refusedFor}Hint`)}</p>
        </>
      )}
      <DialogFoot>
        {refusedFor === null ? null : (
          <Button onClick={() => go('/settings?section=team')}>{t('waitingList.settings')}</Button>
        )}
        {sessions.some(({ why }) => CAN_BE_TRIED.has(why)) ? <TryNow /> : null}
        <Button tone="primary" onClick={closeWaiting} data-autofocus>
          {common('action.close')}
        </Button>
      </DialogFoot>
    </>
  )
}

function Table({ sessions, onOpen }: { sessions: readonly WaitingSession[]; onOpen: (path: string) => void }) {
  const { t } = useTranslation('team')
  const now = useNow()
  return (
    <div className={styles.table}>
      <SheetTable
        isRoomy
        heads={(['session', 'listener', 'counts', 'since', 'why'] as const).map((key) => ({
          key,
          head: t(`waitingList.${key}`),
        }))}
      >
        {sessions.map((session) => (
          <Row key={session.id} session={session} now={now} onOpen={onOpen} />
        ))}
      </SheetTable>
    </div>
  )
}

interface RowProps {
  session: WaitingSession
  now: Instant
  onOpen: (path: string) => void
}

function Row({
  session: { id, startedAt, endedAt, listenerName, counts, since, why, reference },
  now,
  onOpen,
}: RowProps) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const today = dateIn(now, place.timeZone)
  return (
    <tr>
      <td className="figures">
        {startedAt === null ? (
          t('waitingList.booking')
        ) : (
          <When
            time={endedAt === null ? timeOn(today, startedAt, place) : rangeOn(today, startedAt, endedAt, place)}
            goesOn={endedAt === null}
            onOpen={() => onOpen(endedAt === null ? `/listen/${id}` : `/sessions/${id}`)}
          />
        )}
      </td>
      <td>{listenerName ?? t('waitingList.nobody')}</td>
      <td className="figures">{countsWords(counts)}</td>
      <td className="figures" title={timeOn(today, since, place)}>
        {relative(since, now, place.language)}
      </td>
      <td data-why={why}>{t(`waitingList.reason.${why}`, { reference })}</td>
    </tr>
  )
}

function When({ time, goesOn, onOpen }: { time: string; goesOn: boolean; onOpen: () => void }) {
  const { t } = useTranslation('team')
  return (
    <>
      <button type="button" className={styles.open} aria-label={t('waitingList.open', { time })} onClick={onOpen}>
        {time}
      </button>
      {goesOn ? <span className={styles.goesOn}>{t('waitingList.goesOn')}</span> : null}
    </>
  )
}
