import { expect, test, vi } from 'vitest'
import { upgradingFile } from './upgrading.ts'

test('a thread that dies leaves a reason on screen and the error in the log', async () => {
  const died = new Error('no such entry')
  const [upgraded, surprised] = [vi.fn(), vi.fn()]
  const upgrading = upgradingFile({
    file: { state: () => 'upgrading', upgraded },
    begin: () => ({ ended: Promise.reject(died), progress: vi.fn(), stop: vi.fn() }),
    tell: () => {},
    done: () => {},
    surprised,
  })
  await upgrading.settled()
  expect(upgraded.mock.calls).toEqual([[{ kind: 'unreadable', code: null }]])
  expect(surprised.mock.calls).toEqual([[died]])
})
