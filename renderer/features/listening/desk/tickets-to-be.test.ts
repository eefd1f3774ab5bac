import { expect, test } from 'vitest'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import { defaultIssueTypes } from '../../../../test/builders/issue-types.ts'
import { masksIn } from './masked-here.ts'
import { ticketsToBe } from './tickets-to-be.ts'

let noteCount = 0
const note = (text: string, change: Partial<Note> = {}): Note => ({
  ...{ id: `note ${++noteCount}`, callId: 'call', kind: 'voice', text, offsetMs: noteCount * 1_000, issueTypeId: null },
  ...{ createdAt: '2026-11-26T08:00:00.000Z', editedAt: null, ticketId: null, version: 0 },
  ...change,
})
const told = (notes: Note[], types = defaultIssueTypes) =>
  ticketsToBe(notes, types).map(({ type, isSuggested, notes: of, voices, title, lacking }) => [
    type?.nameZh ?? null,
    isSuggested ? 'suggested' : 'chosen',
    `${voices}/${of.length}`,
    title,
    lacking,
  ])

test('notes of one type, chosen or suggested by their words, are one ticket to be', () => {
  expect(
    told([
      note('优惠券用不了', {}),
      note('券到底怎么领', { issueTypeId: 'coupon' }),
      note('应该在首页说明', { kind: 'view', issueTypeId: 'coupon' }),
    ]),
  ).toEqual([['优惠券', 'chosen', '2/3', '优惠券用不了', null]])
  expect(told([note('优惠券用不了')])).toEqual([['优惠券', 'suggested', '1/1', '优惠券用不了', null]])
})

test('what is missing is said, the first thing first', () => {
  expect(told([note('应该先打电话', { kind: 'view' })])).toEqual([[null, 'chosen', '0/1', '', 'voice']])
  expect(told([note('没人管我')])).toEqual([[null, 'chosen', '1/1', '没人管我', 'issueType']])
  const nobodys = defaultIssueTypes.map((type) => ({ ...type, department: '' }))
  expect(told([note('优惠券用不了')], nobodys)).toEqual([['优惠券', 'suggested', '1/1', '优惠券用不了', 'department']])
})

test('praise is for the agent, and becomes no ticket', () => {
  expect(told([note('态度很好', { kind: 'praise' })])).toEqual([])
})

test('notes that are in a ticket become no other one', () => {
  expect(told([note('优惠券用不了', { ticketId: 'ticket' })])).toEqual([])
})

test('masks are counted by kind, the commonest first, and nothing of them is kept', () => {
  const texts = ['打 138****5678 或 139****0000', '没有号码', '邮箱 z***@example.com']
  expect(masksIn(texts)).toEqual([
    { kind: 'phone', count: 2 },
    { kind: 'email', count: 1 },
  ])
})
