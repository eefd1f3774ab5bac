import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Id } from '../../../shared/contract/values.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { lazyPage } from '../../lib/lazy-page.tsx'
import { whenIdle } from '../../lib/resting.ts'
import { OpenedLater } from '../../ui/OpenedLater.tsx'
import styles from './SilverBeside.module.css'
import type { SilverPaneProps } from './SilverPane.tsx'

const pane = lazyPage<SilverPaneProps>(async () => (await import('./SilverPane.tsx')).SilverPane)

/** Once the page is there and nothing else is to be done: what stands beside a call waits for a rest. Its room is kept, so that nothing below moves. */
export function SilverBeside(props: SilverPaneProps) {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => void whenIdle(() => setIsIdle(true)), [])
  return (
    <div className={styles.room}>
      {isIdle ? (
        <OpenedLater open={() => {}} close={() => {}}>
          <pane.Page {...props} />
        </OpenedLater>
      ) : null}
    </div>
  )
}

/** Which calls of the session are marked, as far as it is known: nobody is asked. */
export function useMarkedCalls(sessionId: Id): ReadonlySet<Id> {
  const lenses = useQuery({ ...lensesOfSession(sessionId), enabled: false }).data ?? []
  return new Set(lenses.filter(({ mark }) => mark === 'marked').map(({ callId }) => callId))
}
