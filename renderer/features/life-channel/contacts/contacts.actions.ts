import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'

const t = textsOf('life')

/** Stores who takes over. False: it was not stored, and was told why. */
export async function saveContacts(
  contacts: readonly Contact[],
  seenVersion: number,
  onStale: (stale: Stale) => void,
): Promise<boolean> {
  const answer = await ask(client.lifeChannel.saveContacts({ contacts: [...contacts], seenVersion }), onStale)
  if (answer === null) return false
  if (answer.ok) notifySuccess(() => t('contacts.saved'))
  else
    notify({ tone: 'info', title: () => t(answer.code === 'not_named' ? 'contacts.notNamed' : 'contacts.personGone') })
  return answer.ok
}
