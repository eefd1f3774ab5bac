import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_RULES, obeyRules } from '../../../../shared/domain/listening/masking/company-rules.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useNotices } from '../../../ui/notices.ts'
import { MaskingSection } from './MaskingSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.show(<MaskingSection />)
  await screen.findByText('还没有公司规则。', {}, patience)
})
afterEach(async () => {
  obeyRules(NO_RULES)
  await page.close()
})

const press = (name: string) => page.user.click(screen.getByRole('button', { name }))
const rules = async () => (await accepted(page.client.masking.rules({}))).rules

test('a rule is tried on its examples while it is typed, saved once it hides them, and taken back', async () => {
  await press('新增规则')
  await page.user.type(screen.getByLabelText(/^写法/), 'JDV#{{10-13}')
  await page.user.type(screen.getByLabelText(/^例子/), 'JDV12')
  screen.getByText('「JDV12」不会脱敏，改写法或者改例子')
  expect(screen.getByRole('button', { name: '保存规则' }).hasAttribute('disabled')).toBe(true)
  await page.user.type(screen.getByLabelText(/^例子/), '34567890')
  screen.getByText('JDV1234567890 → JDV**※**')
  await page.user.type(screen.getByLabelText('试一句'), '到了JDV1234567890，电话13812345678')
  expect(document.body.textContent).toContain('到了JDV**※**，电话138****5678')
  await page.user.type(screen.getByLabelText('试一句'), '，订单号 298374650192')
  expect(document.body.textContent).toContain('订单号 298374650192')
  await page.user.click(screen.getByRole('checkbox'))
  expect(document.body.textContent).toContain('订单号 **※**')
  await page.user.click(screen.getByRole('checkbox'))
  await press('保存规则')
  await waitFor(async () => expect(await rules()).toHaveLength(1), patience)
  await waitFor(() => expect(useNotices.getState().notices.at(-1)?.undo).toBeDefined(), patience)
  useNotices.getState().notices.at(-1)?.undo?.()
  await waitFor(async () => expect(await rules()).toEqual([]), patience)
  await page.told('脱敏规则已改回原样')
})

test('rules that somebody else saved meanwhile are not overwritten unseen, and what was typed stays', async () => {
  await press('新增规则')
  await page.user.type(screen.getByLabelText(/^名称/), '我的')
  await page.user.type(screen.getByLabelText(/^写法/), 'JDV#{{10-13}')
  await page.user.type(screen.getByLabelText(/^例子/), 'JDV1234567890')
  const theirs = { name: '对方的', pattern: 'QQ#{8}', examples: ['QQ12345678'] }
  const saved = { rules: [theirs], hidesOrders: false, seenVersion: 0 }
  const { version } = await accepted(page.client.masking.rules({}))
  await accepted(page.client.masking.save({ ...saved, seenVersion: version }))
  await press('保存规则')
  await screen.findByText(/改了脱敏规则。你写的还在。/, {}, patience)
  expect(await rules()).toMatchObject([{ name: '对方的' }])
  screen.getByDisplayValue('我的')
  await press('看对方的')
  await screen.findByDisplayValue('对方的')
  await press('换回合在一起的')
  await press('两边的一起存')
  await waitFor(async () => expect(await rules()).toMatchObject([{ name: '对方的' }, { name: '我的' }]), patience)
})

test('taking out the last row leaves the keys at the way to add one', async () => {
  await press('新增规则')
  screen.getByRole('button', { name: /^删/ }).focus()
  await page.user.keyboard('{Enter}')
  await screen.findByText('还没有公司规则。')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '新增规则' }))
})
