import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawWindow, DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useMay } from '../../../lib/may.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './DrawDetail.module.css'
import { DrawFacts } from './DrawFacts.tsx'
import { DrawHistory } from './DrawHistory.tsx'
import { DrawStateBadge } from './DrawList.tsx'
import { DrawResults } from './DrawResults.tsx'
import { daysOf, hoursOf, useLeftOfDraw } from './draw-words.ts'
import { saveReplayFile } from './draws.actions.ts'
import { ManageDraw } from './ManageDraw.tsx'
import { MyRequests } from './MyRequests.tsx'
import { MyResult } from './MyResult.tsx'

export interface DrawDetailProps {
  window: DrawWindow
  skewMs: number
  me: Id | null
  /** Of this window. */
  requests: readonly DrawWish[]
}

/** One window: while it is open the request, then what came of it; what it offers, and what happened in it. */
export function DrawDetail({ window, skewMs, me, requests }: DrawDetailProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const mayManage = useMay('draws.extend')
  const [managing, setManaging] = useState<'extend' | 'cancel' | null>(null)
  const takesRequests = useLeftOfDraw(window, skewMs) !== null
  /** What somebody writes while it closes stays, with why it cannot be sent any more. */
  const [isWriting, setIsWriting] = useState(false)
  const isDrawn = window.state === 'drawn'
  const fileChord = useChord('draws.file')
  useKeys('draws', { 'draws.file': () => (isDrawn ? void saveReplayFile(window.id) : false) })
  return (
    <div className={styles.detail}>
      <Panel
        title={`${daysOf(t, window, place)} · ${hoursOf(t, window)}`}
        aside={<DrawStateBadge window={window} skewMs={skewMs} />}
        actions={
          <>
            {isDrawn ? (
              <Button size="small" chord={fileChord} onClick={() => void saveReplayFile(window.id)}>
                {t('result.save')}
              </Button>
            ) : null}
            {window.state === 'open' && mayManage ? (
              <>
                {takesRequests ? (
                  <Button size="small" onClick={() => setManaging('extend')}>
                    {t('manage.extend')}
                  </Button>
                ) : null}
                <Button size="small" tone="quiet" onClick={() => setManaging('cancel')}>
                  {t('manage.cancel')}
                </Button>
              </>
            ) : null}
          </>
        }
      >
        <DrawFacts window={window} />
      </Panel>
      {takesRequests || isWriting ? (
        <Panel title={t('request.mine')}>
          <MyRequests
            key={window.id}
            window={window}
            me={me}
            requests={requests}
            isClosed={!takesRequests}
            onWriting={setIsWriting}
          />
        </Panel>
      ) : null}
      {isDrawn ? (
        <>
          <MyResult requests={requests} me={me} />
          <Panel title={t('result.title')} aside={window.requestCount}>
            <DrawResults key={window.id} window={window} />
          </Panel>
        </>
      ) : null}
      <Panel title={t('history.title')}>
        <DrawHistory windowId={window.id} />
      </Panel>
      {managing === null ? null : <ManageDraw act={managing} window={window} onClose={() => setManaging(null)} />}
    </div>
  )
}
