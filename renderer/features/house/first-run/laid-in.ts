import { client } from '../../../lib/client.ts'
import { everybody, issueTypes } from '../../../lib/common-queries.ts'
import type { Language } from '../../../lib/i18n.ts'
import { queryClient } from '../../../lib/query-client.ts'

/** The departments that a fresh database names for its issue types, and what they are called in English. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  营销部: 'Marketing',
  商品运营部: 'Product operations',
  物流部: 'Logistics',
  采销部: 'Purchasing',
  包装中心: 'Packaging centre',
  服务政策部: 'Service policy',
  品牌合作部: 'Brand partnerships',
}

/**
 * What a fresh database is laid in with speaks the language of the first start. Only what nobody has touched is put into words anew:
 * a list as it was laid in, that no ticket was opened by, and whose departments are nobody's.
 */
export async function sayLaidInIn(language: Language): Promise<void> {
  if (language === 'zh') return
  const types = await queryClient.fetchQuery({ ...issueTypes, staleTime: 0 })
  if (types.some(({ version }) => version > 0)) return
  const opened = await client.tickets.list({ filter: {}, sort: 'number', limit: 1 })
  if (!opened.ok || opened.value.total > 0) return
  const people = await queryClient.fetchQuery({ ...everybody, staleTime: 0 })
  if (people.some(({ department }) => types.some((type) => type.department === department))) return
  const inWords = types.map(({ version: _, ...type }) => ({
    ...type,
    department: DEPARTMENTS[type.department] ?? type.department,
  }))
  const saved = await client.tickets.saveIssueTypes({ seenVersion: 0, issueTypes: inWords })
  if (saved.ok) queryClient.setQueryData(issueTypes.queryKey, saved.value)
}
