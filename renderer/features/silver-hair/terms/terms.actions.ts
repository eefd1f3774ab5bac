import type { OwnTerm, OwnTerms, TermFault } from '../../../../shared/contract/silver-hair/jargon.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import { storeWhole } from '../../../ui/store-whole.ts'
import { ownTerms } from '../silver-hair.queries.ts'

const words = textsOf('silver')

/** Stores them as a whole; they can be taken back to what they were. False: not stored, and told why. */
export const saveTerms = (wanted: readonly OwnTerm[], before: OwnTerms, seen: Seen): Promise<boolean> =>
  storeWhole('jargonTerms', put, {
    wanted,
    before: before.terms,
    seen,
    ...{ said: () => words('own.saved'), saidBack: () => words('own.changedBack') },
  })

async function put(
  terms: readonly OwnTerm[],
  seenVersion: number,
  onStale?: Seen['onStale'],
): Promise<OwnTerms | null> {
  const answer = await ask(client.jargon.save({ terms: [...terms], seenVersion }), onStale)
  if (answer === null) return null
  if (answer.ok) {
    queryClient.setQueryData(ownTerms.queryKey, answer.value)
    return answer.value
  }
  const { index, fault, said } = answer.detail
  notifyFailure(() => ({ title: words('own.refused', { number: index + 1, why: faultWords(fault, said) }) }))
  return null
}

/** What is wrong with a term, and what to do. */
export const faultWords = (fault: TermFault, said: string | null): string =>
  words(`own.fault.${fault}`, { said: said ?? '' })
