import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { askToWait } from '../waitlist/asked-wait.ts'
import { drawnName, isStillTheirs } from './draw-words.ts'
import styles from './MyResult.module.css'
import { type WaitAfterDraw, waitForWish } from './wait-for-wish.ts'

/** What came of my requests, each with its sentence; whoever was drawn out can wait for what they wished. Nothing where I did not ask. */
export function MyResult({ requests, me }: { requests: readonly DrawWish[]; me: Id | null }) {
  const { t } = useTranslation('draws')
  const { language } = usePlace()
  const roomOf = useSeatRooms()
  const now = useNow(60_000)
  const told = requests.flatMap((request) => (request.result === null ? [] : [{ request, result: request.result }]))
  if (told.length === 0) return null
  return (
    <Panel title={t('today.result')}>
      <div className="stack">
        {told.map(({ request, result }) => (
          <div key={request.id} className={styles.result} data-drawn={result.drawn !== null || undefined}>
            <p className={styles.head}>
              {request.personId === me ? '' : `${request.personName} · `}
              {drawnName(t, result, roomOf) ?? t('result.nothing')}
            </p>
            <p>{result.sentence[language]}</p>
            {result.drawn === null ? (
              <WaitButton wait={waitForWish(request, roomOf, now)} />
            ) : isStillTheirs(result) ? (
              <Link to={roomOf(result.drawn).path}>{t('result.show')}</Link>
            ) : null}
          </div>
        ))}
      </div>
    </Panel>
  )
}

/** Leads to the board of that day, with the form over it. */
function WaitButton({ wait }: { wait: WaitAfterDraw | null }) {
  const { t } = useTranslation('draws')
  const navigate = useNavigate()
  if (wait === null) return null
  const open = () => {
    askToWait(wait.asked)
    void navigate(wait.path)
  }
  return (
    <div>
      <Button size="small" onClick={open}>
        {t('result.wait')}
      </Button>
    </div>
  )
}
