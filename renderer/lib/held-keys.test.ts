import { describe, expect, test } from 'vitest'
import { allKeys } from '../app/all-keys.ts'
import { holdsStill } from './held-keys.ts'
import { actionIds, actionOf, collectKeys } from './key-map.ts'

collectKeys(allKeys)

const page = {
  ...{ isTextField: false, isOneLine: false, hasText: false },
  ...{ isTouched: false, isPressable: false, isWalked: false },
}
const button = { ...page, isPressable: true }
const box = { ...page, isTextField: true, hasText: true }
const line = { ...box, isOneLine: true }

describe('a key held down', () => {
  test.each([
    ['Mod+n', box, 'acts once', true],
    ['Alt+n', page, 'acts once', true],
    ['Mod+Enter', box, 'acts once', true],
    ['m', page, 'acts once', true],
    ['Escape', page, 'acts once', true],
    ['Escape', line, 'none', true],
    ['Enter', button, 'none', true],
    ['Space', button, 'none', true],
    ['1', page, 'none', true],
    ['Enter', line, 'none', true],
    ['Enter', box, 'none', false],
    ['Backspace', line, 'none', false],
    ['a', line, 'none', false],
    ['Mod+z', { ...box, isTouched: true }, 'acts once', false],
    ['Mod+z', box, 'acts once', true],
    ['Mod+v', box, 'none', false],
    ['j', page, 'repeats', false],
    ['Alt+PageDown', box, 'repeats', false],
    ['ArrowDown', page, 'acts once', false],
    ['Shift+ArrowDown', page, 'none', false],
    ['Tab', button, 'none', false],
    ['Mod+-', page, 'none', false],
  ] as const)('%s on %o, where it %s: does nothing more %s', (press, focused, action, isStill) => {
    expect(holdsStill(press, focused, action, false)).toBe(isStill)
  })

  test.each([
    ['e', box, 'none', true],
    ['Enter', box, 'none', true],
    ['Delete', box, 'none', true],
    ['j', line, 'repeats', true],
    ['Mod+k', line, 'none', true],
    ['j', page, 'repeats', false],
    ['Alt+PageDown', box, 'repeats', false],
    ['ArrowDown', line, 'none', false],
    ['Tab', box, 'none', false],
  ] as const)('%s that went down elsewhere, now on %o, where it %s: does nothing more %s', (...beat) => {
    const [press, focused, action, isStill] = beat
    expect(holdsStill(press, focused, action, true)).toBe(isStill)
  })

  test('only what walks goes on', () => {
    expect(actionIds().filter((id) => actionOf(id).repeats)).toEqual([
      'today.down',
      'today.up',
      'seats.previous',
      'seats.next',
      'seats.move',
      'seats.moveDay',
      'seats.extend',
      'draws.down',
      'draws.up',
      'draws.previousPage',
      'draws.nextPage',
      'duty.down',
      'duty.up',
      'listen.previousCall',
      'listen.followingCall',
      'silver.down',
      'silver.up',
      ...(['meetings.down', 'meetings.up', 'meetings.previousPage', 'meetings.nextPage'] as const),
      'review.down',
      'review.up',
      'sessions.down',
      'sessions.up',
      'sessions.previousPage',
      'sessions.nextPage',
      'tickets.down',
      'tickets.up',
      'tickets.extendDown',
      'tickets.extendUp',
      'exports.down',
      'exports.up',
      'calendar.previousYear',
      'calendar.nextYear',
      'calendar.move',
      'calendar.extend',
      'life.down',
      'life.up',
      'agents.down',
      'agents.up',
      'people.down',
      'people.up',
      'settings.down',
      'settings.up',
    ])
  })
})
