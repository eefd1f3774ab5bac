import type { ForWhom } from '../../../shared/contract/team/desks.ts'
import type { Role } from '../../../shared/contract/who.ts'
import type { House } from '../../compose/house.ts'
import type { Language } from '../../data-folder.ts'
import { askThrough } from '../../demo/demo-asker.ts'
import type { OwnDoor } from '../../door.ts'
import { hubSentence } from '../../hub-sentences.ts'

/** One line that tells a code, and for whom it is; somebody new has no name yet. */
export function codeLine(code: string, whom: { role: Role; name: string | null }, language: Language): string {
  const role = hubSentence(whom.role, language)
  const comma = language === 'zh' ? '，' : ', '
  const named = whom.name === null ? role : `${whom.name}${comma}${role}`
  return `${hubSentence('code', language, named)}${language === 'zh' ? '）：' : '): '}${code}`
}

/** What is told when it starts: for a demo a code for a coordinator and for two others, else one for the first coordinator, until some desk belongs here. */
export async function firstCodes(
  { own, house }: { readonly own: OwnDoor; readonly house: House },
  { isDemo, language }: { readonly isDemo: boolean; readonly language: Language },
): Promise<string[]> {
  const ask = askThrough(own)
  if (!isDemo && (await ask('desks', 'list', {})).length > 0) return []
  const people = isDemo ? await ask('people', 'list', {}) : []
  const known = (role: Role) => people.filter((person) => person.role === role).slice(0, 1)
  const guests: { whom: ForWhom; role: Role; name: string | null }[] = [
    ...known('coordinator'),
    ...known('listener'),
    ...known('note_taker'),
  ].map(({ id: personId, role, name }) => ({ whom: { personId }, role, name }))
  if (guests.length === 0) guests.push({ whom: { role: 'coordinator' }, role: 'coordinator', name: null })
  const lines: string[] = []
  for (const guest of guests) lines.push(codeLine((await house.makeCode(guest.whom)).code, guest, language))
  return lines
}
