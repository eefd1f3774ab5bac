import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Person } from '../../../shared/contract/house/people.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aMember } from '../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { queryClient } from '../../lib/query-client.ts'
import { settingsQuery } from '../../lib/settings.ts'
import { DutyPage } from './DutyPage.tsx'

let page: TestWindow
let chen: Person
let li: Person
beforeEach(async () => {
  page = await aWindow()
  const wish = { department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  chen = await accepted(page.client.people.add({ ...wish, name: '陈思远' }))
  li = await accepted(page.client.people.add({ ...wish, name: '李强' }))
  await accepted(page.client.settings.save({ me: chen.id }))
})
afterEach(() => {
  vi.restoreAllMocks()
  return page.close()
})

test('the coordinator sees who owes, walks by keys, and writes down somebody’s trip', async () => {
  page.show(<DutyPage />, '/duty')
  await screen.findByText(/^2 人还欠，共要 4 席/)
  await screen.findByRole('listbox', { name: '各人的履责' })
  await screen.findByRole('heading', { name: '我的护照' })
  await page.user.keyboard('jj')
  await screen.findByRole('heading', { name: /^李强/ })
  await page.user.keyboard('n')
  await screen.findByRole('dialog', { name: '给 李强 记一笔' })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('写一句说明，或照片的文件名')
  await page.user.keyboard('照片 仓库.jpg{Control>}{Enter}{/Control}')
  await screen.findByText(/照片 仓库.jpg/)
  await screen.findByText('算数')
  const { done } = await accepted(page.client.passports.get({ personId: li.id, year: new Date().getFullYear() }))
  expect(done).toEqual({ listen: 0, answer: 0, trip: 1 })
})

test('what is being written down for one who sits here stays theirs when another window sets the desk to somebody else', async () => {
  page.show(<DutyPage />, '/duty')
  await screen.findByRole('heading', { name: '我的护照' })
  await page.user.keyboard('n')
  await screen.findByRole('dialog', { name: '给 陈思远 记一笔' })
  await page.user.type(screen.getByLabelText('凭据', { selector: 'textarea' }), '照片 仓库.jpg')
  await accepted(page.client.settings.save({ me: li.id }))
  await screen.findByRole('button', { name: /记一笔/, hidden: true })
  await vi.waitFor(async () => expect(queryClient.getQueryData(settingsQuery.queryKey)?.me).toBe(li.id), patience)
  await screen.findByRole('dialog', { name: '给 陈思远 记一笔' })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('记下了')
  const doneOf = async (personId: string) =>
    (await accepted(page.client.passports.get({ personId, year: new Date().getFullYear() }))).done.trip
  expect([await doneOf(chen.id), await doneOf(li.id)]).toEqual([1, 0])
})

test('who walks the list stands in it: the line that is meant is told, scrolled to, and left for either end of the list by its keys', async () => {
  const wish = { department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  for (let at = 10; at < 70; at += 1) await accepted(page.client.people.add({ ...wish, name: `赵${at}` }))
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(700)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(2_400)
  // The page of the tests scrolls nothing.
  const scrolled = vi.fn()
  Object.defineProperty(Element.prototype, 'scrollTo', { configurable: true, value: scrolled })
  onTestFinished(() => void Reflect.deleteProperty(Element.prototype, 'scrollTo'))
  page.show(<DutyPage />, '/duty')
  const list = await screen.findByRole('listbox', { name: '各人的履责' })
  await screen.findByText('赵10')
  const told = () => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
  await page.user.keyboard('j')
  expect(told()).toMatch(/^陈思远/)
  await page.user.keyboard('jj')
  await screen.findByRole('heading', { name: /^赵10/ })
  expect(document.activeElement).toBe(list)
  expect(told()).toMatch(/^赵10/)
  await page.user.keyboard('{End}')
  await screen.findByRole('heading', { name: /^赵69/ })
  expect(scrolled).toHaveBeenLastCalledWith({ top: expect.toSatisfy((top) => top > 1_000), behavior: 'auto' })
  await page.user.keyboard('{Home}')
  await screen.findByRole('heading', { name: '我的护照' })
})

test('whoever looks at one department reads what that department still owes', async () => {
  const wish = { name: '何静', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(page.client.people.add({ ...wish, department: '法务部' }))
  page.show(<DutyPage />, '/duty')
  await screen.findByText(/^3 人还欠，共要 6 席/)
  await page.user.click(screen.getByRole('combobox', { name: '部门' }))
  await page.user.click(await screen.findByRole('option', { name: '法务部', hidden: true }))
  await screen.findByText(/^法务部：1 人还欠，共要 2 席；今年还剩/)
})

test('a manager at a hub sees their own passport and nobody else’s', async () => {
  page.answer('team.status', async () => ({
    ok: true,
    value: aMember({ me: { personId: chen.id, name: '陈思远', role: 'listener' } }),
  }))
  page.show(<DutyPage />, `/duty?person=${li.id}`)
  await screen.findByRole('heading', { name: '我的护照' })
  await screen.findByText('今年还没有记录。')
  expect(screen.queryByRole('listbox')).toBeNull()
  await page.user.keyboard('n')
  await screen.findByRole('dialog', { name: '记一笔履责' })
})

test('whoever still owes is reminded once it was said how many', async () => {
  page.show(<DutyPage />, '/duty')
  await page.user.click(await screen.findByRole('button', { name: '提醒这 2 人' }))
  const dialog = await screen.findByRole('dialog', { name: '提醒 2 人？' })
  await page.user.click(within(dialog).getByRole('button', { name: /^提醒这 2 人/ }))
  await screen.findByText('提醒了 2 人')
  const year = new Date().getFullYear()
  const { remindedAt } = await accepted(page.client.passports.get({ personId: li.id, year }))
  expect(remindedAt).not.toBeNull()
})
