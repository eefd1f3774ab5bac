import { describe, expect, test } from 'vitest'
import { addressOf, filterOf, firstView, isNarrowed, type TicketView, viewOf } from './ticket-view.ts'

const narrow: TicketView = {
  state: 'paused',
  sort: 'priority',
  priorities: [1, 2],
  issueTypeId: 'coupon',
  department: '物流部 & 仓储',
  openedFrom: '2026-11-01',
  openedTo: '2026-11-21',
  isOverdue: true,
}

describe('the address', () => {
  test('of the plain list is empty, and an empty one is the plain list', () => {
    expect(addressOf(firstView).toString()).toBe('')
    expect(viewOf(new URLSearchParams())).toEqual(firstView)
  })

  test('gives back every choice it was made of', () => {
    expect(viewOf(new URLSearchParams(addressOf(narrow).toString()))).toEqual(narrow)
  })

  test('with nonsense in it is read as if the nonsense were not there', () => {
    const address = new URLSearchParams(
      'state=gone&sort=colour&priority=1,9,x&from=2026-02-31&to=soon&overdue=yes&type=',
    )
    expect(viewOf(address)).toEqual({ ...firstView, priorities: [1] })
  })
})

describe('the filter', () => {
  test('has both days of the range whole, in the room’s zone', () => {
    const { openedFrom, openedTo } = filterOf(narrow, '', 'Asia/Shanghai')
    expect([openedFrom, openedTo]).toEqual(['2026-10-31T16:00:00.000Z', '2026-11-21T16:00:00.000Z'])
  })

  test('asks for the states of the quick choice, none for all, and for the trimmed words', () => {
    expect(filterOf(narrow, ' 尿 ', 'UTC')).toMatchObject({
      text: '尿',
      states: ['awaiting_information', 'awaiting_third_party'],
      isOverdue: true,
    })
    expect(filterOf({ ...firstView, state: 'all' }, '', 'UTC').states).toEqual([])
  })
})

test('states and order do not narrow; words, days, owners and lateness do', () => {
  expect(isNarrowed({ ...firstView, state: 'ended', sort: 'number' }, ' ')).toBe(false)
  expect(isNarrowed(firstView, '尿')).toBe(true)
  expect(isNarrowed({ ...firstView, isOverdue: true }, '')).toBe(true)
  expect(isNarrowed({ ...firstView, openedTo: '2026-11-21' }, '')).toBe(true)
})
