import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { someoneListening } from '../builders/listening.ts'
import { accepted } from '../builders/outcomes.ts'

// A second window, or a page that is older than what it shows, asks for what is gone: told so, and nothing is written.
let desk: Awaited<ReturnType<typeof someoneListening>>
let nowhere: string
beforeEach(async () => {
  desk = await someoneListening()
  nowhere = desk.clock.newId()
})
afterEach(() => desk.close())

const refusal = (code: string) => ({ ok: false, code, detail: {} })
const words = (text = '改了') => ({ kind: 'voice' as const, text, issueTypeId: null })

describe('notes', () => {
  test('one that never was, or is removed, is neither changed nor removed again', async () => {
    const removed = await desk.aNote('一')
    await accepted(desk.notes.remove({ seenVersion: null, noteId: removed.id }, desk.asker))
    for (const noteId of [nowhere, removed.id]) {
      expect(await desk.notes.edit({ seenVersion: null, noteId, ...words() }, desk.asker)).toEqual(refusal('not_found'))
      expect(await desk.notes.remove({ seenVersion: null, noteId }, desk.asker)).toEqual(refusal('not_found'))
    }
  })

  test('one is not changed into nothing', async () => {
    const note = await desk.aNote('一')
    expect(await desk.notes.edit({ seenVersion: null, noteId: note.id, ...words(' \u200b ') }, desk.asker)).toEqual(
      refusal('empty'),
    )
    expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toEqual([note])
  })

  test('a change is stored without the blanks around it', async () => {
    const note = await desk.aNote('一')
    expect(
      (await accepted(desk.notes.edit({ seenVersion: null, noteId: note.id, ...words(' 二\n') }, desk.asker))).text,
    ).toBe('二')
  })

  test('no draft without its call, and a dropped draft is gone', async () => {
    const lost = desk.draftWish('没有通话', { callId: nowhere })
    expect(await desk.notes.storeDraft(lost, desk.asker)).toEqual(refusal('call_not_found'))
    const draftId = desk.clock.newId()
    await accepted(desk.notes.storeDraft(desk.draftWish('写错了', { draftId }), desk.asker))
    expect(await accepted(desk.notes.dropDraft({ callId: desk.call.id, draftId }, desk.asker))).toEqual({})
    expect(await accepted(desk.notes.halfDone({}, desk.asker))).toEqual([])
  })
})

test('sessions and calls', async () => {
  const { sessions, asker } = desk
  expect(await sessions.get({ sessionId: desk.session.id }, asker)).toMatchObject({
    ok: true,
    value: { id: desk.session.id, callCount: 1 },
  })
  expect(await sessions.get({ sessionId: nowhere }, asker)).toEqual(refusal('not_found'))
  expect(await sessions.end({ sessionId: nowhere }, asker)).toEqual(refusal('not_found'))
  expect(await sessions.nextCall({ sessionId: nowhere, reference: null }, asker)).toEqual(refusal('not_found'))
  expect(await sessions.endCall({ callId: nowhere }, asker)).toEqual(refusal('not_found'))
  expect(await sessions.setReference({ callId: nowhere, reference: 'CC-1' }, asker)).toEqual(refusal('not_found'))
})

test('tickets and issue types', async () => {
  const { noteIds: _, ...wish } = desk.openWish([])
  const ticket = await desk.aTicket()
  const edit = (ticketId: string, issueTypeId: string) =>
    desk.tickets.edit({ seenVersion: null, ...wish, ticketId, issueTypeId }, desk.asker)
  expect(await edit(nowhere, 'coupon')).toEqual(refusal('not_found'))
  expect(await edit(ticket.id, 'weather')).toEqual(refusal('unknown_issue_type'))
  expect(await desk.move(nowhere, 'claim', { ownerName: '李强' })).toEqual(refusal('not_found'))
  expect(await desk.tickets.proposeDeadline({ issueTypeId: 'weather', priority: 3 }, desk.asker)).toEqual(
    refusal('unknown_issue_type'),
  )
  expect((await accepted(desk.tickets.get({ ticketId: ticket.id }, desk.asker))).ticket).toEqual(ticket)
})
