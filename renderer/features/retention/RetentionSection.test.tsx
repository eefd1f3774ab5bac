import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import { accepted, aNoteIn } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { rulesOf } from '../../../test/builders/retention-rules.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { fullDateName } from '../../lib/formats.ts'
import { useNotices } from '../../ui/notices.ts'
import { RetentionSection } from './RetentionSection.tsx'

let page: TestWindow
const clock = aClock()
beforeEach(async () => {
  page = await aWindow({ clock })
})
afterEach(() => page.close())

const rules = async () => (await accepted(page.client.retention.rules({}))).rules
const press = (name: string | RegExp) => page.user.click(screen.getByRole('button', { name }))
const shown = async () => {
  page.show(<RetentionSection />)
  await screen.findByText('批注和现场会的话', {}, patience)
}

test('off at first; turned on it is saved only after it was understood, and taken back', async () => {
  await shown()
  await screen.findByText('没有打开任何期限，什么都不会删。', {}, patience)
  await page.user.click(screen.getByRole('checkbox', { name: '批注和现场会的话：到期删除' }))
  const days = screen.getByRole('textbox', { name: '批注和现场会的话：保留天数' })
  await page.user.clear(days)
  await page.user.type(days, '3')
  screen.getByText('填 7 到 3650 之间的整数')
  expect(screen.getByRole('button', { name: /^保存期限/ }).hasAttribute('disabled')).toBe(true)
  await page.user.type(days, '0')
  // By the key that saves everywhere, from the field.
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const dialog = await screen.findByRole('dialog', {}, patience)
  expect(dialog.textContent).toContain('批注和现场会的话：最早 2026年9月25日 起到期就删')
  expect((await rules()).notes).toBe(null)
  await page.user.click(within(dialog).getByRole('button', { name: /明白，保存/ }))
  await waitFor(async () => expect((await rules()).notes).toEqual({ days: 30, startsOn: '2026-09-25' }), patience)
  await screen.findByText(/^2026年9月25日 起/, {}, patience)
  await waitFor(() => expect(useNotices.getState().notices.at(-1)?.undo).toBeDefined(), patience)
  useNotices.getState().notices.at(-1)?.undo?.()
  await waitFor(async () => expect((await rules()).notes).toBe(null), patience)
  await page.told('保留期限已改回原样')
})

test('what will go is listed with its day, and one is kept with a reason, and let go again', async () => {
  const { sessions, retention } = page.client
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }))
  await aNoteIn(page.client, call.id, 1)
  await accepted(sessions.end({ sessionId: session.id }))
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  await shown()
  const row = (await screen.findByText('1 条批注', {}, patience)).closest('tr')
  expect(row?.textContent).toContain('2026年10月9日')
  expect(row?.textContent).toContain('到期就删')
  await page.user.click(within(row as HTMLElement).getByRole('button', { name: /^留住/ }))
  const dialog = await screen.findByRole('dialog', {}, patience)
  await page.user.type(within(dialog).getByLabelText(/^为什么要留/), '培训用')
  await page.user.click(within(dialog).getByRole('button', { name: '留住' }))
  await screen.findByText('留住的场次', {}, patience)
  await waitFor(() => expect(screen.getByText('1 条批注').closest('tr')?.textContent).toContain('已留住'), patience)
  await page.user.click(screen.getByRole('button', { name: /^不再留 / }))
  await waitFor(() => expect(screen.queryByText('留住的场次')).toBe(null), patience)
})

test('a clock that jumped is told with what to do about it, and no day that is over can be kept until', async () => {
  const { sessions, retention } = page.client
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }))
  await aNoteIn(page.client, call.id, 1)
  await accepted(sessions.end({ sessionId: session.id }))
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  const before = dateOf(clock.now(), 'Asia/Shanghai')
  clock.step(90 * 86_400_000)
  await shown()
  const notice = await screen.findByRole('status', { name: '' }, patience)
  expect(notice.textContent).toContain('这台电脑的日期跳过')
  expect(notice.textContent).toContain(fullDateName(before, 'zh'))
  expect(notice.textContent).toContain('再等它运行满 6 天')
  await page.user.click(await screen.findByRole('button', { name: /^留住 / }, patience))
  const dialog = await screen.findByRole('dialog', {}, patience)
  await page.user.type(within(dialog).getByLabelText(/^为什么要留/), '培训用')
  const until = within(dialog).getByRole('textbox', { name: '留到哪一天（空着就一直留）' })
  await page.user.type(until, before)
  await page.user.click(within(dialog).getByRole('button', { name: '留住' }))
  await waitFor(async () => expect((await accepted(retention.due({}))).kept).toMatchObject([{ until: null }]), patience)
})

