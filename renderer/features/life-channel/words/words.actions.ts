import type { LifeWord, LifeWords } from '../../../../shared/contract/life-channel/life-words.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { ask } from '../../../ui/ask.ts'
import { notify, notifySuccess } from '../../../ui/notices.ts'
import { lifeWords } from '../life-channel.queries.ts'

const t = textsOf('life')

/** Stores them as a whole; they can be taken back to what they were. False: not stored, and told why. */
export async function saveWords(
  words: readonly LifeWord[],
  before: LifeWords,
  seenVersion: number,
  onStale: (stale: Stale) => void,
): Promise<boolean> {
  const saved = await put(words, seenVersion, onStale)
  if (saved === null) return false
  notifySuccess(() => t('words.saved'), { undo: () => void put(before.words, saved.version) })
  return true
}

async function put(
  words: readonly LifeWord[],
  seenVersion: number,
  onStale?: (stale: Stale) => void,
): Promise<LifeWords | null> {
  const answer = await ask(client.lifeWords.save({ words: [...words], seenVersion }), onStale)
  if (answer === null) return null
  if (!answer.ok) {
    notify({ tone: 'info', title: () => t('words.fault.twice') })
    return null
  }
  queryClient.setQueryData(lifeWords.queryKey, answer.value)
  return answer.value
}
