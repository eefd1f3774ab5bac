import type { RetentionRules, WantedRules } from '../../../shared/contract/retention/rules.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Stale, Version } from '../../../shared/contract/versions.ts'
import { assertNever } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { ask, done } from '../../ui/ask.ts'
import { notify } from '../../ui/notices.ts'
import { tellWhole } from '../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import { retentionRules } from './retention.queries.ts'

const t = textsOf('retention')

/** The pile of what is told of sessions that are kept. */
const RETENTION = 'retention'

const SAID = { said: () => t('saved'), saidBack: () => t('changedBack') }

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
  const [from, now] = [seenVersion, answer.value.version].map((version) => ({ id: 'retentionRules', version }))
  if (from !== undefined && now !== undefined)
    tellWhole(putUnderstood, { wanted: rules, before: before.rules, ...SAID }, from, now)
  return 'saved'
}

/** As they were, or once more: nothing is asked that was understood before. */
async function putUnderstood(rules: WantedRules, seenVersion: Version): Promise<RetentionRules | null> {
  const answer = await ask(client.retention.saveRules({ rules, isUnderstood: true, seenVersion }))
  if (answer?.ok !== true) return null
  queryClient.setQueryData(retentionRules.queryKey, answer.value)
  return answer.value
}

/** True: it is kept. */
export async function keepSession(
  sessionId: Id,
  reason: string,
  until: string | null,
  turn: Turn = 'first',
): Promise<boolean> {
  const answer = await ask(client.retention.keep({ sessionId, reason, until }))
  if (answer === null) return false
  if (answer.ok) {
    tellTurn(
      RETENTION,
      turn,
      () => t('keepDialog.done'),
      (next) => letSessionGo({ sessionId, reason, until }, next),
    )
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

export async function letSessionGo(
  { sessionId, reason, until }: { sessionId: Id; reason: string; until: string | null },
  turn: Turn = 'first',
): Promise<void> {
  if (!(await done(client.retention.letGo({ sessionId })))) return
  tellTurn(
    RETENTION,
    turn,
    () => t('kept.letGone'),
    (next) => keepSession(sessionId, reason, until, next),
  )
}
