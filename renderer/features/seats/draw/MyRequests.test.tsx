import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DrawWindow, DrawWish } from '../../../../shared/contract/seats/draws.ts'
import { aRoom } from '../../../../test/builders/board.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { monday, slotAt } from '../../../../test/builders/drawing.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { theRooms } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { drawRefusalWords } from './draw-words.ts'
import { myDraws } from './draws.queries.ts'
import { MyRequests } from './MyRequests.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

test('a request that another window takes out while it is being changed: who did it is told, and nothing waits for a form that is gone', async () => {
  const me = await accepted(
    page.client.people.add({ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  await accepted(page.client.settings.save({ me: me.id }))
  const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const wish = { togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('09:00')] }
  const request = await accepted(page.client.draws.handIn({ windowId: window.id, personId: me.id, ...wish }))
  const Live = ({ of }: { of: DrawWindow }) => {
    const requests = useQuery(myDraws(me.id)).data
    return requests && <MyRequests window={of} me={me.id} requests={requests} isClosed={false} onWriting={() => {}} />
  }
  page.show(<Live of={window} />)
  await page.user.click(await screen.findByRole('button', { name: /^改志愿/ }, patience))
  await page.user.click(await screen.findByLabelText('接线', {}, patience))
  await accepted(page.client.draws.withdraw({ requestId: request.id }))
  expect((await page.told('撤回了')).title).toMatch(/^王敏 .*撤回了 王敏 的申请$/)
  screen.getByText('你正在改的没有存。')
  expect(screen.queryByText(/还没做完/)).toBeNull()
  // The keys go on in what stands there now, the form for a new one.
  await waitFor(() => expect(document.activeElement).not.toBe(document.body))
})

test('a request that is gone, and nobody took it out: it is said so, and not that they did who took out an earlier one', async () => {
  const me = await accepted(
    page.client.people.add({ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  await accepted(page.client.settings.save({ me: me.id }))
  const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const wish = { togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('09:00')] }
  const asking = { windowId: window.id, personId: me.id, ...wish }
  const earlier = await accepted(page.client.draws.handIn(asking))
  await accepted(page.client.draws.withdraw({ requestId: earlier.id }))
  const request = await accepted(page.client.draws.handIn(asking))
  let shows: (requests: readonly DrawWish[]) => void = () => {}
  const Live = () => {
    const [requests, setRequests] = useState<readonly DrawWish[]>([request])
    shows = setRequests
    return <MyRequests window={window} me={me.id} requests={requests} isClosed={false} onWriting={() => {}} />
  }
  page.show(<Live />)
  await page.user.click(await screen.findByRole('button', { name: /^改志愿/ }, patience))
  await page.user.click(await screen.findByLabelText('接线', {}, patience))
  act(() => shows([]))
  await page.told('王敏 的这个申请已经不在了')
  screen.getByText('你正在改的没有存。')
  expect(page.noticeCount()).toBe(1)
})

test('what one wrote waits for them, and is not asked for by whoever sits here next', async () => {
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const [wang, li] = [
    await accepted(page.client.people.add({ ...wish, name: '王敏' })),
    await accepted(page.client.people.add({ ...wish, name: '李强' })),
  ]
  const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const Form = ({ me }: { me: string }) => (
    <MyRequests window={window} me={me} requests={[]} isClosed={false} onWriting={() => {}} />
  )
  let sits: (me: string) => void = () => {}
  const Live = () => {
    const [me, setMe] = useState(wang.id)
    sits = setMe
    return <Form me={me} />
  }
  page.show(<Live />)
  const isOn = (name: RegExp) => screen.findByRole('button', { name, pressed: true }, patience)
  await page.user.click(await screen.findByRole('button', { name: /^09:00/ }, patience))
  await isOn(/^09:00/)
  act(() => sits(li.id))
  await screen.findByDisplayValue(/李强/, {}, patience)
  expect(screen.queryByRole('button', { pressed: true })).toBeNull()
  act(() => sits(wang.id))
  await isOn(/^09:00/)
})

test('who is off the list stands in the request and in its form as such, and only what is taken out there goes', async () => {
  const person = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  const [me, gao, zhou] = [await person('王敏'), await person('高翔'), await person('周敏')]
  await accepted(page.client.settings.save({ me: me.id }))
  const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const wish = { purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('09:00')] }
  const together = { ...wish, togetherWith: [gao.id, zhou.id] }
  await accepted(page.client.draws.handIn({ windowId: window.id, personId: me.id, ...together }))
  await accepted(page.client.people.remove({ personId: gao.id, seenVersion: gao.version }))
  const Live = () => {
    const requests = useQuery(myDraws(me.id)).data
    return (
      requests && <MyRequests window={window} me={me.id} requests={requests} isClosed={false} onWriting={() => {}} />
    )
  }
  page.show(<Live />)
  await screen.findByText(/和 高翔（不在名单上）.*周敏 一起/, {}, patience)
  const asked = async () => (await accepted(page.client.draws.mine({}))).map(({ togetherWith }) => togetherWith)
  await page.user.click(await screen.findByRole('button', { name: /^改志愿/ }, patience))
  screen.getByRole('button', { name: /高翔（不在名单上）/ })
  await page.user.click(await screen.findByLabelText('接线', {}, patience))
  await page.user.click(screen.getByRole('button', { name: /^保存志愿/ }))
  await page.told('志愿已保存')
  expect(await asked()).toEqual([[gao.id, zhou.id]])
  await page.user.click(await screen.findByRole('button', { name: /^改志愿/ }, patience))
  await page.user.click(screen.getByRole('button', { name: /高翔（不在名单上）/ }))
  await page.user.click(screen.getByRole('button', { name: /^保存志愿/ }))
  await waitFor(async () => expect(await asked()).toEqual([[zhou.id]]), patience)
})

test('a wish that is not offered any more is told by the clock of its room', () => {
  const berlin = { ...aRoom({ timeZone: 'Europe/Berlin' }), id: 'berlin', name: '柏林室' }
  queryClient.setQueryData(theRooms.queryKey, [aRoom(), berlin])
  const detail = { slotId: 'berlin 2026-12-01T23:00:00.000Z' }
  const { hint } = drawRefusalWords({ ok: false, code: 'not_offered', detail }, textsOf('draws'), placeNow())
  expect(hint).toContain('柏林室 12月2日 周三 00:00 (UTC+1)')
})
