import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HitBooking } from '../../../../../shared/contract/house/rooms.ts'
import { patience } from '../../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../../test/builders/window.tsx'
import { HitsDialog } from './HitsDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const hit = (bookingId: string, change: Partial<HitBooking> = {}): HitBooking => ({
  ...{ bookingId, personName: `王${bookingId}`, seatNumber: 1, reason: 'closed_day', name: null, isRunning: false },
  ...{ startsAt: '2026-11-11T02:00:00.000Z', endsAt: '2026-11-11T03:00:00.000Z', ...change },
})

async function aDialog(count: number) {
  const onSave = vi.fn(async () => false)
  const hits = [hit('1', { isRunning: true }), hit('2'), hit('3')]
  const asked = { mark: 'mark', about: 'rules', roomId: 'room', waits: [], draws: [], isBusy: false } as const
  page.show(<HitsDialog {...asked} hits={hits} count={count} onSave={onSave} onClose={() => {}} />)
  await page.user.click(await screen.findByRole('radio', { name: '取消选中的' }, patience))
  await page.user.type(screen.getByLabelText('取消的原因'), '盘点')
  return { onSave, press: (name: string) => page.user.click(screen.getByRole('button', { name })) }
}
const tick = (name: string | RegExp) => page.user.click(screen.getByRole('checkbox', { name }))

test('those that are not listed are cancelled with the others, or stay', async () => {
  const { onSave, press } = await aDialog(5_460)
  await press('取消 5,459 个预约并保存')
  expect(onSave).toHaveBeenLastCalledWith({ bookingIds: ['2', '3'], withUnlisted: true, reason: '盘点' })
  await tick('没列出的 5,457 个')
  await press('取消 2 个预约并保存')
  expect(onSave).toHaveBeenLastCalledWith({ bookingIds: ['2', '3'], withUnlisted: false, reason: '盘点' })
})

test('where no reason is written, it is asked for in its field', async () => {
  const { onSave, press } = await aDialog(3)
  await page.user.clear(screen.getByLabelText('取消的原因'))
  await press('取消 2 个预约并保存')
  screen.getByText('请写上原因，被取消的人会看到')
  expect(document.activeElement).toBe(screen.getByLabelText('取消的原因'))
  expect(onSave).not.toHaveBeenCalled()
})

test('its form is sent from the keyboard as by its button', async () => {
  const { onSave } = await aDialog(3)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ bookingIds: ['2', '3'], withUnlisted: false, reason: '盘点' })
})

test('one of many is chosen by choosing none of them first; where all are listed nothing is said of others', async () => {
  const { onSave, press } = await aDialog(3)
  expect(screen.queryByRole('checkbox', { name: /没列出/ })).toBeNull()
  await tick('列出的 2 个')
  await tick(/^取消 王3 1号席/)
  await press('取消 1 个预约并保存')
  expect(onSave).toHaveBeenLastCalledWith({ bookingIds: ['3'], withUnlisted: false, reason: '盘点' })
})

test('a list that changes meanwhile is said to have, and takes nothing of what was chosen and written', async () => {
  const onSave = vi.fn(async () => false)
  const asked = {
    about: 'rules',
    roomId: 'room',
    waits: [],
    draws: [],
    isBusy: false,
    onSave,
    onClose: () => {},
  } as const
  let change = () => {}
  function Asked() {
    const [isLater, setIsLater] = useState(false)
    change = () => setIsLater(true)
    const hits = isLater ? [hit('2'), hit('3'), hit('4')] : [hit('2'), hit('3')]
    return <HitsDialog {...asked} mark={isLater ? 'after' : 'before'} hits={hits} count={hits.length} />
  }
  page.show(<Asked />)
  await page.user.click(await screen.findByRole('radio', { name: '取消选中的' }, patience))
  await page.user.type(screen.getByLabelText('取消的原因'), '盘点')
  await tick(/^取消 王3 1号席/)
  expect(screen.queryByRole('alert')).toBeNull()
  act(() => change())
  await screen.findByRole('alert')
  // Nobody saw the new one yet: it is not cancelled with the others.
  await page.user.click(screen.getByRole('button', { name: '取消 1 个预约并保存' }))
  expect(onSave).toHaveBeenLastCalledWith({ bookingIds: ['2'], withUnlisted: false, reason: '盘点' })
  await tick(/^取消 王4 1号席/)
  await page.user.click(screen.getByRole('button', { name: '取消 2 个预约并保存' }))
  expect(onSave).toHaveBeenLastCalledWith({ bookingIds: ['2', '4'], withUnlisted: false, reason: '盘点' })
})

test('rules that hit nobody’s booking say who waits and what is drawn, and are saved all the same', async () => {
  const onSave = vi.fn(async () => true)
  const asked = { mark: 'mark', about: 'rules', roomId: 'room', isBusy: false, hits: [], count: 0 } as const
  const waits = [
    { waitId: '1', personName: '王敏', date: '2026-11-12', from: '10:00', to: '11:00', isHeld: false },
    { waitId: '2', personName: '李强', date: '2026-11-12', from: '10:00', to: '11:00', isHeld: true },
  ]
  const draws = [{ windowId: '3', from: '2026-11-12', to: '2026-11-12', closesAt: '2026-11-11T02:00:00.000Z' }]
  page.show(<HitsDialog {...asked} waits={waits} draws={draws} onSave={onSave} onClose={() => {}} />)
  await screen.findByRole('dialog', { name: '新规则会碰到候补或排位' }, patience)
  screen.getByText(/^王敏 在候补 .*：新规则下没有这样的位子，等不到了$/)
  screen.getByText(/^李强 在候补.*已为 TA 留了位：新规则下没有这样的位子，留位会收回$/)
  screen.getByText(/的公平排位还开着.*：新规则下没有的席位不再参加$/)
  await page.user.click(screen.getByRole('button', { name: '照样保存' }))
  expect(onSave).toHaveBeenLastCalledWith(null)
})
