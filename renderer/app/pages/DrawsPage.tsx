import { useQuery } from '@tanstack/react-query'
import { Dices } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { DrawDetail } from '../../features/seats/draw/DrawDetail.tsx'
import { DrawList } from '../../features/seats/draw/DrawList.tsx'
import { drawWindows, myDraws } from '../../features/seats/draw/draws.queries.ts'
import { OpenDrawDialog } from '../../features/seats/draw/OpenDrawDialog.tsx'
import { failureOf } from '../../lib/errors.ts'
import { useMay } from '../../lib/may.ts'
import { useSettings } from '../../lib/settings.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import styles from './DrawsPage.module.css'

/** What all desks share of it. */
const SHOWN = [['draws']]

/** Windows whose seats are drawn: which there are, and one of them in full. Which is in the address. */
export function DrawsPage() {
  const { t } = useTranslation('draws')
  const navigate = useNavigate()
  const me = useSettings()?.me ?? null
  const mayOpen = useMay('draws.open')
  const [address, setAddress] = useSearchParams()
  const [isOpening, setIsOpening] = useState(false)
  const query = useQuery(drawWindows)
  const mine = useQuery(myDraws(me)).data
  const askedIn = useMemo(() => new Set((mine ?? []).map(({ windowId }) => windowId)), [mine])
  const windows = query.data?.windows ?? []
  const wanted = address.get('window')
  const chosen = wanted === null ? windows[0] : windows.find(({ id }) => id === wanted)
  const choose = (windowId: string) => setAddress({ window: windowId })
  const walk = (by: 1 | -1) => {
    const next = windows[chosen === undefined ? 0 : windows.indexOf(chosen) + by]
    if (next === undefined) return false
    choose(next.id)
  }
  const open = () => setIsOpening(true)
  useKeys('draws', {
    'draws.open': () => (mayOpen ? open() : false),
    'draws.down': () => walk(1),
    'draws.up': () => walk(-1),
    'draws.back': () => void navigate('/seats'),
  })
  const openChord = useChord('draws.open')
  const openButton = (
    <Button tone="primary" chord={openChord} onClick={open}>
      {t('page.open')}
    </Button>
  )
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={t('page.sub')}
        actions={
          <>
            <Button tone="quiet" chord={useChord('draws.back')} onClick={() => void navigate('/seats')}>
              {t('page.toSeats')}
            </Button>
            {mayOpen && windows.length > 0 ? openButton : null}
          </>
        }
      />
      {query.isError ? (
        <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingState />
      ) : windows.length === 0 ? (
        <Panel fill>
          <EmptyState
            icon={<Dices />}
            title={t('list.none')}
            hint={t(mayOpen ? 'list.noneHintCoordinator' : 'list.noneHint')}
            action={mayOpen ? openButton : undefined}
          />
        </Panel>
      ) : (
        <div className={`columns ${styles.columns}`}>
          <Panel fill flush>
            <DrawList
              windows={windows}
              skewMs={query.data.skewMs}
              chosenId={chosen?.id ?? null}
              askedIn={askedIn}
              onChoose={choose}
            />
          </Panel>
          {chosen === undefined ? (
            <EmptyState title={t('list.gone')} hint={t('list.goneHint')} />
          ) : mine === undefined ? (
            <LoadingState />
          ) : (
            <DrawDetail
              key={chosen.id}
              window={chosen}
              skewMs={query.data.skewMs}
              me={me}
              requests={mine.filter(({ windowId }) => windowId === chosen.id)}
            />
          )}
        </div>
      )}
      {isOpening ? <OpenDrawDialog onClose={() => setIsOpening(false)} onOpened={choose} /> : null}
    </div>
  )
}
