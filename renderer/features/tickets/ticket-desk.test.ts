import { beforeEach, describe, expect, test } from 'vitest'
import { useNotices } from '../../ui/notices.ts'
import {
  clearPicks,
  forgetWords,
  pickFound,
  pickRange,
  putCursor,
  searchWords,
  stepCursor,
  togglePick,
  useTicketDesk,
  viewChanged,
} from './ticket-desk.ts'

const list = ['a', 'b', 'c', 'd', 'e']
const picked = () => useTicketDesk.getState().picked
const told = () => useNotices.getState().notices.length

beforeEach(() => {
  useNotices.setState({ notices: [] })
  useTicketDesk.setState({ typed: '', text: '', cursor: null, cursorAt: 0, anchor: null })
  clearPicks()
})

describe('the cursor', () => {
  test('begins at the first row and stops at both ends', () => {
    expect(stepCursor(list, 1)).toBe('a')
    expect(stepCursor(list, -1)).toBe('a')
    expect(stepCursor(list, 99)).toBe('e')
    expect(stepCursor(list, 1)).toBe('e')
  })

  test('goes on from where its ticket stood when that ticket has left the list', () => {
    putCursor(list, 2)
    expect(stepCursor(['a', 'b', 'd', 'e'], 1)).toBe('d')
    putCursor(list, 2)
    expect(stepCursor(['a', 'b', 'd', 'e'], -1)).toBe('b')
    putCursor(list, 4)
    expect(stepCursor(['a', 'b'], 1)).toBe('b')
  })

  test('of an empty list is nowhere', () => {
    expect(stepCursor([], 1)).toBeNull()
  })
})

describe('picks', () => {
  test('a range goes from the last single pick, whichever way, and adds to what was picked', () => {
    togglePick('e')
    togglePick('c')
    pickRange(list, 1)
    expect(picked()).toEqual({ by: 'ids', ids: ['e', 'c', 'b'] })
    pickRange(list, 3)
    expect(picked()).toEqual({ by: 'ids', ids: ['e', 'c', 'b', 'd'] })
  })

  test('a range without a single pick before it begins at the cursor', () => {
    putCursor(list, 1)
    pickRange(list, 2)
    expect(picked()).toEqual({ by: 'ids', ids: ['b', 'c'] })
  })

  test('everything found is taken back by another question, which says so; single picks are not', () => {
    pickFound()
    expect(togglePick('a')).toBe(false)
    searchWords('尿')
    expect({ picked: picked(), told: told() }).toEqual({ picked: { by: 'ids', ids: [] }, told: 1 })
    togglePick('a')
    viewChanged()
    forgetWords()
    expect({ picked: picked(), told: told() }).toEqual({ picked: { by: 'ids', ids: ['a'] }, told: 1 })
  })

  test('the same question again takes nothing back', () => {
    searchWords('尿')
    pickFound()
    searchWords('尿')
    expect(picked()).toEqual({ by: 'found' })
  })
})
