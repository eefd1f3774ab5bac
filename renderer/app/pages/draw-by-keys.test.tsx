import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { monday, slotAt } from '../../../test/builders/drawing.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { DrawsPage } from './DrawsPage.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const { id } = await accepted(page.client.people.add(wish))
  await accepted(page.client.settings.save({ me: id }))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

test('hours and closing time are read as one types them', async () => {
  page.show(<DrawsPage />)
  await page.user.click(await screen.findByRole('button', { name: /开一次排位/ }))
  await page.user.click(await screen.findByText('只要这段'))
  const type = async (label: string, typed: string) => {
    await page.user.clear(screen.getByLabelText(label))
    await page.user.type(screen.getByLabelText(label), typed)
  }
  await type('从几点', '9')
  await type('到几点', '1030')
  await type('几点', '18')
  await page.user.click(screen.getByRole('button', { name: /开放申请/ }))
  await page.told('已开放申请')
  const { windows } = await accepted(page.client.draws.list({}))
  expect(windows).toMatchObject([{ hours: { from: '09:00', to: '10:30' } }])
})

test('a request is written, changed and taken out with the hands on the keys: they go on where it stands, and each step is taken back', async () => {
  await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  page.show(<DrawsPage />)
  ;(await screen.findByRole('button', { name: /^09:00 4 席/ }, patience)).focus()
  await page.user.keyboard(' {Control>}{Enter}{/Control}')
  const mine = async () => (await accepted(page.client.draws.mine({})))[0]?.wishes
  const change = await screen.findByRole('button', { name: /^改志愿/ }, patience)
  await waitFor(() => expect(document.activeElement).toBe(change), patience)
  await page.user.keyboard('{Enter}')
  const first = await screen.findByRole('button', { name: /^09:00 4 席/ }, patience)
  await waitFor(() => expect(document.activeElement).toBe(first), patience)
  await page.user.keyboard('{ArrowRight} {Control>}{Enter}{/Control}')
  await page.told('志愿已保存')
  expect(await mine()).toEqual([slotAt('09:00'), slotAt('10:00')])
  const again = await screen.findByRole('button', { name: /^改志愿/ }, patience)
  await waitFor(() => expect(document.activeElement).toBe(again), patience)
  await page.user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect(await mine()).toEqual([slotAt('09:00')]), patience)
  screen.getByRole('button', { name: '撤回' }).focus()
  await page.user.keyboard('{Enter}')
  await page.told('王敏 的申请已撤回')
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^09:00 4 席/), patience)
})

test.each([
  ['refused', async () => ({ ok: false as const, code: 'closed' as const, detail: { closesAt: shanghai('18:00') } })],
  [
    'lost',
    async () => {
      throw new Error('lost')
    },
  ],
])(
  'a request that could not be taken out (%s) leaves the keys where they are when another comes later',
  async (_, answer) => {
    const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
    const hands = async (personId: string) => {
      const wish = { togetherWith: [], lengthMinutes: 60, wishes: [slotAt('09:00')] }
      await accepted(page.client.draws.handIn({ ...wish, windowId: window.id, personId, purpose: 'listen' }))
    }
    await hands((await accepted(page.client.settings.get({}))).me ?? '')
    page.show(<DrawsPage />)
    const withdraw = await screen.findByRole('button', { name: '撤回' }, patience)
    page.answer('draws.withdraw', answer)
    withdraw.focus()
    await page.user.keyboard('{Enter}')
    await page.told('')
    withdraw.blur()
    const other = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null } as const
    await hands((await accepted(page.client.people.add(other))).id)
    await waitFor(() => expect(screen.getAllByRole('button', { name: '撤回' })).toHaveLength(2), patience)
    expect(document.activeElement).toBe(document.body)
  },
)

test('sent without a wish it says so, and the keys go on where one is chosen', async () => {
  await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  page.show(<DrawsPage />)
  const first = await screen.findByRole('button', { name: /^09:00 4 席/ }, patience)
  ;(await screen.findByRole('button', { name: /^递交申请/ }, patience)).focus()
  await page.user.keyboard('{Enter}')
  await screen.findByText('先选至少一个场次')
  expect(document.activeElement).toBe(first)
})
