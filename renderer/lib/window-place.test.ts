import { expect, test } from 'vitest'
import type { WindowPlace } from '../../shared/contract/house/settings.ts'
import { followWindowPlace } from './window-place.ts'

function aPage(place: Partial<{ screenX: number; screenY: number; outerWidth: number; outerHeight: number }> = {}) {
  const heard = new Map<string, () => void>()
  const moved: number[][] = []
  const page = {
    ...{ screenX: 100, screenY: 50, outerWidth: 1360, outerHeight: 860, ...place },
    screen: { availLeft: 0, availTop: 0, availWidth: 1920, availHeight: 1040 },
    moveTo: (x: number, y: number) => void moved.push([x, y]),
    addEventListener: (name: string, listener: () => void) => void heard.set(name, listener),
  }
  const told: WindowPlace[] = []
  followWindowPlace(page as unknown as Parameters<typeof followWindowPlace>[0], (now) => told.push(now))
  return { page, told, moved, raise: (name: string) => heard.get(name)?.() }
}

test('main is told when the window is left, and only of what changed', () => {
  const { page, told, raise } = aPage()
  raise('blur')
  raise('blur')
  Object.assign(page, { screenX: 240 })
  raise('pagehide')
  expect(told).toEqual([
    { x: 100, y: 50, width: 1360, height: 860, isMaximized: false },
    { x: 240, y: 50, width: 1360, height: 860, isMaximized: false },
  ])
})

test('a window that fills the display is maximized, one in the taskbar is not remembered', () => {
  const large = aPage({ screenX: 0, screenY: 0, outerWidth: 1920, outerHeight: 1040 })
  large.raise('blur')
  expect(large.told).toEqual([{ x: 0, y: 0, width: 1920, height: 1040, isMaximized: true }])
  const small = aPage({ outerWidth: 160, outerHeight: 28 })
  small.raise('blur')
  expect(small.told).toEqual([])
})

test.each([
  [{ screenX: 5_000 }, [[0, 0]]],
  [{ screenX: -1_350 }, [[0, 0]]],
  [{ screenY: 1_030 }, [[0, 0]]],
  [{ screenX: -40 }, []],
  [{}, []],
])('a window at %j on a display that is gone comes back: %j', (place, moves) => {
  expect(aPage(place).moved).toEqual(moves)
})
