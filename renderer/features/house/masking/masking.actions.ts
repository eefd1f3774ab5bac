import type { MaskingRule, MaskingRules } from '../../../../shared/contract/house/masking.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import { storeWhole } from '../../../ui/store-whole.ts'
import { maskingRules } from './masking.queries.ts'

const words = textsOf('settings')

export interface WantedRules {
  readonly rules: readonly MaskingRule[]
  readonly hidesOrders: boolean
}

/** Saves them as a whole; whether they were taken. They can be taken back to what they were. */
export const saveMaskingRules = (wanted: WantedRules, before: WantedRules, seen: Seen): Promise<boolean> =>
  storeWhole('maskingRules', put, {
    wanted,
    before,
    seen,
    ...{ said: () => words('masking.saved'), saidBack: () => words('masking.changedBack') },
  })

async function put(
  { rules, hidesOrders }: WantedRules,
  seenVersion: number,
  onStale?: Seen['onStale'],
): Promise<MaskingRules | null> {
  const answer = await ask(client.masking.save({ rules: [...rules], hidesOrders, seenVersion }), onStale)
  if (answer === null) return null
  if (answer.ok) {
    queryClient.setQueryData(maskingRules.queryKey, answer.value)
    return answer.value
  }
  const { index, fault, example } = answer.detail
  notifyFailure(() => ({ title: words('masking.refused', { number: index + 1, why: faultWords(fault, example) }) }))
  return null
}

/** What is wrong with a rule, and what to do. */
export const faultWords = (
  fault: 'unreadable' | 'too_wide' | 'too_long' | 'no_example' | 'example_stands',
  example: string | null,
): string => words(`masking.fault.${fault}`, { example: example ?? '' })
