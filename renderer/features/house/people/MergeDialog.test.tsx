import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { daysAfter, instantAt } from '../../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { PeopleSection } from './PeopleSection.tsx'

let page: TestWindow
let one: Person
let other: Person
beforeEach(async () => {
  page = await aWindow()
  const add = (employeeNumber: string | null, email: string | null) =>
    accepted(page.client.people.add({ name: '陈思远', department: '家电部', role: 'listener', employeeNumber, email }))
  one = await add(null, 'chen@example.com')
  other = await add('80002', null)
})
afterEach(() => page.close())

const names = async () => (await accepted(page.client.people.list({}))).filter(({ name }) => name === '陈思远')
const confirm = () => screen.getByRole('button', { name: /^合并/ }) as HTMLButtonElement

test('two records become one record, which learns what it lacked, and are two again by the notice', async () => {
  page.show(<MergeDialog records={[one, other]} onClose={() => {}} />)
  const dialog = within(await screen.findByRole('dialog', { name: '同一个人的两份记录' }, patience))
  const [first, second] = dialog.getAllByRole('radio') as HTMLInputElement[]
  expect([first?.checked, second?.checked].filter(Boolean)).toHaveLength(1)
  expect(await dialog.findByText('没有未来的预约、候补或申请要转', {}, patience)).toBeTruthy()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(
    async () => expect(await names()).toMatchObject([{ id: other.id, email: 'chen@example.com' }]),
    patience,
  )
  ;(await page.told('合并成了 陈思远')).undo?.()
  await waitFor(async () => expect(await names()).toHaveLength(2), patience)
})

test('who may be there twice is suggested; of bookings that meet one has to be chosen', async () => {
  const [room] = await accepted(page.client.rooms.list({}))
  const date = daysAfter(new Date().toISOString().slice(0, 10), 2)
  const startsAt = instantAt(date, '10:00', 'Asia/Shanghai')
  for (const [index, personId] of [one.id, other.id].entries())
    await accepted(
      page.client.bookings.reserve({
        ...{ seatId: room?.seats[index]?.id ?? '', personId, companionId: null, purpose: 'listen' },
        ...{ startsAt, endsAt: addMs(startsAt, 3_600_000) },
      }),
    )
  page.show(<PeopleSection />)
  await screen.findByRole('button', { name: /1 对可能重复/ }, patience)
  await page.user.keyboard('d')
  await page.user.click(await screen.findByRole('button', { name: '对比' }, patience))
  const choice = await screen.findByRole('radiogroup', { name: /时间冲突/ }, patience)
  expect(confirm().disabled).toBe(true)
  const [stays] = within(choice).getAllByRole('radio')
  if (stays !== undefined) await page.user.click(stays)
  expect(confirm().disabled).toBe(false)
  await page.user.click(confirm())
  await waitFor(async () => expect(await names()).toHaveLength(1), patience)
  expect(await accepted(page.client.bookings.upcoming({ personId: other.id }))).toHaveLength(1)
})
