import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { currentSession } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { teamStatus } from '../../../lib/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { BringAlong } from '../bring/BringAlong.tsx'
import { HubDesks } from '../desks/HubDesks.tsx'
import { LostChanges } from '../lost/LostChanges.tsx'
import { LostElsewhere } from '../lost/LostElsewhere.tsx'
import { JoinForm } from './JoinForm.tsx'
import { Membership } from './Membership.tsx'
import styles from './TeamSection.module.css'

/** Whether this desk belongs to a hub: the way to join one, or how it stands with it. */
export function TeamSection() {
  const { t } = useTranslation('team')
  const status = useQuery(teamStatus)
  const session = useQuery(currentSession).data ?? null
  const navigate = useNavigate()
  if (status.isError) return <FailedState {...failureOf(status.error)} onRetry={() => void status.refetch()} />
  if (status.data === undefined) return null
  if (status.data.kind === 'member')
    return (
      <div className={styles.section}>
        <Membership member={status.data} />
        <LostChanges />
        <LostElsewhere />
        <BringAlong hub={status.data.hub.name} />
        {status.data.me.role === 'coordinator' ? <HubDesks member={status.data} /> : null}
      </div>
    )
  return (
    <Panel title={t('alone.title')}>
      <div className={styles.words}>
        <p>{t('alone.what')}</p>
        <p className={styles.quiet}>{t('alone.before')}</p>
        <p className={styles.quiet}>{t('alone.self')}</p>
      </div>
      {session === null ? null : (
        <p className={styles.session} role="status">
          {t('join.sessionFirst')}
          <Button size="small" onClick={() => void navigate(`/listen/${session.id}`)}>
            {t('left.toSession')}
          </Button>
        </p>
      )}
      <JoinForm address={status.data.leftAddress} />
    </Panel>
  )
}
