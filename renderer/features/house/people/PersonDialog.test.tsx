import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { PersonDialog } from './PersonDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('over a change of another window the fields stay, and the same keys use mine beside what the other changed', async () => {
  const wish = { name: '李强', department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  page.show(<PersonDialog person={person} onClose={() => {}} />)
  const name = await screen.findByDisplayValue<HTMLInputElement>('李强')
  await page.user.clear(name)
  await page.user.type(name, '李刚')
  await accepted(
    page.client.people.edit({
      seenVersion: null,
      personId: person.id,
      wish: { ...wish, name: '李钢', email: 'l@a.cn' },
    }),
  )
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^另一个窗口 \d\d:\d\d 改了姓名和邮箱。你写的还在。/)
  expect(name.value).toBe('李刚')
  await screen.findByDisplayValue('l@a.cn')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const stored = async () => (await accepted(page.client.people.list({}))).find(({ id }) => id === person.id)
  await waitFor(async () => expect(await stored()).toMatchObject({ name: '李刚', email: 'l@a.cn' }))
})
