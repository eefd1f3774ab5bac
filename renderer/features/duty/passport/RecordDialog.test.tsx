import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { RecordDialog } from './RecordDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test.each([
  ['what is written down', { id: 'person-wang', name: '王敏' }, '下一线'],
  ['which front line, for whoever sits here', null, '仓库拣货'],
])('the focus begins at the first question: %s', async (_, person, first) => {
  page.show(<RecordDialog person={person} today="2026-11-21" year={2026} onClose={() => {}} />)
  await screen.findByRole('dialog')
  const checked = screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked)
  await waitFor(() => expect(document.activeElement).toBe(checked))
  expect(checked?.closest('label')?.textContent).toBe(first)
})

test('what counts for another year than the passport beside it shows is told so', async () => {
  const wish = { name: '王敏', department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  const wang = await accepted(page.client.people.add(wish))
  page.show(<RecordDialog person={wang} today="2026-11-21" year={2026} onClose={() => {}} />)
  await screen.findByRole('dialog')
  const day = screen.getByLabelText('日期', { selector: 'input' })
  await page.user.clear(day)
  await page.user.type(day, '2025-12-31')
  await page.user.type(screen.getByLabelText('凭据', { selector: 'textarea' }), '照片.jpg')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('记下了：下一线，算在 2025 年')
})

test('a day that is missing, or still to come, is asked for where it is written', async () => {
  page.show(<RecordDialog person={null} today="2026-11-21" year={2026} onClose={() => {}} />)
  await screen.findByRole('dialog')
  const day = screen.getByLabelText('日期', { selector: 'input' })
  const evidence = screen.getByLabelText('凭据', { selector: 'textarea' })
  await page.user.clear(day)
  await page.user.type(evidence, '照片.jpg')
  await page.user.click(screen.getByRole('button', { name: /^保存/ }))
  expect(document.activeElement).toBe(day)
  await page.user.keyboard('2027-01-01')
  await page.user.click(evidence)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(document.activeElement).toBe(day)
})
