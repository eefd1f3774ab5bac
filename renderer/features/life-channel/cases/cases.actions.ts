import { v7 } from 'uuid'
import type { Outcome } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { LifeCase, SealedWords } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { ask, done } from '../../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../../ui/notices.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { removeCard } from '../card/card-store.ts'

const t = textsOf('life')

/** The pile of what is told of cases. */
const LIFE = 'life'

/** What is sealed, for whoever may read it and says why; null where it was refused, which is told. */
export async function readSealed(caseId: Id, reason: string): Promise<SealedWords | null> {
  const answer = await ask(client.lifeChannel.readSealed({ caseId, readingId: v7(), reason }))
  if (answer === null) return null
  if (answer.ok) return answer.value
  if (answer.code === 'not_a_contact') notify({ tone: 'info', title: () => t('sealed.notAContact') })
  else if (answer.code === 'locked') notify({ tone: 'info', title: () => t('sealed.locked') })
  else notifyFailure(() => failureOf(answer))
  return null
}

/** It lies under the seal at once: nothing on the page shows it, so that it is stored is told. */
export async function followUp(caseId: Id, text: string): Promise<boolean> {
  if (!(await done(client.lifeChannel.followUp({ caseId, text })))) return false
  notifySuccess(() => t('cases.followedUp'))
  return true
}

/** What became of somebody; taken back it is as it was. */
export async function closeCase(
  caseId: Id,
  outcome: Outcome | null,
  before: Outcome | null,
  turn: Turn = 'first',
): Promise<void> {
  const answer = await ask(client.lifeChannel.close({ caseId, outcome }))
  if (answer === null) return
  if (!answer.ok) {
    if (answer.code === 'taken_over') notify({ tone: 'info', title: () => t('cases.closedByOthers') })
    else notifyFailure(() => failureOf(answer))
    return
  }
  tellTurn(
    LIFE,
    turn,
    () => t(outcome === null ? 'cases.opened' : 'cases.closed'),
    (next) => closeCase(caseId, before, outcome, next),
  )
}

/** A wrong alarm, for a reason; false where it was refused, which is told. Its card goes with it. */
export async function sayWrongAlarm(one: LifeCase, reason: string, turn: Turn = 'first'): Promise<boolean> {
  if (!(await reconsider(one, { what: 'dismissed', reason }))) return false
  removeCard(one.id)
  tellTurn(
    LIFE,
    turn,
    () => t(one.callId === null ? 'cases.wrongDone' : 'dismissed'),
    (next) => sayNoneAfterAll(one, next, reason),
  )
  return true
}

/** It was none after all: the call is sealed anew. `reason`: why it had been one, where that was said here a moment ago. */
export async function sayNoneAfterAll(
  one: LifeCase,
  turn: Turn = 'first',
  reason: string | null = null,
): Promise<void> {
  if (!(await reconsider(one, { what: 'restored' }))) return
  tellTurn(
    LIFE,
    turn,
    () => t(one.callId === null ? 'cases.restoredWithoutCall' : 'cases.restored'),
    reason === null ? null : (next) => sayWrongAlarm(one, reason, next),
  )
}

type Verdict = Parameters<typeof client.lifeChannel.reconsider>[0]['verdict']

async function reconsider({ id: caseId, sessionId }: LifeCase, verdict: Verdict): Promise<boolean> {
  const answer = await ask(client.lifeChannel.reconsider({ actId: v7(), caseId, sessionId, verdict }))
  if (answer === null) return false
  if (answer.ok) return true
  if (answer.code === 'locked') notify({ tone: 'info', title: () => t('sealed.locked') })
  else if (answer.code === 'taken_over') notify({ tone: 'info', title: () => t('cases.takenOver') })
  else notifyFailure(() => failureOf(answer))
  return false
}
