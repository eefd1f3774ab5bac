import type { IssueType, Ticket } from '../../../shared/contract/tickets/tickets.ts'

type Described = Pick<Ticket, 'title' | 'issueTypeId' | 'priority' | 'department' | 'ownerName'>

type Language = 'zh' | 'en'

/** A name beside a name says nothing by itself: which of the two is the department, which the owner. */
const WHAT = {
  title: { zh: '标题', en: 'Title' },
  issueType: { zh: '问题类型', en: 'Issue type' },
  department: { zh: '责任部门', en: 'Department' },
  owner: { zh: '责任人', en: 'Owner' },
} as const

/** What an edit changed, `old → new` part by part, for the ticket's history; null when nothing did. */
export function describeChange(
  before: Described,
  after: Described,
  issueTypes: readonly IssueType[],
  language: Language,
): string | null {
  const typeName = (id: string): string => {
    const type = issueTypes.find((one) => one.id === id)
    return (language === 'zh' ? type?.nameZh : type?.nameEn) ?? id
  }
  const parts: [isChanged: boolean, what: keyof typeof WHAT | null, old: string, now: string][] = [
    [before.title !== after.title, 'title', before.title, after.title],
    [before.issueTypeId !== after.issueTypeId, 'issueType', typeName(before.issueTypeId), typeName(after.issueTypeId)],
    [before.priority !== after.priority, null, `P${before.priority}`, `P${after.priority}`],
    [before.department !== after.department, 'department', before.department, after.department],
    [before.ownerName !== after.ownerName, 'owner', before.ownerName ?? '—', after.ownerName ?? '—'],
  ]
  const changed = parts
    .filter(([isChanged]) => isChanged)
    .map(([, what, old, now]) => told(what, `${old} → ${now}`, language))
  return inOneLine(changed, language)
}

/** What a claim is told with: for whom it was made, where that is not who made it, and the words typed. */
export const describeClaim = (
  { ownerName, actorName, remark }: { ownerName: string | null; actorName: string | null; remark: string | null },
  language: Language,
): string | null => {
  const owner = ownerName === null || ownerName === actorName ? [] : [told('owner', ownerName, language)]
  return inOneLine(remark === null ? owner : [...owner, remark], language)
}

const told = (what: keyof typeof WHAT | null, words: string, language: Language): string =>
  what === null ? words : `${WHAT[what][language]}${language === 'zh' ? '：' : ': '}${words}`

const inOneLine = (parts: readonly string[], language: Language): string | null =>
  parts.length === 0 ? null : parts.join(language === 'zh' ? '；' : '; ')
