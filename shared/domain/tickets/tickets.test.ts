import { describe, expect, test } from 'vitest'
import type { Note, NoteKind } from '../../contract/listening/notes.ts'
import { TicketAction } from '../../contract/tickets/tickets.ts'
import { defaultCalendar } from '../house/default-calendar.ts'
import { deadlinesOf, decideMove, decideOpen, explainDeadline, type Move, reclassify } from './tickets.ts'

const aNote = (id: string, kind: NoteKind = 'voice', ticketId: string | null = null): Note => ({
  id,
  callId: 'call',
  kind,
  text: '上周买的今天降价了',
  offsetMs: 134_000,
  issueTypeId: null,
  createdAt: '2026-09-18T01:02:14.000Z',
  editedAt: null,
  ticketId,
  version: 0,
})

describe('opening', () => {
  test.each<[NoteKind[], 'no_voice' | null]>([
    [['voice'], null],
    [['view', 'voice'], null],
    [['voice', 'risk', 'praise', 'view'], null],
    [['view'], 'no_voice'],
    [['risk'], 'no_voice'],
    [['praise'], 'no_voice'],
    [['risk', 'praise', 'view'], 'no_voice'],
    [[], 'no_voice'],
  ])('%j: only what the customer said is a voice', (kinds, outcome) => {
    const notes = kinds.map((kind, index) => aNote(`${index}`, kind))
    expect(
      decideOpen(
        notes.map((note) => note.id),
        notes,
      ),
    ).toBe(outcome)
  })

  test('a note that is not there is missed, also beside others that are', () => {
    expect(decideOpen(['a', 'b'], [aNote('a')])).toBe('note_not_found')
    expect(decideOpen(['a'], [])).toBe('note_not_found')
  })

  test('one note that another ticket quotes is one too many', () => {
    expect(decideOpen(['a', 'b'], [aNote('a'), aNote('b', 'view', 'ticket')])).toBe('already_quoted')
  })
})

const hour = 3_600_000
/** Friday 2026-09-18, the clock of Shanghai. */
const at = (time: string) =>
  `2026-09-18T${String(Number(time.slice(0, 2)) - 8).padStart(2, '0')}:${time.slice(3)}:00.000Z`
const fourHours = { amount: 4, unit: 'hours' } as const
const opened = { openedAt: at('09:00'), dueAt: at('14:30'), pausedAt: null, pausedWorkingMs: 0 }
const claimed = { ...opened, state: 'in_progress', ownerName: '李强' } as const

const move = (
  ticket: Parameters<typeof decideMove>[0],
  action: TicketAction,
  change: Partial<Move> & { now?: string } = {},
) => {
  const { now = at('10:00'), ...rest } = change
  return decideMove(ticket, { action, ownerName: null, remark: null, ...rest }, now, defaultCalendar)
}
const moved = (...args: Parameters<typeof move>) => {
  const decision = move(...args)
  if (!decision.ok) throw new Error(decision.code)
  return { ...args[0], ...decision.moved }
}

