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
