import { expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

test('other windows are told of a note that is stored, also of one sent again, and of none that was refused', async () => {
  const desk = await someoneListening()
  const wish = desk.noteWish('尿不湿小了一号')
  const told = desk.events.length
  await accepted(desk.notes.add(wish, desk.asker))
  await accepted(desk.notes.add(wish, desk.asker))
  await refused(desk.notes.add(desk.noteWish(' '), desk.asker))
  await refused(desk.notes.add(desk.noteWish('听到了', { callId: desk.clock.newId() }), desk.asker))
  const added = { kind: 'noteAdded', callId: desk.call.id, noteId: wish.noteId }
  expect(desk.events.slice(told)).toEqual([added, added])
  desk.close()
})
