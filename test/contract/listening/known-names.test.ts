import { afterEach, beforeEach, expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const draft = (text: string) => accepted(desk.notes.storeDraft(desk.draftWish(text), desk.asker))
const drafts = async () =>
  (await accepted(desk.notes.drafts({ callId: desk.call.id }, desk.asker))).map(({ text }) => text)

test('a name that a note told is hidden in the notes behind it, in one that is changed, and while it is typed', async () => {
  expect((await desk.aNote('秋实说到货慢')).text).toBe('秋实说到货慢')
  const told = await desk.aNote('我叫樊秋实')
  expect(told.text).toBe('我叫樊*')
  expect((await desk.aNote('秋实又问了一遍')).text).toBe('樊*又问了一遍')
  const { id } = await desk.aNote('快递到了')
  const edit = { noteId: id, seenVersion: 0, kind: 'voice' as const, text: '快递给秋实了', issueTypeId: null }
  expect((await accepted(desk.notes.edit(edit, desk.asker))).text).toBe('快递给樊*了')
  await draft('等秋实')
  expect(await drafts()).toEqual(['等**'])
})

test('another call does not know it', async () => {
  await desk.aNote('我叫樊秋实')
  const { id } = await desk.nextCall()
  expect((await desk.aNote('秋实二字怎么写', { callId: id })).text).toBe('秋实二字怎么写')
})

test('whoever says that it is no name has it forgotten; what was hidden of it, and numbers beside, may be taken back still', async () => {
  await desk.aNote('我叫樊秋实')
  const typed = '秋实的米，13812345678'
  const [note, other] = [await desk.aNote(typed), await desk.aNote(typed)]
  expect(note.text).toBe('樊*的米，138****5678')
  const restored = await accepted(desk.notes.unmask({ noteId: note.id, typed, at: 0 }, desk.asker))
  expect(restored.text).toBe('秋实的米，138****5678')
  expect((await desk.aNote('秋实的面')).text).toBe('秋实的面')
  const number = await accepted(desk.notes.unmask({ noteId: other.id, typed, at: 8 }, desk.asker))
  expect(number.text).toBe('樊*的米，13812345678')
})

test('a ticket that is made of the call says the name no more', async () => {
  const note = await desk.aNote('我叫樊秋实')
  const ticket = await accepted(desk.tickets.open(desk.openWish([note.id], { title: '秋实要求退款' }), desk.asker))
  expect(ticket.title).toBe('樊*要求退款')
})

test('a ticket of another call says what is typed, though this call told such a name', async () => {
  const note = await desk.aNote('降价没有补')
  const ticket = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
  const { id } = await desk.nextCall()
  await desk.aNote('我叫樊秋实', { callId: id })
  const { issueTypeId, priority, department } = ticket
  const edit = { ...{ issueTypeId, priority, department }, ticketId: ticket.id, seenVersion: null, title: '已告知秋实' }
  expect((await accepted(desk.tickets.edit(edit, desk.asker))).title).toBe('已告知秋实')
})
