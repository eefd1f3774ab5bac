import { beforeEach, describe, expect, test } from 'vitest'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import { defaultIssueTypes } from '../../../test/builders/issue-types.ts'
import {
  chosenNotes,
  clearDesk,
  lackingIn,
  moveCursor,
  proposeForm,
  toggleCall,
  toggleNote,
  typeInForm,
  useReviewDesk,
} from './review-desk.ts'

const note = (id: string, change: Partial<Note> = {}): Note => ({
  id,
  callId: 'call-1',
  kind: 'voice',
  text: '喂你好，我上周买的纸尿裤今天降价了，能不能补差价？我都等了三天了。',
  offsetMs: 134_000,
  issueTypeId: null,
  createdAt: '2026-11-21T01:00:00.000Z',
  editedAt: null,
  ticketId: null,
  version: 0,
  ...change,
})
const type = (id: string, digit: number, department: string): IssueType => ({
  id,
  nameZh: id,
  nameEn: id,
  digit,
  limit: { amount: 4, unit: 'hours' },
  department,
})
const types = [type('coupon', 1, '营销部'), type('delivery', 3, '物流部')]

beforeEach(clearDesk)

describe('the proposal', () => {
  test('takes title from the first voice, type from most notes, department from the type', () => {
    const notes = [
      note('a', { kind: 'view', text: '规则没写清楚', issueTypeId: 'delivery' }),
      note('b', { issueTypeId: 'coupon' }),
      note('c', { issueTypeId: 'coupon' }),
    ]
    expect(proposeForm(notes, types, {})).toEqual({
      title: '我上周买的纸尿裤今天降价了，能不能补差价？',
      issueTypeId: 'coupon',
      isGuessed: false,
      priority: 3,
      department: '营销部',
    })
  })

  test('guesses the type from the words where nobody chose one for any of the notes, and says it is a guess', () => {
    const [one, two] = [note('a', { text: '优惠券用不了' }), note('b', { text: '送货一直没到' })]
    expect(proposeForm([one], defaultIssueTypes, {})).toMatchObject({ issueTypeId: 'coupon', isGuessed: true })
    expect(lackingIn(proposeForm([one], defaultIssueTypes, {}), [one])).toBeNull()
    const chosen = note('c', { text: '优惠券用不了', issueTypeId: 'delivery' })
    expect(proposeForm([one, two, chosen], defaultIssueTypes, {})).toMatchObject({
      issueTypeId: 'delivery',
      isGuessed: false,
    })
    expect(proposeForm([one], defaultIssueTypes, { issueTypeId: 'coupon' }).isGuessed).toBe(false)
    expect(proposeForm([note('d', { text: '没人管我' })], defaultIssueTypes, {})).toMatchObject({
      issueTypeId: null,
      isGuessed: false,
    })
  })

  test('gives way to what was typed, and another type brings its own department', () => {
    const form = proposeForm([note('a', { issueTypeId: 'coupon' })], types, { title: '价保', issueTypeId: 'delivery' })
    expect(form).toMatchObject({ title: '价保', issueTypeId: 'delivery', department: '物流部' })
  })

  test('comes back where a field was emptied, when other notes are chosen or another type is', () => {
    const [first, second] = [note('a'), note('b', { text: '客服没有回电', issueTypeId: 'coupon' })]
    typeInForm({ title: '', department: ' ', priority: 1 })
    expect(proposeForm([first], types, useReviewDesk.getState().typed).title).toBe('')
    toggleNote(second)
    expect(useReviewDesk.getState().typed).toEqual({ priority: 1 })
    expect(proposeForm([second], types, useReviewDesk.getState().typed)).toMatchObject({
      title: '客服没有回电',
      department: '营销部',
    })
    typeInForm({ department: '' })
    typeInForm({ issueTypeId: 'delivery' })
    expect(useReviewDesk.getState().typed).toEqual({ priority: 1, issueTypeId: 'delivery' })
  })

  test('is high when a risk was heard', () => {
    expect(proposeForm([note('a'), note('b', { kind: 'risk' })], types, {}).priority).toBe(2)
  })
})

test('a ticket without the customer’s words lacks a voice, and says so before anything else but notes', () => {
  for (const kind of ['view', 'praise', 'risk'] as const) {
    const others = [note('a', { kind })]
    expect(lackingIn(proposeForm(others, types, { title: '有题目', issueTypeId: 'coupon' }), others)).toBe('voice')
    expect(proposeForm(others, types, {}).title).toBe('')
  }
  expect(lackingIn(proposeForm([], types, {}), [])).toBe('notes')
  expect(lackingIn(proposeForm([note('a')], types, {}), [note('a')])).toBe('issueType')
})

test('a note already in a ticket is never chosen, alone or with its call', () => {
  const notes = [note('a'), note('b', { ticketId: 'ticket-1' }), note('c')]
  toggleNote(notes[1] as Note)
  expect(useReviewDesk.getState().chosen).toEqual([])
  toggleCall(notes, 'call-1')
  expect(useReviewDesk.getState().chosen).toEqual(['a', 'c'])
  toggleCall(notes, 'call-1')
  expect(useReviewDesk.getState().chosen).toEqual([])
})

test('without a choice the note under the cursor counts; the cursor stops at both ends', () => {
  const notes = [note('a'), note('b')]
  moveCursor(notes, 1)
  moveCursor(notes, 1)
  moveCursor(notes, 1)
  const { chosen, cursor } = useReviewDesk.getState()
  expect(chosenNotes(notes, chosen, cursor).map(({ id }) => id)).toEqual(['b'])
  moveCursor(notes, -1)
  moveCursor(notes, -1)
  expect(useReviewDesk.getState().cursor).toBe('a')
})
