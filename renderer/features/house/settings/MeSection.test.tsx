import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { MeSection } from './MeSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const changeButton = () => screen.findByRole<HTMLButtonElement>('button', { name: '修改我的资料' }, patience)

test('a reaction time learned from corrected marks says so, and can be forgotten', async () => {
  await accepted(page.client.settings.save({ reactionLagMs: 1_500 }))
  const noteId = '01936f2e-0000-7000-8000-000000000001'
  await accepted(page.client.settings.save({ lagSamples: [{ noteId, lagMs: 1_500 }] }))
  page.show(<MeSection />)
  await screen.findByText(/校正过的时间点：1 处/)
  await page.user.click(screen.getByRole('button', { name: '清零，重新学' }))
  await waitFor(() => expect(screen.queryByText(/校正过的时间点/)).toBeNull())
  expect(await accepted(page.client.settings.get({}))).toMatchObject({ reactionLagMs: 0, lagSamples: [] })
})

test('the size of everything is chosen here, seen at once and kept', async () => {
  page.show(<MeSection />)
  await page.user.click(await screen.findByRole('radio', { name: '130%' }))
  expect(document.documentElement.style.getPropertyValue('--text-scale')).toBe('1.3')
  await waitFor(async () => expect((await accepted(page.client.settings.get({}))).textSizePercent).toBe(130), patience)
})

test('what stands below stays where it is when it is known who sits here', async () => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const wang = await accepted(page.client.people.add({ ...wish, name: '王敏' }))
  await accepted(page.client.settings.save({ me: wang.id }))
  if (window.earshot === undefined) throw new Error('no bridge')
  const { call } = window.earshot
  const carried = vi
    .spyOn(window.earshot, 'call')
    .mockImplementation((name, input) => (name === 'people.list' ? new Promise(() => {}) : call(name, input)))
  page.show(<MeSection />)
  expect(await changeButton()).toHaveProperty('disabled', true)
  carried.mockRestore()
})

test('what one who sat here changes of themselves stays theirs when another window sets the desk to somebody else', async () => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const wang = await accepted(page.client.people.add({ ...wish, name: '王敏' }))
  const li = await accepted(page.client.people.add({ ...wish, name: '李强' }))
  await accepted(page.client.settings.save({ me: wang.id }))
  page.show(<MeSection />)
  const change = await changeButton()
  await waitFor(() => expect(change.disabled).toBe(false), patience)
  await page.user.click(change)
  const dialog = within(await screen.findByRole('dialog', {}, patience))
  const name = await dialog.findByDisplayValue('王敏', {}, patience)
  await page.user.type(name, '（客服）')
  await accepted(page.client.settings.save({ me: li.id }))
  await screen.findByDisplayValue(/李强/, {}, patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(
    async () =>
      expect((await accepted(page.client.people.list({}))).map((person) => person.name).sort()).toEqual(
        ['王敏（客服）', '李强'].sort(),
      ),
    patience,
  )
})
