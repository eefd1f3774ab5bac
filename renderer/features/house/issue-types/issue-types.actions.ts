import i18next from 'i18next'
import type { IssueType, ListedIssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { taking } from '../../../lib/touched-fields.ts'
import type { Seen } from '../../../lib/use-seen.ts'

export const nameOfType = (type: IssueType): string => (i18next.language === 'en' ? type.nameEn : type.nameZh)

/**
 * Keeps the whole list, made from `before` as it was seen. Null: kept; else the words why not, with the names as they were there.
 * `isWayBack`: what takes an act back means the list as it is now. `seen`: of a form that was begun earlier than `before` was read.
 */
export async function saveIssueTypes(
  next: readonly IssueType[],
  before: readonly ListedIssueType[],
  isWayBack = false,
  seen?: Seen,
): Promise<Say | null> {
  const seenVersion = isWayBack ? null : (seen?.version ?? before[0]?.version ?? 0)
  const t = i18next.getFixedT(null, 'settings')
  const answer = await taking(client.tickets.saveIssueTypes({ seenVersion, issueTypes: [...next] }))
  if (answer.ok) {
    queryClient.setQueryData(issueTypes.queryKey, answer.value)
    return null
  }
  if (answer.code === 'stale') seen?.onStale(answer.detail as Stale)
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
}
