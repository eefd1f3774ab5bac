import { beforeEach, expect, test, vi } from 'vitest'
import { watchDueTickets } from '../../electron/shells/electron/due-tickets.ts'
import { dockSign, traySign } from '../../electron/shells/electron/tray.ts'
import { wordsOf } from '../../electron/shells/words.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { tickets } from '../../shared/contract/tickets/tickets.ts'
import { asked, forgetAsked } from '../electron-stand-in/asked.ts'
import { currentTray } from '../electron-stand-in/menu-and-tray.ts'
import { heldTime, minute } from './held-time.ts'

vi.mock('electron', () => import('../electron-stand-in/electron.ts'))
beforeEach(forgetAsked)

function watch() {
  const time = heldTime('2026-09-18T01:00:00.000Z')
  const counts: number[] = []
  let total = 3
  let asks = 0
  let hear: (event: EarshotEvent) => void = () => {}
  const stop = watchDueTickets({
    call: async (name, input) => {
      asks += 1
      // The input must be one the contract takes.
      expect([name, tickets.list.input.safeParse(input).success]).toEqual(['tickets.list', true])
      return { ok: true, value: { tickets: [], total } }
    },
    on: (listener) => {
      hear = listener
      return () => {}
    },
    timers: time.timers,
    show: (count) => counts.push(count),
  })
  return {
    ...time,
    stop,
    counts,
    asks: () => asks,
    hear: (event: EarshotEvent) => hear(event),
    setTotal: (next: number) => {
      total = next
    },
  }
}

test('the number is there at the start and follows time', async () => {
  const { settle, pass, counts, setTotal } = watch()
  await settle()
  setTotal(5)
  await pass(minute)
  expect(counts).toEqual([3, 5])
})

test('a hundred changes in a second are one question', async () => {
  const { settle, pass, hear, asks } = watch()
  await settle()
  for (let change = 0; change < 100; change += 1) hear({ kind: 'changed', topics: ['tickets'] })
  hear({ kind: 'changed', topics: ['notes'] })
  await pass(1_500)
  expect(asks()).toBe(2)
  hear({ kind: 'changed', topics: ['tickets'] })
  await pass(1_500)
  expect(asks()).toBe(3)
})

test('changes of other things ask nothing', async () => {
  const { settle, pass, hear, asks } = watch()
  await settle()
  hear({ kind: 'changed', topics: ['notes', 'bookings'] })
  await pass(5_000)
  expect(asks()).toBe(1)
})

test('macOS: the number is on the dock', () => {
  dockSign.show(wordsOf('zh'), 4)
  expect(asked.badgeCount).toBe(4)
})

test('Windows and Linux: the tray says it in the chosen language, and its items act', () => {
  const actions = { open: vi.fn(), goTo: vi.fn(), quit: vi.fn() }
  const sign = traySign('/icons/tray.png', actions)
  sign.show(wordsOf('zh'), 4)
  expect(asked.tray?.tip).toBe('听线台 Earshot\n4 张工单已到期')
  sign.show(wordsOf('en'), 0)
  expect(asked.tray?.tip).toBe('听线台 Earshot\nNo tickets are due')
  expect(asked.tray?.menu.map((item) => item.label)).toEqual(['Open Earshot', 'Show tickets (0)', undefined, 'Quit'])
  currentTray()?.menu?.choose('tickets')
  currentTray()?.emit('click')
  expect(actions.goTo).toHaveBeenCalledWith('/tickets')
  expect(actions.open).toHaveBeenCalledOnce()
})
