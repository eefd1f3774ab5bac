import type { WaitingCounts } from '../../../shared/contract/team/team.ts'
import { textsOf } from '../../lib/i18n.ts'
import { listOfWords } from '../../lib/list-of-words.ts'

/** «3 通和 12 条批注»; where neither waits, how many other changes do. */
export function countsWords({ calls, notes, rows }: WaitingCounts): string {
  const t = textsOf('team')
  const parts = [
    ...(calls > 0 ? [t('counts.calls', { count: calls })] : []),
    ...(notes > 0 ? [t('counts.notes', { count: notes })] : []),
  ]
  return parts.length === 0 ? t('counts.rows', { count: rows }) : listOfWords(parts, 'conjunction')
}
