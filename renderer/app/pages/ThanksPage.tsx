import { useQuery } from '@tanstack/react-query'
import { FileHeart, HandHeart } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { writeThanksPage } from '../../features/agents/agents.actions.ts'
import { type ThanksState, thanksList } from '../../features/agents/agents.queries.ts'
import { ThanksList } from '../../features/agents/ThanksList.tsx'
import { ThanksPaper } from '../../features/agents/ThanksPaper.tsx'
import { WritePageDialog } from '../../features/agents/WritePageDialog.tsx'
import { typeLedgerWords } from '../../features/exports/ledger/ledger-desk.ts'
import { chordLabels } from '../../lib/chords.ts'
import { failureOf } from '../../lib/errors.ts'
import { useMay } from '../../lib/may.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSettings } from '../../lib/settings.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { walkRows } from '../../ui/walk-list.ts'
import styles from './ThanksPage.module.css'

/** What all desks share of it. */
const SHOWN = [['agents', 'thanks']]

/** Thanks on their way to agents. Two lists, in one order each: by nothing here can one agent be singled out. */
export function ThanksPage() {
  const { t } = useTranslation('agents')
  const { language } = usePlace()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const state: ThanksState = search.get('state') === 'handed_over' ? 'handed_over' : 'waiting'
  const may = useMay('thanks.list')
  const list = useQuery({ ...thanksList(state), enabled: may })
  const folder = useSettings()?.exportFolder ?? ''
  const show = (next: ThanksState) => setSearch(next === 'waiting' ? {} : { state: next }, { replace: true })
  const [isAsking, setAsking] = useState(false)
  const write = () => {
    setAsking(false)
    void writeThanksPage(folder, language, {
      openSettings: () => void navigate('/settings?section=export'),
      openLedger: (fileName) => {
        typeLedgerWords(fileName, false)
        void navigate('/exports')
      },
    })
  }
  const waiting = useQuery({ ...thanksList('waiting'), enabled: may }).data?.total
  /** Without a folder, or anything that goes, it is said at once. */
  const ask = () => (folder === '' || waiting === 0 ? write() : setAsking(true))
  const rows = useRef<HTMLDivElement>(null)
  const walk = (by: 1 | -1) => walkRows(rows.current, '[data-thanks]', by)
  useKeys(
    'thanks',
    {
      'agents.down': () => walk(1),
      'agents.up': () => walk(-1),
      'agents.writePage': ask,
      'agents.state': () => show(state === 'waiting' ? 'handed_over' : 'waiting'),
    },
    may,
  )
  const chord = useChord('agents.writePage')
  const collecting = chordLabels(useChord('agents.collect')).flat().join('+')
  if (!may) return <EmptyState isPage icon={<HandHeart />} title={t('page.notForYou')} hint={t('page.notForYouHint')} />
  const { thanks, total } = list.data ?? { thanks: [], total: 0 }
  const body = () => {
    if (list.error !== null) return <FailedState {...failureOf(list.error)} onRetry={() => void list.refetch()} />
    if (list.data === undefined) return <LoadingState />
    if (thanks.length > 0) return <ThanksList thanks={thanks} mayHandOver={may} />
    const none = total > 0 ? 'gone' : state
    return (
      <EmptyState
        icon={<HandHeart />}
        title={t(`none.${none}.title`)}
        hint={t(`none.${none}.hint`, { chord: collecting, count: total })}
      />
    )
  }
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={t('page.sub')}
        actions={
          <Button
            tone="primary"
            icon={<FileHeart aria-hidden="true" />}
            chord={chord}
            disabled={state === 'waiting' && thanks.length === 0}
            onClick={ask}
          >
            {t('page.write')}
          </Button>
        }
      />
      <Panel
        title={
          <SegmentedControl
            label={t('page.which')}
            options={[
              { value: 'waiting', label: t('page.waiting') },
              { value: 'handed_over', label: t('page.handed') },
            ]}
            value={state}
            onChange={show}
          />
        }
        aside={
          total > thanks.length && thanks.length > 0 ? t('page.first', { shown: thanks.length, total }) : undefined
        }
        fill
        flush
      >
        <div className={styles.body} ref={rows}>
          {body()}
        </div>
      </Panel>
      <p className={styles.rule}>{t('page.rule')}</p>
      {isAsking ? <WritePageDialog folder={folder} onWrite={write} onClose={() => setAsking(false)} /> : null}
      {list.data === undefined ? null : <ThanksPaper thanks={thanks} />}
    </div>
  )
}
