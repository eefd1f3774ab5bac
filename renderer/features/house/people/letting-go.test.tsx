import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/outcomes.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../../ui/notices.ts'
import { FormerPeople } from './FormerPeople.tsx'
import { LetGoDialog } from './LetGoDialog.tsx'
import { letGo } from './people.actions.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

test('whoever has bookings to come is taken off the list by a decision about them, and is put back from below the list', async () => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add({ ...wish, name: '王敏' }))
  const { id: personId } = person
  await accepted(page.client.people.add({ ...wish, name: '李强' }))
  const [room] = await accepted(page.client.rooms.list({}))
  const place = { startsAt: shanghai('10:00', '2026-09-21'), endsAt: shanghai('11:00', '2026-09-21') }
  const who = { personId, companionId: null, purpose: 'listen' } as const
  await accepted(page.client.bookings.reserve({ seatId: room?.seats[0]?.id ?? '', ...who, ...place }))
  const closed = vi.fn()
  page.show(
    <>
      <LetGoDialog person={person} isMe={false} onClose={closed} />
      <FormerPeople />
    </>,
  )
  const dialog = within(await screen.findByRole('dialog', { name: '把 王敏 移出名单' }, patience))
  await dialog.findByText(/9月21日.*10:00–11:00.*1号席/, {}, patience)
  const go = dialog.getByRole('button', { name: /^取消并移出/ })
  await page.user.click(go)
  dialog.getByText('请写一句原因')
  // Where it is to be written.
  expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: /^原因/ }))
  await page.user.keyboard('离职')
  await page.user.click(go)
  await page.told('已移除 王敏')
  expect(closed).toHaveBeenCalledOnce()
  await page.user.click(await screen.findByRole('button', { name: '已移出名单的 1 人' }, patience))
  await page.user.click(await screen.findByRole('button', { name: '把 王敏 放回名单' }, patience))
  await screen.findByText('没有移出名单的人了。', {}, patience)
  expect((await accepted(page.client.people.list({}))).map(({ name }) => name)).toEqual(['李强', '王敏'])
  expect(await accepted(page.client.bookings.upcoming({ personId }))).toEqual([])
})

test('who stays until a day that is not written is asked for it, by ear and where it is to be written', async () => {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  const [room] = await accepted(page.client.rooms.list({}))
  const place = { startsAt: shanghai('10:00', '2026-09-21'), endsAt: shanghai('11:00', '2026-09-21') }
  const who = { personId: person.id, companionId: null, purpose: 'listen' } as const
  await accepted(page.client.bookings.reserve({ seatId: room?.seats[0]?.id ?? '', ...who, ...place }))
  page.show(<LetGoDialog person={person} isMe={false} onClose={() => {}} />)
  const dialog = within(await screen.findByRole('dialog', { name: '把 王敏 移出名单' }, patience))
  await page.user.click(await dialog.findByRole('radio', { name: '保留到某一天' }, patience))
  const day = dialog.getByRole('textbox', { name: /^保留到/ })
  await page.user.clear(day)
  await page.user.type(dialog.getByRole('textbox', { name: /^原因/ }), '离职')
  await page.user.click(dialog.getByRole('button', { name: /^取消之后的/ }))
  expect(dialog.getByRole('alert').textContent).toBe('请写保留到哪一天')
  expect(document.activeElement).toBe(day)
  await page.user.keyboard('2026-09-30')
  expect(dialog.queryByRole('alert')).toBeNull()
})

test('what is given up until a day is taken back, given up again and taken back once more by the keys; not where they have other things before them by then', async () => {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  const [room] = await accepted(page.client.rooms.list({}))
  const book = (day: string) =>
    accepted(
      page.client.bookings.reserve({
        ...{ seatId: room?.seats[0]?.id ?? '', personId: person.id, companionId: null, purpose: 'listen' },
        ...{ startsAt: shanghai('10:00', day), endsAt: shanghai('11:00', day) },
      }),
    )
  await book('2026-09-21')
  const ahead = async () => (await accepted(page.client.bookings.upcoming({ personId: person.id }))).length
  const { mark } = await accepted(page.client.people.ahead({ personId: person.id }))
  await letGo(person, { mark, reason: '调岗', keepUntil: '2026-09-20' }, false)
  expect(await ahead()).toBe(0)
  for (const times of [1, 2]) {
    await vi.waitFor(() => expect(undoNewest()).toBe(true), patience)
    await vi.waitFor(async () => expect([times, await ahead()]).toEqual([times, 1]), patience)
    await page.told('王敏 取消的已经恢复')
    if (times === 2) await book('2026-09-22')
    await vi.waitFor(() => expect(redoNewest()).toBe(true), patience)
    if (times === 1) await vi.waitFor(async () => expect(await ahead()).toBe(0), patience)
  }
  await page.told('王敏 没到的有变化，请再看一眼')
  expect(await ahead()).toBe(2)
})
