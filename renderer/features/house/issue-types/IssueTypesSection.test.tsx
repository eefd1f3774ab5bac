import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { IssueTypesSection } from './IssueTypesSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('a name that was not taken stays in its field, and is kept at the next try', async () => {
  page.show(<IssueTypesSection />)
  page.answer('tickets.saveIssueTypes', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'AB12' } }))
  const field = await screen.findByDisplayValue<HTMLInputElement>('优惠券')
  await page.user.clear(field)
  await page.user.type(field, '优惠券和红包{Enter}')
  await screen.findByText('没有做成，出了意外')
  expect(field.value).toBe('优惠券和红包')
  page.answerNoMore('tickets.saveIssueTypes')
  await page.user.type(field, '{Enter}')
  await waitFor(async () => {
    const types = await accepted(page.client.tickets.issueTypes({}))
    expect(types.find((type) => type.id === 'coupon')?.nameZh).toBe('优惠券和红包')
  })
})

test('a name typed over a list that another window changed is kept back, asked for, and goes in beside the other change', async () => {
  page.show(<IssueTypesSection />)
  const field = await screen.findByDisplayValue<HTMLInputElement>('优惠券')
  await page.user.clear(field)
  await page.user.type(field, '优惠券和红包')
  const before = await accepted(page.client.tickets.issueTypes({}))
  const theirs = before.map((type) => (type.id === 'coupon' ? { ...type, nameZh: '券', nameEn: 'Voucher' } : type))
  await accepted(page.client.tickets.saveIssueTypes({ seenVersion: null, issueTypes: theirs }))
  await screen.findByDisplayValue('Voucher')
  await page.user.type(field, '{Enter}')
  const coupon = async () => (await accepted(page.client.tickets.issueTypes({}))).find(({ id }) => id === 'coupon')
  const useMine = await screen.findByRole('button', { name: '用我的' })
  expect([(await coupon())?.nameZh, field.value]).toEqual(['券', '优惠券和红包'])
  await page.user.click(screen.getByRole('button', { name: '看对方的' }))
  await screen.findByDisplayValue('券')
  await page.user.click(useMine)
  await waitFor(async () => expect(await coupon()).toMatchObject({ nameZh: '优惠券和红包', nameEn: 'Voucher' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '用我的' })).toBeNull())
  // And one's own change is nobody else's.
  const mine = await screen.findByDisplayValue<HTMLInputElement>('优惠券和红包')
  await page.user.type(mine, '等{Enter}')
  await waitFor(async () => expect((await coupon())?.nameZh).toBe('优惠券和红包等'))
})

test('what is typed in the next field before the last one is kept goes out after it, and both are kept', async () => {
  page.show(<IssueTypesSection />)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  page.answer('tickets.saveIssueTypes', async (_input, ask) => {
    await held
    return ask()
  })
  await page.user.type(await screen.findByDisplayValue('优惠券'), '和红包{Enter}')
  await page.user.type(screen.getByDisplayValue('配送安装'), '和退货{Enter}')
  letGo()
  await waitFor(async () => {
    const names = (await accepted(page.client.tickets.issueTypes({}))).map(({ nameZh }) => nameZh)
    expect(names).toEqual(expect.arrayContaining(['优惠券和红包', '配送安装和退货']))
  })
  expect(screen.queryByRole('button', { name: '用我的' })).toBeNull()
})

test('the address puts the focus on one of them', async () => {
  page.show(<IssueTypesSection />, '/settings?section=types&type=packaging')
  const field = await screen.findByDisplayValue('包装改善')
  await waitFor(() => expect(document.activeElement).toBe(field))
})
