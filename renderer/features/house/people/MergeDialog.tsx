import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { MeetingChoice } from './MeetingChoice.tsx'
import styles from './MergeDialog.module.css'
import { mergeRecords } from './merges.actions.ts'
import { mergePreview } from './merges.queries.ts'
import { RecordCard } from './RecordCard.tsx'

export interface MergeDialogProps {
  records: readonly [Person, Person]
  onClose: () => void
}

/** Two records that may be one person's: which stays, what is carried over to it, and which of two bookings that meet is given up. */
export function MergeDialog(props: MergeDialogProps) {
  const { t } = useTranslation('settings')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('merge.title')} width={720}>
      <Inside {...props} />
    </Dialog>
  )
}

function Inside({ records: [one, other], onClose }: MergeDialogProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const me = useSettings()?.me ?? null
  // Whoever has a number stands in the company's own list.
  const [keptId, setKeptId] = useState(one.employeeNumber === null && other.employeeNumber !== null ? other.id : one.id)
  const [kept, gone] = keptId === one.id ? [one, other] : [other, one]
  const [givenUp, setGivenUp] = useState<Readonly<Record<string, Id>>>({})
  const [isMerging, setIsMerging] = useState(false)
  const query = useQuery(mergePreview(kept.id, gone.id))
  const plan = query.data?.ok === true ? query.data.value : null
  const meetings = plan?.meetings ?? []
  const isDecided = meetings.every(({ kept: own, gone: theirs }) => {
    const id = givenUp[`${[own.id, theirs.id].sort()}`]
    return id === own.id || id === theirs.id
  })

  const merge = async () => {
    if (plan === null || !isDecided || isMerging) return
    setIsMerging(true)
    const ids = meetings.map(({ kept: own, gone: theirs }) => givenUp[`${[own.id, theirs.id].sort()}`] ?? '')
    const isDone = await mergeRecords([kept, gone], [...new Set(ids)], gone.id === me)
    setIsMerging(false)
    if (isDone) onClose()
    else void query.refetch()
  }
  useKeys('dialog', { 'dialog.confirm': () => void merge() })
  const chord = useChord('dialog.confirm')
  return (
    <div className="stack">
      <div className={styles.pair} role="radiogroup" aria-label={t('merge.which')}>
        {[one, other].map((person) => (
          <RecordCard
            key={person.id}
            person={person}
            isKept={person.id === keptId}
            after={person.id === keptId ? (plan?.person ?? null) : null}
            onKeep={() => setKeptId(person.id)}
          />
        ))}
      </div>
      {query.isError ? (
        <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data?.ok === false ? (
        <FailedState title={t('merge.gone')} />
      ) : plan === null ? (
        <LoadingState />
      ) : (
        <>
          <section>
            <h3 className={styles.heading}>
              {t('merge.carried')} <ArrowRight size="0.875rem" aria-hidden="true" /> {kept.name}
            </h3>
            <ul className={styles.moves}>
              {(['bookings', 'waits', 'draws', 'delegations'] as const)
                .filter((what) => plan.moves[what] > 0)
                .map((what) => (
                  <li key={what}>{t(`merge.moves.${what}`, { count: plan.moves[what] })}</li>
                ))}
              {Object.values(plan.moves).every((count) => count === 0) ? <li>{t('merge.moves.nothing')}</li> : null}
              {plan.withdrawn === 0 ? null : <li>{t('merge.withdrawn', { count: plan.withdrawn })}</li>}
              {(plan.waitsTwice ?? 0) === 0 ? null : <li>{t('merge.waitsTwice', { count: plan.waitsTwice ?? 0 })}</li>}
              <li>{t('merge.together', plan.readTogether)}</li>
              <li>{t('merge.desk')}</li>
            </ul>
          </section>
          {meetings.map((meeting) => {
            const key = `${[meeting.kept.id, meeting.gone.id].sort()}`
            return (
              <MeetingChoice
                key={key}
                meeting={meeting}
                givenUpId={givenUp[key] ?? null}
                onGiveUp={(id) => setGivenUp((before) => ({ ...before, [key]: id }))}
              />
            )
          })}
        </>
      )}
      <DialogFoot>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button
          tone="primary"
          chord={chord}
          busy={isMerging}
          disabled={plan === null || !isDecided}
          onClick={() => void merge()}
          data-autofocus
        >
          {t('merge.confirm')}
        </Button>
      </DialogFoot>
    </div>
  )
}
