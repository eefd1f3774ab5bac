import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { MyDuty } from './MyDuty.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('the card has its room while the passport is read: nothing below moves when it comes', async () => {
  const who = { name: '王敏', department: '客服部', role: 'listener', employeeNumber: null, email: null } as const
  const { id } = await accepted(page.client.people.add(who))
  let answerNow = () => {}
  const later = new Promise<void>((resolve) => {
    answerNow = resolve
  })
  page.answer('passports.get', async (_, ask) => {
    await later
    return ask()
  })
  page.show(<MyDuty me={id} seats={<p>最近的空位</p>} />)
  expect(screen.getByRole('heading', { name: '今年的履责' })).toBeTruthy()
  answerNow()
  await screen.findByText('最近的空位', undefined, patience)
})

test('without a passport there is no card', async () => {
  page.answer('passports.get', async () => ({ ok: false, reason: 'not_found' }))
  page.show(<MyDuty me="01930000-0000-7000-8000-0000000000aa" seats={null} />)
  await waitFor(() => expect(screen.queryByRole('heading')).toBeNull(), patience)
})
