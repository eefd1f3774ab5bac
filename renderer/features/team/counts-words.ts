import type { WaitingCounts } from '../../../shared/contract/team/team.ts'
import { textsOf } from '../../lib/i18n.ts'

/** «3 通、12 条批注»; where neither waits, how many other changes do. */
export function countsWords({ calls, notes, rows }: WaitingCounts): string {
  const t = textsOf('team')
  if (calls > 0 && notes > 0)
    return t('counts.both', { calls: t('counts.calls', { count: calls }), notes: t('counts.notes', { count: notes }) })
  if (calls > 0) return t('counts.calls', { count: calls })
  return notes > 0 ? t('counts.notes', { count: notes }) : t('counts.rows', { count: rows })
}
