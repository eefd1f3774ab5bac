import { afterEach, beforeEach, expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const edit = (noteId: string, text: string, draftId?: string) =>
  desk.notes.edit({ seenVersion: null, noteId, draftId, kind: 'view', text, issueTypeId: null }, desk.asker)
const remove = (noteId: string) => desk.notes.remove({ seenVersion: null, noteId }, desk.asker)
const countEvents = () => desk.db.prepare('SELECT count(*) FROM note_event').pluck().get()

test('a note that is gone, or never was, is neither worded anew nor taken off again', async () => {
  const note = await desk.aNote('一')
  await accepted(remove(note.id))
  const events = countEvents()
  for (const noteId of [note.id, desk.clock.newId()])
    for (const attempt of [edit(noteId, '改'), remove(noteId)]) expect((await refused(attempt)).code).toBe('not_found')
  expect(countEvents()).toBe(events)
})

test('a note is not worded away: nothing but blanks is refused, and the words stay', async () => {
  const note = await desk.aNote('一')
  for (const text of ['  \n ', '\u200b']) expect((await refused(edit(note.id, text))).code).toBe('empty')
  expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toEqual([note])
})

test('what an edit answers is what is stored, and its words are half done no more', async () => {
  const note = await desk.aNote('一')
  const draft = desk.draftWish('二', { noteId: note.id })
  await accepted(desk.notes.storeDraft(draft, desk.asker))
  desk.clock.advance(1_000)
  const edited = await accepted(edit(note.id, '二', draft.draftId))
  expect(await accepted(desk.notes.halfDone({}, desk.asker))).toEqual([])
  expect(edited).toEqual({ ...note, kind: 'view', text: '二', editedAt: desk.clock.now(), version: 1 })
  expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toEqual([edited])
})

test('half-done words of a call that is not there are refused, so that they stay on the screen', async () => {
  const draft = desk.draftWish('他说了三次', { callId: desk.clock.newId() })
  expect((await refused(desk.notes.storeDraft(draft, desk.asker))).code).toBe('call_not_found')
})

test('a change of a note begun before its version was kept with it overwrites nothing newer unasked', async () => {
  const note = await desk.aNote('一')
  const draft = desk.draftWish('我的二', { noteId: note.id })
  await accepted(desk.notes.storeDraft(draft, desk.asker))
  desk.db.exec('UPDATE draft SET seen_version = NULL')
  const [old] = await accepted(desk.notes.drafts({ callId: desk.call.id }, desk.asker))
  expect(old?.seenVersion).toBe(0)
  await accepted(edit(note.id, '别人的二'))
  const wish = { seenVersion: old?.seenVersion ?? null, noteId: note.id, draftId: draft.draftId }
  expect(() => desk.notes.edit({ ...wish, kind: 'view', text: '我的二', issueTypeId: null }, desk.asker)).toThrow()
  expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toMatchObject([{ text: '别人的二' }])
})
