import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/contract/retention/retention.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateTime } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { numberText } from '../../lib/number-text.ts'
import { usePlace } from '../../lib/place-store.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import { SheetTable } from '../../ui/SheetTable.tsx'
import { dueHere, retentionLedger } from './retention.queries.ts'

/** What went, in figures: where the truth is, and what went from this desk alone. */
export function LedgerPanel() {
  const { t } = useTranslation('retention')
  const shared = useQuery(retentionLedger)
  const here = useQuery(dueHere)
  const problem = shared.error ?? here.error
  const retry = () => void Promise.all([shared.refetch(), here.refetch()])
  if (problem !== null) return <FailedState {...failureOf(problem)} onRetry={retry} />
  if (shared.data === undefined || here.data === undefined) return <LoadingState />
  // At a desk alone both are the same ledger.
  const lines = new Map([...shared.data.lines, ...here.data.ledger].map((line) => [`${line.id} ${line.begunAt}`, line]))
  return (
    <Panel title={t('ledger.title')} flush>
      {lines.size === 0 ? <QuietLine>{t('ledger.none')}</QuietLine> : <Lines lines={[...lines.values()]} />}
    </Panel>
  )
}

function Lines({ lines }: { lines: readonly LedgerLine[] }) {
  const { t } = useTranslation('retention')
  const place = usePlace()
  const newestFirst = [...lines].sort((one, other) => (one.begunAt < other.begunAt ? 1 : -1))
  return (
    <SheetTable
      heads={[
        { key: 'day', head: t('ledger.day') },
        { key: 'kind', head: t('ledger.kind') },
        { key: 'rule', head: t('ledger.rule') },
        { key: 'items', head: t('ledger.items'), isFigure: true },
        { key: 'words', head: t('ledger.words'), isFigure: true },
      ]}
    >
      {newestFirst.map((line) => (
        <tr key={`${line.id} ${line.begunAt}`}>
          <td className="figures">{dateTime(line.at, place, instantNow())}</td>
          <td>{t(`kind.${line.kind}`)}</td>
          <td>{t('ledger.ruleText', { count: line.days })}</td>
          <td data-figure>{numberText(line.items)}</td>
          <td data-figure>{numberText(line.words)}</td>
        </tr>
      ))}
    </SheetTable>
  )
}
