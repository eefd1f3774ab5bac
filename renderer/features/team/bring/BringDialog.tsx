import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BringStatus, BroughtCounts, BroughtKind } from '../../../../shared/contract/team/bring-along.ts'
import { useMember } from '../../../lib/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import styles from './BringDialog.module.css'
import { BringProgress } from './BringProgress.tsx'
import { BroughtTable } from './BroughtTable.tsx'
import { begin, look } from './bring.actions.ts'
import { coming, firstToSee, stayed, undecided } from './counted.ts'
import { KindCards } from './KindCards.tsx'

interface BringDialogProps {
  status: BringStatus
  hub: string
  onClose: () => void
}

/** What this desk held alone, beside what the hub has: how much first, line by line below, and what to do about it. */
export function BringDialog({ status, hub, onClose }: BringDialogProps) {
  const { t } = useTranslation('bring')
  return (
    <Dialog isOpen onClose={onClose} title={t('dialog', { hub })} width={1_000}>
      <Inside status={status} onClose={onClose} />
    </Dialog>
  )
}

function Inside({ status: { work, failure, counts, isLookedAt, stage }, onClose }: Omit<BringDialogProps, 'hub'>) {
  const { t } = useTranslation('bring')
  const { t: common } = useTranslation('common')
  // At the end nothing is left to be brought: no button that cannot be pressed.
  const canBegin = isLookedAt && work === null && (stage !== 'done' || coming(counts) > 0)
  return (
    <>
      <div className={styles.inside}>
        {work === null ? null : <BringProgress work={work} />}
        {failure === null ? null : <p className={styles.trouble}>{t(`failure.${failure}`)}</p>}
        {counts === null ? null : <Counted counts={counts} isDone={stage === 'done' && !isLookedAt} />}
      </div>
      <DialogFoot>
        {work === null ? (
          <Button tone="quiet" onClick={() => void look()}>
            {t(failure === null ? 'lookAgain' : 'retry')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{common('action.close')}</Button>
        {canBegin ? (
          <Button
            tone="primary"
            disabled={coming(counts) === 0}
            title={coming(counts) === 0 ? t('nothingWill') : undefined}
            onClick={() => void begin()}
          >
            {t('begin')}
          </Button>
        ) : null}
      </DialogFoot>
    </>
  )
}

function Counted({ counts, isDone }: { counts: BroughtCounts; isDone: boolean }) {
  const { t } = useTranslation('bring')
  const member = useMember()
  const [chosen, setChosen] = useState<BroughtKind | null>(null)
  const kind = chosen ?? firstToSee(counts)
  const people = counts.kinds.find((one) => one.kind === 'person')
  const toDecide = undecided(counts)
  return (
    <>
      <KindCards counts={counts.kinds} value={kind} onChange={setChosen} />
      <div className={styles.words}>
        {toDecide === 0 ? null : <p className={styles.decide}>{t('decideFirst', { count: toDecide })}</p>}
        {member?.me.role === 'coordinator' || people === undefined || people.stays === 0 ? null : (
          <p className={styles.decide}>{t('coordinator', { count: people.stays })}</p>
        )}
        <p>
          {kind === 'session' ? `${t('heard', { calls: counts.calls, notes: counts.notes })} ` : null}
          {t(kind === 'ticket' ? 'why.tickets' : `why.${kind}`)}
        </p>
      </div>
      <BroughtTable key={kind} kind={kind} total={counts.kinds.find((one) => one.kind === kind)?.total ?? 0} />
      <Stays counts={counts} isDone={isDone && stayed(counts) === 0} />
    </>
  )
}

/** Said plainly: nobody looks for it at the hub. */
function Stays({ counts: { halfDone, pastBookings }, isDone }: { counts: BroughtCounts; isDone: boolean }) {
  const { t, i18n } = useTranslation('bring')
  const what = [
    ...(halfDone === 0 ? [] : [t('stays.halfDone', { count: halfDone })]),
    ...(pastBookings === 0 ? [] : [t('stays.pastBookings', { count: pastBookings })]),
    t('stays.always'),
  ]
  return (
    <div className={styles.words}>
      {isDone ? <p>{t('doneAll')}</p> : null}
      <p>{t('stays.list', { what: new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(what) })}</p>
      <p>{t('kept')}</p>
    </div>
  )
}
