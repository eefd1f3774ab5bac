import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentSession } from '../../../lib/common-queries.ts'
import type { Member } from '../../../lib/team.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { countsWords } from '../counts-words.ts'
import { leave } from '../team.actions.ts'
import styles from './LeaveDialog.module.css'
import { SessionFirst } from './SessionFirst.tsx'

/** Leaving asks with what waits, and says what stays where. */
export function LeaveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('team')
  const [isBusy, setIsBusy] = useState(false)
  const session = useQuery(currentSession)
  const { hub, waiting } = member
  const isAllUp = waiting.rows === 0
  const go = async () => {
    if (isBusy) return
    setIsBusy(true)
    const isDone = await leave(hub.name, !isAllUp)
    setIsBusy(false)
    if (isDone) onClose()
  }
  // Not known yet: a question that has to be taken back is worse than a moment without one.
  if (session.isPending) return null
  if (session.data) return <SessionFirst hub={hub.name} sessionId={session.data.id} onClose={onClose} />
  return (
    <ConfirmDialog
      isOpen
      width={520}
      tone={isAllUp ? 'primary' : 'danger'}
      title={t('left.title', { hub: hub.name })}
      confirmLabel={t(isAllUp ? 'left.confirm' : 'left.anyway')}
      busy={isBusy}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <div className="stack">
        {isAllUp ? null : <p className={styles.waiting}>{t('left.waiting', { what: countsWords(waiting) })}</p>}
        <p>{t('left.away')}</p>
        <p className={styles.stays}>{t('left.stays')}</p>
      </div>
    </ConfirmDialog>
  )
}
