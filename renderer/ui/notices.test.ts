import { beforeEach, expect, test, vi } from 'vitest'
import {
  dismissNoticesOfOtherPages,
  dismissUndos,
  keysMean,
  notify,
  redoNewest,
  undoNewest,
  useNotices,
} from './notices.ts'

beforeEach(() => useNotices.setState({ notices: [] }))

const titles = () => useNotices.getState().notices.map((notice) => notice.title())
/** An act that can be taken back and done again, as often as one likes. */
function act(name: string, log: string[]): void {
  const takeBack = () => {
    log.push(`${name} taken back`)
    notify({ tone: 'info', title: () => `${name} taken back`, redo: () => act(name, log) })
  }
  log.push(name)
  notify({ tone: 'success', title: () => name, undo: takeBack })
}

test('undo and redo take turns with the last thing done', () => {
  vi.useFakeTimers()
  const log: string[] = []
  act('moved', log)
  expect([redoNewest(), undoNewest(), undoNewest(), redoNewest(), redoNewest(), undoNewest()]).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
  ])
  expect(log).toEqual(['moved', 'moved taken back', 'moved', 'moved taken back'])
  expect(titles()).toEqual(['moved taken back'])
  vi.useRealTimers()
})

test('after something else was done, an older notice no longer speaks for undo', () => {
  vi.useFakeTimers()
  const log: string[] = []
  act('moved', log)
  notify({ tone: 'info', title: () => 'only words' })
  dismissUndos()
  expect([undoNewest(), titles()]).toEqual([false, ['only words']])
  vi.useRealTimers()
})

test('undo steps further back; redo follows until something new is done', () => {
  vi.useFakeTimers()
  const log: string[] = []
  act('one', log)
  act('two', log)
  const meant = keysMean(useNotices.getState().notices)
  expect([meant.undo?.title(), meant.redo]).toEqual(['two', undefined])
  expect([undoNewest(), undoNewest(), redoNewest()]).toEqual([true, true, true])
  expect(log).toEqual(['one', 'two', 'two taken back', 'one taken back', 'one'])
  act('three', log)
  expect([redoNewest(), titles()]).toEqual([false, ['one', 'three']])
  vi.useRealTimers()
})

test('a key pressed again is answered by one notice; acts that can be taken back keep one each', () => {
  vi.useFakeTimers()
  const refused = { tone: 'info', title: () => 'refused', hint: () => 'one at a time' } as const
  const first = notify(refused)
  notify({ tone: 'info', title: () => 'other' })
  vi.advanceTimersByTime(4_000)
  const again = notify(refused)
  expect(titles()).toEqual(['other', 'refused'])
  // The first one's time is over: what was said again goes on standing.
  vi.advanceTimersByTime(2_000)
  expect(useNotices.getState().notices.map(({ id }) => id)).toEqual([again])
  expect(again).not.toBe(first)
  const log: string[] = []
  act('removed', log)
  act('removed', log)
  expect(titles()).toEqual(['refused', 'removed', 'removed'])
  expect([undoNewest(), undoNewest()]).toEqual([true, true])
  vi.useRealTimers()
})

test('what belongs to one page leaves as another is opened', () => {
  notify({ tone: 'info', title: () => 'new here?', stays: true, page: '/today' })
  notify({ tone: 'failure', title: () => 'not saved' })
  dismissNoticesOfOtherPages('/today')
  expect(titles()).toEqual(['new here?', 'not saved'])
  dismissNoticesOfOtherPages('/listen')
  expect(titles()).toEqual(['not saved'])
})
