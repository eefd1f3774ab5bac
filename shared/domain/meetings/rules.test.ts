import { describe, expect, test } from 'vitest'
import { defaultCalendar } from '../house/default-calendar.ts'
import { agreedDeadline } from './agreed-deadline.ts'
import { meetingClock, meetingTime } from './meeting-clock.ts'
import { isSolvedOnTheSpot } from './solved-on-the-spot.ts'

describe('solved on the spot', () => {
  const hungUpAt = '2026-09-18T02:00:00.000Z'
  const inTime = '2026-09-18T04:00:00.000Z'
  const late = '2026-09-18T04:00:00.001Z'
  const closed = (closedAt: string) => ({ state: 'closed' as const, closedAt })
  const said = { hungUpAt, solvedAt: inTime, openLines: 0, tickets: [] }
  const unsaid = { ...said, solvedAt: null }
  const open = { state: 'in_progress' as const, closedAt: null }
  test.each([
    ['said within two hours', said, true],
    ['said too late', { ...said, solvedAt: late }, false],
    ['said while a line waits for what comes of it', { ...said, openLines: 1 }, false],
    ['said while a ticket is open', { ...said, tickets: [closed(inTime), open] }, false],
    ['said, and a ticket closed too late', { ...said, tickets: [closed(late)] }, false],
    ['all tickets closed in time', { ...unsaid, tickets: [closed(inTime), closed(hungUpAt)] }, true],
    ['one closed too late', { ...unsaid, tickets: [closed(inTime), closed(late)] }, false],
    ['one rejected', { ...unsaid, tickets: [{ state: 'rejected' as const, closedAt: inTime }] }, false],
    ['one only resolved', { ...unsaid, tickets: [{ state: 'resolved' as const, closedAt: null }] }, false],
    ['nothing came of it', unsaid, false],
    ['still heard', { ...said, hungUpAt: null }, null],
  ])('%s', (_, facts, solved) => {
    expect(isSolvedOnTheSpot(facts)).toBe(solved)
  })
})

describe('the deadline of an agreed day', () => {
  const due = (date: string, now = '2026-09-18T02:00:00.000Z') => agreedDeadline(date, now, defaultCalendar)
  test('is the end of its working hours, also on a day off', () => {
    expect(due('2026-09-21')).toBe('2026-09-21T10:00:00.000Z')
    expect(due('2026-09-26')).toBe('2026-09-26T10:00:00.000Z')
  })
  test('is the end of the day where its hours are over', () => {
    expect(due('2026-09-18', '2026-09-18T11:00:00.000Z')).toBe('2026-09-18T16:00:00.000Z')
  })
})

describe('the clock of a meeting', () => {
  const at = (minutes: number, seconds = 0) => meetingClock((minutes * 60 + seconds) * 1000)
  test('tells what is left, that little is, and how far it is over', () => {
    expect([at(0), at(9, 59), at(10), at(15), at(15, 42)].map((clock) => [meetingTime(clock), clock.state])).toEqual([
      ...[
        ['15:00', 'runs'],
        ['5:01', 'runs'],
        ['5:00', 'soon'],
        ['+0:00', 'over'],
        ['+0:42', 'over'],
      ],
    ])
  })
})
