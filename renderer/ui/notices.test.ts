import { beforeEach, expect, test, vi } from 'vitest'
import {
  dismissNotice,
  dismissNoticesOfOtherPages,
  dismissUndos,
  inSight,
  keysMean,
  noticesOf,
  notify,
  notifySuccess,
  putAway,
  redoNewest,
  undoLast,
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

test('what was done last is taken back by its key also when its notice has gone, until something else is done', () => {
  vi.useFakeTimers()
  const undone: string[] = []
  const act = (name: string) => notifySuccess(() => name, { undo: () => void undone.push(name), pile: 'tickets' })
  act('改了 3 张')
  vi.advanceTimersByTime(60_000)
  expect(useNotices.getState().notices).toEqual([])
  expect([undoLast(), undoLast()]).toEqual([true, false])
  act('改了 5 张')
  vi.advanceTimersByTime(60_000)
  dismissUndos()
  expect(undoLast()).toBe(false)
  act('一')
  act('二')
  vi.advanceTimersByTime(60_000)
  expect([undoLast(), undoLast()]).toEqual([true, false])
  act('三')
  vi.advanceTimersByTime(60_000)
  noticesOf('01930000-0000-7000-8000-000000000009')
  expect(undoLast()).toBe(false)
  noticesOf(null)
  act('四')
  vi.advanceTimersByTime(60_000)
  dismissNoticesOfOtherPages('/today')
  expect(undoLast()).toBe(false)
  notifySuccess(() => '误报', { undo: () => void undone.push('误报') })
  vi.advanceTimersByTime(60_000)
  expect(undoLast()).toBe(false)
  expect(undone).toEqual(['改了 3 张', '二'])
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

test('what did not work leaves with its page once it was read; what is still to be done stands on each', () => {
  vi.useFakeTimers()
  const refuse = (name: string, more: object = {}) => notify({ tone: 'failure', title: () => name, ...more })
  refuse('not moved')
  refuse('not kept', { stays: true })
  refuse('to be copied', { byHand: 'words' })
  notify({ tone: 'success', title: () => '1 stayed on the list', stays: 'on_page' })
  vi.advanceTimersByTime(60_000)
  expect(titles()).toEqual(['not moved', 'not kept', 'to be copied', '1 stayed on the list'])
  refuse('told while a page opens')
  dismissNoticesOfOtherPages('/seats')
  expect(titles()).toEqual(['not kept', 'to be copied', 'told while a page opens'])
  refuse('to be tried again', { action: { label: () => 'again', run: () => {} } })
  vi.advanceTimersByTime(60_000)
  dismissNoticesOfOtherPages('/tickets')
  expect(titles()).toEqual(['not kept', 'to be copied', 'to be tried again'])
  vi.useRealTimers()
})

test('of a pile the latest alone is in sight, the keys go through those beneath, and all of it goes with the latest', () => {
  vi.useFakeTimers()
  const done = (name: string) => notify({ tone: 'success', title: () => name, undo: () => back(name), pile: 'seats' })
  const back = (name: string) =>
    notify({ tone: 'info', title: () => `${name} back`, redo: () => again(name), pile: 'seats' })
  const again = (name: string) =>
    notify({ tone: 'success', title: () => `${name} again`, undo: () => back(name), isAgain: true, pile: 'seats' })
  const seen = () => inSight(useNotices.getState().notices).map(({ title }) => title())
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    done(name)
    vi.advanceTimersByTime(5_000)
  }
  notify({ tone: 'info', title: () => 'words' })
  expect(seen()).toEqual(['6', 'words'])
  const shown: (string | undefined)[] = []
  for (let step = 0; step < 6; step += 1) {
    undoNewest()
    shown.push(seen().at(-1))
  }
  expect(shown).toEqual(['6 back', '5 back', '4 back', '3 back', '2 back', '1 back'])
  expect(undoNewest()).toBe(false)
  for (let step = 0; step < 6; step += 1) redoNewest()
  expect([seen().at(-1), redoNewest()]).toEqual(['6 again', false])
  undoNewest()
  done('7')
  expect([redoNewest(), seen().at(-1)]).toEqual([false, '7'])
  vi.advanceTimersByTime(10_000)
  expect(titles()).toEqual([])
  vi.useRealTimers()
})

test('what comes into sight again after its time goes at once, however those above it went', () => {
  vi.useFakeTimers()
  const step = (name: string, undo: () => void = () => tellBack(name)) =>
    notify({ tone: 'success', title: () => name, undo, pile: 'seats' })
  const tellBack = (name: string) =>
    void notify({ tone: 'info', title: () => `${name} back`, redo: () => {}, pile: 'seats' })
  const refused = () => {}
  /** The first step's time is over, and what was taken back lies on it. */
  const twoStepsAndBack = (undoFirst?: () => void) => {
    step('1', undoFirst)
    vi.advanceTimersByTime(8_000)
    step('2')
    vi.advanceTimersByTime(4_000)
    undoNewest()
    expect(titles()).toEqual(['1', '2 back'])
  }
  const log: string[] = []
  twoStepsAndBack()
  act('claimed', log)
  expect(titles()).toEqual(['claimed'])
  expect([undoNewest(), undoNewest()]).toEqual([true, false])
  useNotices.setState({ notices: [] })
  // What was refused has nothing to take back, and its words go with the rest.
  twoStepsAndBack(refused)
  undoNewest()
  dismissUndos()
  expect(titles()).toEqual([])
  // On a pile that goes on it waits as before.
  twoStepsAndBack()
  step('3')
  expect(titles()).toEqual(['1', '3'])
  vi.advanceTimersByTime(12_000)
  expect(titles()).toEqual([])
  // What still has time is seen until then.
  step('1')
  step('2')
  undoNewest()
  act('claimed', log)
  expect(titles()).toEqual(['1', 'claimed'])
  vi.advanceTimersByTime(12_000)
  expect(titles()).toEqual([])
  vi.useRealTimers()
})

test('what stands until it is closed is not pushed out by what passes', () => {
  vi.useFakeTimers()
  notify({ tone: 'info', title: () => 'reminder', stays: true })
  const log: string[] = []
  for (const name of ['1', '2', '3', '4', '5']) act(name, log)
  expect(titles()).toEqual(['reminder', '3', '4', '5'])
  // Nor is a pile by its own next step.
  for (const name of ['6', '7']) notify({ tone: 'success', title: () => name, undo: () => {}, pile: 'seats' })
  expect(titles()).toEqual(['reminder', '4', '5', '6', '7'])
  for (const name of ['8', '9']) act(name, log)
  notify({ tone: 'success', title: () => '10', undo: () => {}, pile: 'seats' })
  expect(titles()).toEqual(['reminder', '6', '7', '8', '9', '10'])
  notify({ tone: 'success', title: () => '11', undo: () => {}, pile: 'seats' })
  expect(titles()).toEqual(['reminder', '6', '7', '8', '9', '10', '11'])
  vi.useRealTimers()
})

test('what stands until it is closed lies beside its pile: the next steps neither cover it nor take it away', () => {
  vi.useFakeTimers()
  const seen = () => inSight(useNotices.getState().notices).map(({ title }) => title())
  const step = (name: string) => notify({ tone: 'success', title: () => name, undo: () => {}, pile: 'house' })
  step('1')
  notify({ tone: 'success', title: () => '3 stayed', stays: true, pile: 'house' })
  notify({ tone: 'success', title: () => '2 not', stays: true, undo: () => step('2 not, back'), pile: 'house' })
  notify({ tone: 'failure', title: () => 'not written', pile: 'house' })
  // Nor do they keep what has had its time.
  expect(seen()).toEqual(['1', '3 stayed', '2 not', 'not written'])
  vi.advanceTimersByTime(10_000)
  expect(titles()).toEqual(['3 stayed', '2 not', 'not written'])
  step('2')
  step('3')
  expect(seen()).toEqual(['3 stayed', '2 not', 'not written', '3'])
  // The key goes through all of them in their order.
  expect([undoNewest(), undoNewest(), undoNewest()]).toEqual([true, true, true])
  expect(seen()).toEqual(['3 stayed', 'not written', '2 not, back'])
  for (const notice of useNotices.getState().notices.slice(-1)) putAway(notice)
  expect(titles()).toEqual(['3 stayed', 'not written'])
  // Closed, it takes nothing with it.
  step('4')
  for (const notice of useNotices.getState().notices.slice(0, 1)) putAway(notice)
  expect(titles()).toEqual(['not written', '4'])
  // It is of whoever did it.
  noticesOf('a')
  notify({ tone: 'success', title: () => '5 stayed', stays: true, pile: 'house' })
  noticesOf('b')
  expect(titles()).not.toContain('5 stayed')
  noticesOf('a')
  expect(titles()).toContain('5 stayed')
  useNotices.setState({ notices: [] })
  noticesOf(null)
  vi.useRealTimers()
})

test('each has their own notices; what was taken back can be done again after somebody else sat here, until its time is over', () => {
  vi.useFakeTimers()
  const log: string[] = []
  noticesOf('a')
  notify({ tone: 'failure', title: () => 'the folder is away' })
  act('moved', log)
  undoNewest()
  notify({ tone: 'success', title: () => 'b sits here', isOfDesk: true, undo: () => {} })
  noticesOf('b')
  expect(titles()).toEqual(['the folder is away', 'b sits here'])
  expect(redoNewest()).toBe(false)
  noticesOf('a')
  expect(titles()).toEqual(['the folder is away', 'moved taken back', 'b sits here'])
  noticesOf('b')
  vi.advanceTimersByTime(10_000)
  noticesOf('a')
  expect(titles()).toEqual(['the folder is away'])
  noticesOf(null)
  vi.useRealTimers()
})

test('what became untrue while somebody else sat here is offered to nobody who comes back; what they put away is theirs alone', () => {
  noticesOf('a')
  const joined = notify({ tone: 'success', title: () => 'joined', undo: () => {} })
  noticesOf('b')
  dismissNotice(joined)
  noticesOf('a')
  expect(titles()).toEqual([])
  notify({ tone: 'success', title: () => 'moved', undo: () => {}, pile: 'seats' })
  noticesOf('b')
  notify({ tone: 'success', title: () => 'cancelled', undo: () => {}, pile: 'seats' })
  for (const notice of useNotices.getState().notices) putAway(notice)
  noticesOf('a')
  expect(titles()).toEqual(['moved'])
  noticesOf('b')
  dismissUndos()
  noticesOf('a')
  expect(titles()).toEqual([])
  noticesOf(null)
})
