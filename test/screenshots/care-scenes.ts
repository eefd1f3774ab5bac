import { expect, type Page } from '@playwright/test'
import { v7 } from 'uuid'
import type { DoorClient } from '../bench/door-client.ts'
import type { Scene } from './scenes.ts'

/** What is done out of care for who calls and who answers. After the others: each goes on in the session whose call is heard there. */
export const careScenes: readonly Scene[] = [
  { screen: 'silver-lens', prepare: anOldCaller, isMeasured: true },
  { screen: 'silver-hair', prepare: async () => '/silver-hair' },
  { screen: 'thanks', prepare: async () => '/thanks' },
  { screen: 'settings-retention', prepare: async () => '/settings?section=retention' },
  { screen: 'life-card', prepare: aCry, arrange: openCard },
  { screen: 'life-cases', prepare: aCaseHandedOver },
  { screen: 'life-drill', prepare: async () => '/life', arrange: beginDrill },
  { screen: 'meeting', prepare: aMeeting },
]

interface LiveCall {
  readonly sessionId: string
  readonly callId: string
}

async function nextCall(door: DoorClient, reference: string): Promise<LiveCall> {
  const { id: sessionId } = (await door.call('sessions.current', {})) as { id: string }
  const { id: callId } = (await door.call('sessions.nextCall', { sessionId, reference })) as { id: string }
  return { sessionId, callId }
}

async function note(door: DoorClient, callId: string, kind: string, text: string, offsetMs: number): Promise<void> {
  await door.call('notes.add', { noteId: v7(), callId, kind, text, offsetMs, issueTypeId: null })
}

/** Numbers are said, words of the trade are used, and what is hers to do is not done for her. */
async function anOldCaller(door: DoorClient): Promise<string> {
  const { sessionId, callId } = await nextCall(door, 'CC-7301-0010')
  await note(door, callId, 'voice', '我今年七十六了，手机里找不到退的地方', 12_000)
  await note(door, callId, 'view', '坐席说「清一下缓存再重新登录」，老人没听懂', 35_000)
  await note(door, callId, 'voice', '你打我电话一三八，零零一三，八零零零，我姓赵', 58_000)
  await door.call('silverHair.mark', { callId, mark: 'marked', origin: 'proposed' })
  for (const press of [{ operation: 'return' }, { help: 'guided' }, { effort: 4 }])
    await door.call('silverHair.press', { callId, press })
  await door.call('silverHair.recount', { callId })
  return `/listen/${sessionId}`
}

/** Who does what by when, right after the hang-up. */
async function aMeeting(door: DoorClient): Promise<string> {
  const { id: sessionId } = (await door.call('sessions.current', {})) as { id: string }
  const calls = (await door.call('sessions.calls', { sessionId })) as { id: string }[]
  const callId = calls[0]?.id ?? ''
  const of = { callId, meetingId: v7() }
  await door.call('meetings.start', of)
  await door.call('meetings.setAttendees', { ...of, seenVersion: null, attendees: ['陈思远', '罗佳', '王磊'] })
  const lines = [
    ['罗佳', '下单页写明降价七天内自动退差价，不用申请', '2026-11-20'],
    ['王磊', '今天先给这位客户退八十块，再回一个电话', '2026-11-18'],
    [null, '老用户的入口放到首页第一屏', null],
  ] as const
  for (const [ownerName, text, dueOn] of lines)
    await door.call('meetings.addLine', { ...of, lineId: v7(), draftId: null, ownerName, text, dueOn })
  return `/meetings/${callId}`
}

async function aCry(door: DoorClient): Promise<string> {
  await nameAContact(door)
  const { sessionId } = await nextCall(door, 'CC-7301-0011')
  return `/listen/${sessionId}`
}

/** By a coordinator, whose it is. */
async function nameAContact(door: DoorClient): Promise<void> {
  const { me } = (await door.call('settings.get', {})) as { me: string }
  const people = (await door.call('people.list', {})) as { id: string; role: string }[]
  await door.call('settings.save', { me: people.find(({ role }) => role === 'coordinator')?.id })
  const contact = { name: '周医生', phone: '010-0000 0120', about: '员工关怀', personId: null }
  await door.call('lifeChannel.saveContacts', { contacts: [contact], seenVersion: null })
  await door.call('settings.save', { me })
}

/** As it comes up over the note that is typed. */
async function openCard(page: Page): Promise<void> {
  const isEnglish = (await page.locator('html').getAttribute('lang'))?.startsWith('en')
  const box = page.locator('textarea')
  await box.fill('')
  await box.pressSequentially(
    isEnglish
      ? 'She says she has bought the sleeping pills, her number is 13900008817'
      : '客户说活着没意思，安眠药已经买好了，电话 13900008817',
  )
  const card = page.getByRole('dialog')
  const folded = page.getByRole('status').filter({ hasText: /还没有人接手|nobody has taken over/i })
  await card.or(folded).first().waitFor()
  // In the looks after the first its case waits already.
  if (!(await card.isVisible())) await page.keyboard.press('Control+Shift+h')
  await card.waitFor()
  await expect(card.getByLabel(/^(回拨号码|Number to call back)/)).toHaveValue(/13900008817/)
}

async function aCaseHandedOver(door: DoorClient): Promise<string> {
  const { cases } = (await door.call('lifeChannel.list', { limit: 1 })) as { cases: { id: string }[] }
  const caseId = cases[0]?.id ?? ''
  const act = (act: object) => door.call('lifeChannel.act', { actId: v7(), caseId, at: new Date().toISOString(), act })
  await act({ what: 'step', step: 'account' })
  await act({ what: 'step', step: 'orders' })
  await act({ what: 'handed_over', to: '120', name: null })
  await door.call('lifeChannel.followUp', { caseId, text: '急救已到，家人陪着，明天再回访' })
  return '/life'
}

async function beginDrill(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /开始演练|Begin the drill/ })
    .first()
    .click()
}
