import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { accepted } from '../../test/builders/console.ts'
import { aNoteBox, becomes } from '../../test/builders/note-box.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'

test('taken up again after the window was gone, a change still goes out from the version it was begun with', async () => {
  const desk = await aNoteBox()
  const { unmount } = await desk.show()
  const { id: noteId } = await desk.writeNote('价保')
  await screen.findByText('价保')
  await desk.keys('{Alt>}{ArrowUp}{/Alt}，我改的')
  await becomes(desk.drafts, ['价保，我改的'])
  unmount()
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  const theirs = { noteId, kind: 'voice', text: '价保，她改的', issueTypeId: null, seenVersion: null } as const
  await accepted(desk.page.client.notes.edit(theirs))
  await desk.show()
  await desk.holds('价保，我改的')
  await desk.save()
  const mine = await screen.findByRole('button', { name: /用我的/ })
  expect([await desk.textsStored(), desk.box().value]).toEqual([['价保，她改的'], '价保，我改的'])
  await waitFor(() => expect(mine.ariaBusy).not.toBe('true'))
  await desk.save()
  await becomes(desk.textsStored, ['价保，我改的'])
  await desk.page.close()
})
