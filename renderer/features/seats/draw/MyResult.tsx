import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DrawWish } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { drawnName } from './draw-words.ts'
import styles from './MyResult.module.css'

/** What came of my requests, each with its sentence. Nothing where I did not ask. */
export function MyResult({ requests, me }: { requests: readonly DrawWish[]; me: Id | null }) {
  const { t } = useTranslation('draws')
  const { language } = usePlace()
  const roomOf = useSeatRooms()
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
            {result.drawn === null ? null : <Link to={roomOf(result.drawn).path}>{t('result.show')}</Link>}
          </div>
        ))}
      </div>
    </Panel>
  )
}
