import { v7 } from 'uuid'
import type { Outcome } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { SealedWords } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { ask, done } from '../../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../../ui/notices.ts'

const t = textsOf('life')

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

export const followUp = (caseId: Id, text: string): Promise<boolean> =>
  done(client.lifeChannel.followUp({ caseId, text }))

/** What became of somebody; taken back it is as it was. */
export async function closeCase(caseId: Id, outcome: Outcome | null, before: Outcome | null): Promise<void> {
  if (!(await done(client.lifeChannel.close({ caseId, outcome })))) return
  notifySuccess(() => t(outcome === null ? 'cases.opened' : 'cases.closed'), {
    undo: () => void client.lifeChannel.close({ caseId, outcome: before }),
  })
}
