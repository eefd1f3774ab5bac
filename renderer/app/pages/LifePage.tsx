import { useQuery } from '@tanstack/react-query'
import { HeartPulse } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { CaseDetail } from '../../features/life-channel/cases/CaseDetail.tsx'
import { CaseList } from '../../features/life-channel/cases/CaseList.tsx'
import { DrillHistory } from '../../features/life-channel/drill/DrillHistory.tsx'
import { DrillLacking } from '../../features/life-channel/drill/DrillLacking.tsx'
import { beginDrill } from '../../features/life-channel/drill/drill-store.ts'
import { drillHistory, lifeCases } from '../../features/life-channel/life-channel.queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './LifePage.module.css'

/** What all desks share of it. */
const SHOWN = [
  ['lifeChannel', 'list'],
  ['lifeChannel', 'drills'],
]

/** Cases of the life channel and what became of them; drills beside them, in no figure of theirs. */
export function LifePage() {
  const { t } = useTranslation('life')
  const [address, setAddress] = useSearchParams()
  const list = useQuery(lifeCases)
  const drills = useQuery(drillHistory).data ?? []
  const rows = useRef<HTMLDivElement>(null)
  const choose = (caseId: string) => setAddress({ case: caseId }, { replace: true })
  const walk = (by: 1 | -1) => {
    const cases = list.data?.cases ?? []
    // Without a word in the address the first one is shown.
    const next =
      cases[
        Math.max(
          0,
          cases.findIndex(({ id }) => id === address.get('case')),
        ) + by
      ]
    if (next === undefined) return false
    choose(next.id)
    rows.current?.querySelector<HTMLElement>(`[data-case="${next.id}"]`)?.focus()
  }
  useKeys('cases', { 'life.down': () => walk(1), 'life.up': () => walk(-1) })
  if (list.error !== null) return <FailedState isPage {...failureOf(list.error)} onRetry={() => void list.refetch()} />
  if (list.data === undefined) return <LoadingState />
  const { cases, figures, mayRead, seesAll } = list.data
  const chosen = cases.find(({ id }) => id === address.get('case')) ?? cases[0]
  const numbers = [
    t('figures.real', { count: figures.real }),
    t('figures.wrong', { count: figures.wrongAlarms }),
    figures.medianHandOverMs === null ? null : t('figures.median', { time: timecode(figures.medianHandOverMs) }),
    seesAll ? null : t('figures.own'),
  ]
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={numbers.filter((each) => each !== null).join(' · ')}
        actions={<Button onClick={() => beginDrill(drills[0]?.scriptId ?? null)}>{t('drill.begin')}</Button>}
      />
      <div className={`columns ${styles.columns}`}>
        <Panel title={t('cases.title')} aside={String(cases.length)} fill flush>
          {cases.length === 0 ? (
            <EmptyState icon={<HeartPulse />} title={t('cases.none')} hint={t('cases.noneHint')} />
          ) : (
            <div ref={rows}>
              <CaseList cases={cases} chosenId={chosen?.id ?? null} onChoose={choose} />
            </div>
          )}
        </Panel>
        <div className={styles.side}>
          {chosen === undefined ? null : (
            <Panel title={t('cases.one')}>
              <CaseDetail one={chosen} mayRead={mayRead} seesAll={seesAll} />
            </Panel>
          )}
          <Panel title={t('drill.history')}>
            <DrillLacking />
            <DrillHistory drills={drills} />
          </Panel>
          <p className={styles.contacts}>
            <Link to="/settings?section=life">{t('page.toContacts')}</Link>
          </p>
        </div>
      </div>
    </div>
  )
}