describe('the clock', () => {
  test('both deadlines come from the opening; P1 alone has one for the first answer', () => {
    expect(deadlinesOf(fourHours, 1, at('09:00'), defaultCalendar)).toEqual({
      dueAt: at('14:30'),
      answerBy: at('11:00'),
      unknownYears: [],
    })
    expect(deadlinesOf(fourHours, 2, at('09:00'), defaultCalendar).answerBy).toBeNull()
  })

  test('a pause stops it and leaves the deadline where it was', () => {
    expect(moved(claimed, 'request_information', { remark: '等截图' })).toMatchObject({
      state: 'awaiting_information',
      pausedAt: at('10:00'),
      pausedWorkingMs: 0,
      dueAt: at('14:30'),
    })
  })

  test('a second pause keeps the credit of the first', () => {
    const first = moved(claimed, 'request_information', { remark: '等截图', now: at('09:30') })
    const resumed = moved(first, 'resume', { now: at('10:30') })
    expect(resumed).toMatchObject({ pausedAt: null, pausedWorkingMs: hour, dueAt: at('15:30') })
    const second = moved(resumed, 'wait_for_third_party', { remark: '等品牌方', now: at('11:00') })
    expect(second).toMatchObject({ pausedAt: at('11:00'), pausedWorkingMs: hour })
    const again = moved(second, 'resume', { now: at('11:30') })
    expect(again).toMatchObject({ pausedAt: null, pausedWorkingMs: 1.5 * hour, dueAt: at('16:00') })
  })

  test('from one pause into the other it stands still since the first', () => {
    const first = moved(claimed, 'request_information', { remark: '等截图', now: at('09:30') })
    const second = moved(first, 'wait_for_third_party', { remark: '等品牌方', now: at('10:30') })
    expect(second).toMatchObject({ pausedAt: at('09:30'), pausedWorkingMs: 0, dueAt: at('14:30') })
    expect(moved(second, 'resolve', { now: at('11:30') })).toMatchObject({
      pausedWorkingMs: 2 * hour,
      dueAt: at('16:30'),
    })
  })

  test('a move that pauses nothing leaves it alone', () => {
    const credited = { ...claimed, pausedWorkingMs: hour, dueAt: at('15:30') }
    expect(moved(credited, 'resolve')).toMatchObject({ pausedAt: null, pausedWorkingMs: hour, dueAt: at('15:30') })
  })

  test('another limit counts from the opening, with the credit kept, and is explained block by block', () => {
    const credited = { ...opened, pausedWorkingMs: hour }
    expect(reclassify(credited, { amount: 2, unit: 'hours' }, defaultCalendar)).toBe(at('12:00'))
    expect(explainDeadline({ ...credited, dueAt: at('15:30'), limit: fourHours }, defaultCalendar)).toEqual({
      agreedAt: null,
      isOfThisCalendar: true,
      limit: fourHours,
      unknownYears: [],
      blocks: [
        { from: at('09:00'), to: at('12:00'), workingMs: 3 * hour },
        { from: at('13:30'), to: at('15:30'), workingMs: 2 * hour },
      ],
    })
  })
})

describe('moving', () => {
  test('only a claim changes the owner', () => {
    const unclaimed = { ...claimed, state: 'unclaimed', ownerName: null } as const
    expect(moved(unclaimed, 'claim', { ownerName: '李强' })).toMatchObject({ state: 'in_progress', ownerName: '李强' })
    const wish = { ownerName: '王芳', remark: '原因' }
    expect(moved(unclaimed, 'reject', wish).ownerName).toBeNull()
    for (const action of ['request_information', 'wait_for_third_party', 'resolve', 'reject'] as const)
      expect([action, moved(claimed, action, wish).ownerName]).toEqual([action, '李强'])
    expect(moved({ ...claimed, state: 'closed' }, 'reopen', wish).ownerName).toBe('李强')
  })

  test('a rejected ticket is closed like a closed one; opened again it is not', () => {
    expect(moved(claimed, 'reject', { remark: '重复' })).toMatchObject({ state: 'rejected', closedAt: at('10:00') })
    expect(moved({ ...claimed, state: 'called_back' }, 'close')).toMatchObject({ closedAt: at('10:00') })
    for (const state of ['closed', 'rejected'] as const)
      expect(moved({ ...claimed, state }, 'reopen')).toMatchObject({ state: 'in_progress', closedAt: null })
    expect(moved(claimed, 'resolve').closedAt).toBeNull()
  })

  test('a claim wants an owner; what stops the clock or ends the ticket unsolved wants a reason; nothing else wants either', () => {
    const unclaimed = { ...claimed, state: 'unclaimed', ownerName: null } as const
    expect(move(unclaimed, 'claim')).toEqual({ ok: false, code: 'owner_missing' })
    expect(move(unclaimed, 'claim', { ownerName: '' })).toEqual({ ok: false, code: 'owner_missing' })
    expect(move(claimed, 'claim', { ownerName: '李强' })).toEqual({ ok: false, code: 'not_from_here' })
    const wanting = TicketAction.options.filter((action) => {
      const from = ['unclaimed', 'in_progress', 'awaiting_information', 'resolved', 'called_back'] as const
      const decisions = from.map((state) => move({ ...claimed, state }, action, { ownerName: '李强' }))
      return decisions.some((decision) => !decision.ok && decision.code === 'remark_missing')
    })
    expect(wanting).toEqual(['request_information', 'wait_for_third_party', 'reject'])
  })
})
