import { expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

test('a note saved as it was is not marked as changed; its half-done change goes, and there is nothing more to undo', async () => {
  const desk = await someoneListening()
  const { id: callId } = desk.call
  const note = await desk.aNote('一')
  const draftId = desk.clock.newId()
  await accepted(desk.notes.storeDraft(desk.draftWish('一', { draftId, noteId: note.id }), desk.asker))
  const same = { noteId: note.id, kind: note.kind, text: ' 一 ', issueTypeId: note.issueTypeId, draftId }
  expect(await accepted(desk.notes.edit({ ...same, seenVersion: note.version }, desk.asker))).toEqual(note)
  expect(await accepted(desk.notes.drafts({ callId }, desk.asker))).toEqual([])
  expect((await accepted(desk.notes.undo({ callId }, desk.asker))).undone).toBe('added')
  desk.close()
})
