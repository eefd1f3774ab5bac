import i18next from 'i18next'
import type { IssueType, ListedIssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { assertNever, isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import type { WhyNot } from '../../../lib/failure.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { taking } from '../../../lib/touched-fields.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { freeDigits } from './issue-type-rows.ts'

const words = textsOf('settings')

export const nameOfType = (type: IssueType): string => (i18next.language === 'en' ? type.nameEn : type.nameZh)

/**
 * Keeps the whole list, made from `before` as it was seen. Null: kept; else the words why not, with the names as they were there.
 * `seen`: of a form that was begun earlier than `before` was read.
 */
export async function saveIssueTypes(
  next: readonly IssueType[],
  before: readonly ListedIssueType[],
  seen?: Seen,
): Promise<WhyNot | null> {
  const seenVersion = seen?.version ?? before[0]?.version ?? 0
  const t = i18next.getFixedT(null, 'settings')
  const answer = await taking(client.tickets.saveIssueTypes({ seenVersion, issueTypes: [...next] }))
  if (answer.ok) {
    queryClient.setQueryData(issueTypes.queryKey, answer.value)
    return null
  }
  if (answer.code === 'stale') seen?.onStale(answer.detail as Stale)
  if (isDoorRefusal(answer)) return () => failureOf(answer)
  switch (answer.code) {
    case 'in_use': {
      const used = before.filter((type) => answer.detail.issueTypeIds.includes(type.id))
      return () => ({ title: t('types.fault.in_use', { names: used.map(nameOfType).join(t('keys.and')) }) })
    }
    case 'repeated_digit':
      return () => ({ title: t('types.fault.repeated_digit') })
    default:
      return assertNever(answer)
  }
}

/** Takes one type off the list as it was seen, or once more as it is by now. */
export async function removeIssueType(
  type: IssueType,
  seen: readonly ListedIssueType[] | null,
  turn: Turn = 'first',
): Promise<void> {
  const types = seen ?? (await listNow())
  if (types === null) return
  if (types.length === 1) return void notifyFailure(() => ({ title: words('types.fault.last') }))
  const rest = types.filter(({ id }) => id !== type.id)
  const refusal = await saveIssueTypes(rest, types)
  if (refusal !== null) return void notifyFailure(refusal)
  tellTurn(
    HOUSE,
    turn,
    () => words('types.removed', { name: nameOfType(type) }),
    (next) => putBack(type, next),
  )
}

/** Beside what the others made of the list since: theirs stays, also the digit if somebody took it. */
async function putBack(type: IssueType, turn: Turn): Promise<void> {
  const now = await listNow()
  if (now === null) return
  const free = freeDigits(now)
  const digit = free.includes(type.digit) ? type.digit : free[0]
  if (digit === undefined) return void notifyFailure(() => ({ title: words('types.full') }))
  const others = now.filter(({ id }) => id !== type.id)
  const refusal = await saveIssueTypes([...others, { ...type, digit }], now)
  if (refusal !== null) return void notifyFailure(refusal)
  const say = () => {
    const name = nameOfType(type)
    return digit === type.digit ? words('types.back', { name }) : words('types.backAt', { name, digit })
  }
  tellTurn(HOUSE, turn, say, (next) => removeIssueType(type, null, next))
}

/** Null: it cannot be had, and that is said. */
async function listNow(): Promise<readonly ListedIssueType[] | null> {
  try {
    return await queryClient.fetchQuery({ ...issueTypes, staleTime: 0 })
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
    return null
  }
}
