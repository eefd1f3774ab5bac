import i18next from 'i18next'
import type { IssueType, ListedIssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { taking } from '../../../lib/touched-fields.ts'

export const nameOfType = (type: IssueType): string => (i18next.language === 'en' ? type.nameEn : type.nameZh)

/**
 * Keeps the whole list, made from `before` as it was seen. Null: kept; else the words why not, with the names as they were there.
 * `isWayBack`: what takes an act back means the list as it is now.
 */
export async function saveIssueTypes(
  next: readonly IssueType[],
  before: readonly ListedIssueType[],
  isWayBack = false,
): Promise<Say | null> {
  const seenVersion = isWayBack ? null : (before[0]?.version ?? 0)
  const t = i18next.getFixedT(null, 'settings')
  try {
    const answer = await taking(client.tickets.saveIssueTypes({ seenVersion, issueTypes: [...next] }))
    if (answer.ok) {
      queryClient.setQueryData(issueTypes.queryKey, answer.value)
      return null
    }
    if (isDoorRefusal(answer)) return () => failureOf(answer).title
    switch (answer.code) {
      case 'in_use': {
        const used = before.filter((type) => answer.detail.issueTypeIds.includes(type.id))
        return () => t('types.fault.in_use', { names: used.map(nameOfType).join(t('keys.and')) })
      }
      case 'repeated_digit':
        return () => t('types.fault.repeated_digit')
      default:
        return assertNever(answer)
    }
  } catch (problem) {
    return () => failureOf(problem).title
  }
}
