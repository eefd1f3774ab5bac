import { expect, test } from 'vitest'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import { planOf } from './closing-plan.ts'

const note = (id: string, text: string): Note => ({
  ...{ id, callId: 'call', kind: 'voice', text, offsetMs: 0, issueTypeId: null },
  ...{ createdAt: '2026-09-18T01:00:00.000Z', editedAt: null, ticketId: null, version: 1 },
})

const line = (id: string, text: string): MeetingLine => ({
  ...{ id, ownerName: '李雷', text, dueOn: null, outcome: null, version: 1 },
})

const planned = (chosen: Parameters<typeof planOf>[0], lines: readonly MeetingLine[], notes: readonly Note[]) =>
  planOf(chosen, lines, notes, ({ text }) =>
    text.includes('优惠券') ? 'coupon' : text.includes('箱') ? 'packaging' : null,
  )

test('a line that is there no more keeps no words of the customer to itself', () => {
  const notes = [note('n1', '退款页写错了')]
  const first = planned({}, [line('l1', '改退款页')], notes)
  expect(first.l1?.noteIds).toEqual(['n1'])
  const after = planned(first, [line('l2', '退款页重写')], notes)
  expect(Object.keys(after)).toEqual(['l2'])
  expect(after.l2?.noteIds).toEqual(['n1'])
})

test('what was chosen for a line that stands is kept', () => {
  const notes = [note('n1', '退款页写错了'), note('n2', '短信没有收到')]
  const chosen = { l1: { as: 'ticket', noteIds: ['n2'], issueTypeId: 'copy' } } as const
  const plan = planned(chosen, [line('l1', '改退款页'), line('l2', '退款页重写')], notes)
  expect([plan.l1?.noteIds, plan.l2?.noteIds]).toEqual([['n2'], ['n1']])
})

test('a type is proposed only where words say one: those of the line before those of the customer, and of a customer who speaks of something else none', () => {
  const typeFor = (words: string, voice: string, chosen: string | null = null) =>
    planned({}, [line('l1', words)], [{ ...note('n1', voice), issueTypeId: chosen }]).l1?.issueTypeId
  expect(typeFor('换厚一点的箱子', '优惠券用不了')).toBe('packaging')
  expect(typeFor('周五前给说法', '优惠券用不了')).toBeNull()
  expect(typeFor('说清优惠怎么用', '优惠券用不了')).toBe('coupon')
  expect(typeFor('周五前给说法', '没人管我')).toBeNull()
  expect(typeFor('周五前给说法', '没人管我', 'service_policy')).toBe('service_policy')
})
