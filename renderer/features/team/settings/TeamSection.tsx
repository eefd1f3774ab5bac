import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../../lib/errors.ts'
import { teamStatus } from '../../../lib/team.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { HubDesks } from '../desks/HubDesks.tsx'
import { JoinForm } from './JoinForm.tsx'
import { Membership } from './Membership.tsx'
import styles from './TeamSection.module.css'

/** Whether this desk belongs to a hub: the way to join one, or how it stands with it. */
export function TeamSection() {
  const { t } = useTranslation('team')
  const status = useQuery(teamStatus)
  if (status.isError) return <FailedState {...failureOf(status.error)} onRetry={() => void status.refetch()} />
  if (status.data === undefined) return null
  if (status.data.kind === 'member')
    return (
      <div className={styles.section}>
        <Membership member={status.data} />
        {status.data.me.role === 'coordinator' ? <HubDesks meId={status.data.me.personId} /> : null}
      </div>
    )
  return (
    <Panel title={t('alone.title')}>
      <div className={styles.words}>
        <p>{t('alone.what')}</p>
        <p className={styles.quiet}>{t('alone.before')}</p>
        <p className={styles.quiet}>{t('alone.self')}</p>
      </div>
      <JoinForm />
    </Panel>
  )
}
