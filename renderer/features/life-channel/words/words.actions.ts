import type { LifeWord, LifeWords } from '../../../../shared/contract/life-channel/life-words.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notify } from '../../../ui/notices.ts'
import { storeWhole } from '../../../ui/store-whole.ts'
import { lifeWords } from '../life-channel.queries.ts'

const t = textsOf('life')

/** Stores them as a whole; they can be taken back to what they were. False: not stored, and told why. */
export const saveWords = (wanted: readonly LifeWord[], before: LifeWords, seen: Seen): Promise<boolean> =>
  storeWhole('lifeWords', put, {
    wanted,
    before: before.words,
    seen,
    ...{ said: () => t('words.saved'), saidBack: () => t('words.changedBack') },
  })

async function put(
  words: readonly LifeWord[],
  seenVersion: number,
  onStale?: Seen['onStale'],
): Promise<LifeWords | null> {
  const answer = await ask(client.lifeWords.save({ words: [...words], seenVersion }), onStale)
  if (answer === null) return null
  if (!answer.ok) {
    notify({
      tone: 'info',
      title: () => (answer.code === 'hushes_cry' ? t('words.hushes', answer.detail) : t('words.fault.twice')),
    })
    return null
  }
  queryClient.setQueryData(lifeWords.queryKey, answer.value)
  return answer.value
}
