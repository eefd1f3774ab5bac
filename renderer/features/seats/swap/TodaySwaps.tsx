import { useTranslation } from 'react-i18next'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { EndedSwapLine, SwapLine } from './SwapLine.tsx'
import { agree } from './swap.actions.ts'
import { useSwaps } from './swap-queries.ts'
import styles from './TodaySwaps.module.css'

/** On Today: who wants to change places with me, whom I asked, and what came to nothing of it. Nothing where nobody does. */
export function TodaySwaps() {
  const { t } = useTranslation('seats')
  const { waiting, ended } = useSwaps()
  const first = waiting.find(({ isMineToAnswer }) => isMineToAnswer)
  useKeys('today', { 'today.agree': () => (first === undefined ? false : void agree(first)) })
  const count = ended.length + waiting.length
  if (count === 0) return null
  return (
    <Panel title={t('swap.title')} aside={count}>
      <div className={styles.list}>
        {ended.map((swap) => (
          <EndedSwapLine key={swap.id} swap={swap} />
        ))}
        {waiting.map((swap) =>
          swap === first ? (
            <SwapLine key={swap.id} swap={swap} agreesBy="today.agree" />
          ) : (
            <SwapLine key={swap.id} swap={swap} />
          ),
        )}
      </div>
    </Panel>
  )
}
