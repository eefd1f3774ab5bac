import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { monday, slotAt } from '../../../../test/builders/drawing.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../../ui/notices.ts'
import { changeRequest, handIn, withdraw } from './draws.actions.ts'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

test('handed in, changed twice and withdrawn: the keys take back step after step and do it all again', async () => {
  const me = await accepted(
    page.client.people.add({ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  await accepted(page.client.settings.save({ me: me.id }))
  const window = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const mine = async () => (await accepted(page.client.draws.mine({})))[0]
  const becomes = (...hours: string[]) =>
    vi.waitFor(async () => expect((await mine())?.wishes ?? []).toEqual(hours.map((hour) => slotAt(hour))), patience)
  const wish = (...hours: string[]) => ({
    ...{ togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: hours.map((hour) => slotAt(hour)) },
  })
  const change = async (...hours: string[]) => {
    const request = await mine()
    if (request === undefined) throw new Error('nothing was handed in')
    expect(await changeRequest(request, wish(...hours), { version: request.version })).toBe(true)
  }
  expect(await handIn(window.id, me.id, wish('09:00'))).toBe(true)
  await change('10:00')
  await change('10:00', '09:00')
  const request = await mine()
  if (request !== undefined) await withdraw(request)

  const seen = [[], ['09:00'], ['10:00'], ['10:00', '09:00'], []]
  const back = async () => {
    for (const before of seen.slice(0, -1).reverse()) {
      expect(undoNewest()).toBe(true)
      await becomes(...before)
    }
    expect(undoNewest()).toBe(false)
  }
  await back()
  for (const after of seen.slice(1)) {
    await vi.waitFor(() => expect(redoNewest()).toBe(true), patience)
    await becomes(...after)
  }
  await back()
})
