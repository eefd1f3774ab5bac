import type { Desk, ForWhom } from '../../../../shared/contract/team/desks.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { assertNever } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../ui/notices.ts'

const words = textsOf

/** True: the desk counts no more. */
export async function revoke({ id, name }: Desk): Promise<boolean> {
  const answer = await ask(client.desks.revoke({ deskId: id }))
  if (answer === null) return false
  if (answer.ok) {
    notifySuccess(() => words('team')('desks.revokedNotice', { name }))
    return true
  }
  switch (answer.code) {
    case 'no_hub':
      notifyFailure(() => ({ title: words('team')('desks.no_hub') }))
      return false
    case 'not_found':
      notifyFailure(() => ({ title: words('team')('desks.gone') }))
      return false
    default:
      return assertNever(answer)
  }
}

export interface MadeCode {
  readonly code: string
  readonly expiresAt: Instant
}

/** A code that is told here and nowhere again; null, and why is said, where none was made. */
export async function makeCode(whom: ForWhom): Promise<MadeCode | null> {
  const answer = await ask(client.desks.makeCode({ whom }))
  if (answer === null) return null
  if (answer.ok) return answer.value
  switch (answer.code) {
    case 'no_hub':
      notifyFailure(() => ({ title: words('team')('desks.no_hub') }))
      return null
    case 'person_not_found':
      notifyFailure(() => ({ title: words('team')('code.personGone') }))
      return null
    default:
      return assertNever(answer)
  }
}
