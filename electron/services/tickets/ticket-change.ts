import type { IssueType, Ticket } from '../../../shared/contract/tickets/tickets.ts'

type Described = Pick<Ticket, 'title' | 'issueTypeId' | 'priority' | 'department' | 'ownerName'>

/** What an edit changed, `old → new` part by part, for the ticket's history; null when nothing did. */
export function describeChange(
  before: Described,
  after: Described,
  issueTypes: readonly IssueType[],
  language: 'zh' | 'en',
): string | null {
  const typeName = (id: string): string => {
    const type = issueTypes.find((one) => one.id === id)
    return (language === 'zh' ? type?.nameZh : type?.nameEn) ?? id
  }
  const parts: [isChanged: boolean, old: string, now: string][] = [
    [before.title !== after.title, before.title, after.title],
    [before.issueTypeId !== after.issueTypeId, typeName(before.issueTypeId), typeName(after.issueTypeId)],
    [before.priority !== after.priority, `P${before.priority}`, `P${after.priority}`],
    [before.department !== after.department, before.department, after.department],
    [before.ownerName !== after.ownerName, before.ownerName ?? '—', after.ownerName ?? '—'],
  ]
  const changed = parts.filter(([isChanged]) => isChanged).map(([, old, now]) => `${old} → ${now}`)
  return changed.length === 0 ? null : changed.join(language === 'zh' ? '；' : '; ')
}