test('what is due while somebody listens waits, and it is said why, until the session is over', async () => {
  const { sessions, retention } = page.client
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  const today = dateOf(clock.now(), 'Asia/Shanghai')
  const [due, here] = [await accepted(retention.due({})), await accepted(retention.here({}))]
  const item = { kind: 'notes', sessionId: session.id, caseId: null, startedAt: clock.now(), stays: null } as const
  const items = [{ ...item, listenerName: null, callCount: 1, wordCount: 1, goesOn: today }]
  page.answer('retention.due', async () => ({
    ok: true,
    value: { ...due, waits: null, kinds: [{ kind: 'notes', count: 1, items }] },
  }))
  page.answer('retention.here', async () => ({ ok: true, value: { ...here, waits: null } }))
  await shown()
  await screen.findByText(/起有人在听线：到期的先不删/, {}, patience)
  await accepted(sessions.end({ sessionId: session.id }))
  await waitFor(() => expect(screen.queryByText(/起有人在听线/)).toBe(null), patience)
})

test('that not all could be deleted is said, with when', async () => {
  const { retention } = page.client
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  const here = await accepted(retention.here({}))
  page.answer('retention.here', async () => ({ ok: true, value: { ...here, failedAt: clock.now() } }))
  await shown()
  await screen.findByText(/没能删完到期的，多半是磁盘写不进去/, {}, patience)
})

test('and so it is of the hub', async () => {
  const { retention } = page.client
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  const due = await accepted(retention.due({}))
  page.answer('retention.due', async () => ({ ok: true, value: { ...due, failedAt: clock.now() } }))
  await shown()
  await screen.findByText(/中心没能删完到期的，多半是它的磁盘写不进去/, {}, patience)
})

test('over a change of another desk only the limits touched here are sent, and the other’s stay', async () => {
  const { retention } = page.client
  await accepted(retention.saveRules({ rules: rulesOf({ drafts: 50 }), isUnderstood: true, seenVersion: null }))
  await shown()
  const days = await screen.findByRole('textbox', { name: '没写完的批注：保留天数' }, patience)
  await page.user.clear(days)
  await page.user.type(days, '60')
  await accepted(
    retention.saveRules({ rules: rulesOf({ drafts: 50, copies: 40 }), isUnderstood: true, seenVersion: null }),
  )
  const copies = await screen.findByRole('textbox', { name: /备份.*：保留天数/ }, patience)
  await press(/^保存期限/)
  await page.user.click(await screen.findByRole('button', { name: /^用我的/ }, patience))
  await waitFor(async () => expect((await rules()).drafts).toMatchObject({ days: 60 }), patience)
  expect((await rules()).copies).toMatchObject({ days: 40 })
  expect(copies).toHaveProperty('value', '40')
})

test('what was typed is left by its button, and what is stored stands there again', async () => {
  await accepted(
    page.client.retention.saveRules({ rules: rulesOf({ drafts: 50 }), isUnderstood: true, seenVersion: null }),
  )
  await shown()
  const days = await screen.findByRole('textbox', { name: '没写完的批注：保留天数' }, patience)
  await page.user.clear(days)
  await page.user.type(days, '60')
  await press('放弃改动')
  await waitFor(() => expect(days).toHaveProperty('value', '50'), patience)
  expect(screen.queryByRole('button', { name: '放弃改动' })).toBeNull()
})

test('Enter in a field of days asks as the button does, and does nothing where the days cannot be', async () => {
  await shown()
  await page.user.click(screen.getByRole('checkbox', { name: '批注和现场会的话：到期删除' }))
  const days = screen.getByRole('textbox', { name: '批注和现场会的话：保留天数' })
  await page.user.clear(days)
  await page.user.type(days, '3{Enter}')
  expect(screen.queryByRole('dialog')).toBeNull()
  await page.user.type(days, '0{Enter}')
  const dialog = await screen.findByRole('dialog', {}, patience)
  await page.user.click(within(dialog).getByRole('button', { name: /明白，保存/ }))
  await waitFor(async () => expect((await rules()).notes).toMatchObject({ days: 30 }), patience)
})

test('a session of which no note goes, but its meeting or a reference, is not listed as if nothing went', async () => {
  const { sessions, retention } = page.client
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(sessions.nextCall({ sessionId: session.id, reference: 'CC-9' }))
  await accepted(sessions.end({ sessionId: session.id }))
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 20 }), isUnderstood: true, seenVersion: null }))
  await shown()
  const row = (await screen.findByText('别的话，如现场会、来电参考、改前的原文', {}, patience)).closest('tr')
  expect(row?.textContent).toContain('到期就删')
})
