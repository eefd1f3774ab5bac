import { expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

test('a note that is taken off takes the half-done change of it along', async () => {
  const desk = await someoneListening()
  const drafts = () => accepted(desk.notes.drafts({ callId: desk.call.id }, desk.asker))
  const note = await desk.aNote('快递放在门口')
  await accepted(desk.notes.storeDraft(desk.draftWish('快递放在门口就走', { noteId: note.id }), desk.asker))
  expect(await drafts()).toHaveLength(1)
  await accepted(desk.notes.remove({ seenVersion: null, noteId: note.id }, desk.asker))
  expect(await drafts()).toEqual([])
  await desk.close()
})
