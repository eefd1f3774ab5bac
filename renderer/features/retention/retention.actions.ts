import type { RetentionRules, WantedRules } from '../../../shared/contract/retention/rules.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Stale } from '../../../shared/contract/versions.ts'
import { assertNever } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { ask, done } from '../../ui/ask.ts'
import { notify, notifySuccess } from '../../ui/notices.ts'
import { retentionRules } from './retention.queries.ts'

const t = textsOf('retention')

export interface ToUnderstand {
  readonly kinds: readonly (keyof WantedRules)[]
  readonly firstOn: string
}

/** Saves all rules; they can be taken back to what they were, as long as nothing went. What must be understood first is answered. */
export async function saveRules(
  rules: WantedRules,
  before: RetentionRules,
  {
    isUnderstood,
    seenVersion,
    onStale,
  }: { isUnderstood: boolean; seenVersion: number; onStale?: (stale: Stale) => void },
): Promise<'saved' | 'not_saved' | ToUnderstand> {
  const answer = await ask(client.retention.saveRules({ rules, isUnderstood, seenVersion }), onStale)
  if (answer === null) return 'not_saved'
  if (!answer.ok) return answer.detail
  queryClient.setQueryData(retentionRules.queryKey, answer.value)
  const { version } = answer.value
  const takeBack = () => void saveRules(before.rules, answer.value, { isUnderstood: true, seenVersion: version })
  notifySuccess(() => t('saved'), { undo: takeBack })
  return 'saved'
}

/** True: it is kept. */
export async function keepSession(sessionId: Id, reason: string, until: string | null): Promise<boolean> {
  const answer = await ask(client.retention.keep({ sessionId, reason, until }))
  if (answer === null) return false
  if (answer.ok) {
    notifySuccess(() => t('keepDialog.done'), { undo: () => void done(client.retention.letGo({ sessionId })) })
    return true
  }
  switch (answer.code) {
    case 'not_found':
    case 'gone':
      notify({ tone: 'info', title: () => t('keepDialog.gone') })
      return false
    case 'from_the_past':
      notify({ tone: 'info', title: () => t('keepDialog.fromThePast') })
      return false
    default:
      return assertNever(answer)
  }
}

export async function letSessionGo(kept: { sessionId: Id; reason: string; until: string | null }): Promise<void> {
  const { sessionId, reason, until } = kept
  if (!(await done(client.retention.letGo({ sessionId })))) return
  notifySuccess(() => t('kept.letGone'), { undo: () => void keepSession(sessionId, reason, until) })
}
