import { expect, test } from 'vitest'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { SendingNote } from './note-box.ts'
import { shownNotes } from './shown-notes.ts'

const stored = (id: string, offsetMs: number): Note => ({
  ...{ id, callId: 'call', kind: 'voice', text: id, offsetMs, issueTypeId: null },
  ...{ createdAt: '2026-11-21T01:00:00.000Z', editedAt: null, ticketId: null, version: 0 },
})
const onItsWay = (noteId: string, offsetMs: number): SendingNote => ({
  ...{ noteId, draftId: noteId, callId: 'call', kind: 'voice', text: noteId, offsetMs, issueTypeId: null },
  hasFailed: false,
})

test('a note more leaves the others as they were shown, so that only the new one is drawn', () => {
  const [first, last] = [stored('first', 1_000), stored('last', 9_000)]
  const sending = onItsWay('new', 5_000)
  const before = shownNotes([first, last], [])
  const now = shownNotes([first, last], [sending])
  expect(now.map(({ id, state }) => [id, state])).toEqual([
    ['first', 'stored'],
    ['new', 'sending'],
    ['last', 'stored'],
  ])
  expect(now[0]).toBe(before[0])
  expect(now[2]).toBe(before[1])
})

test('a note both stored and still on its way is shown once, as stored', () => {
  expect(shownNotes([stored('one', 1_000)], [onItsWay('one', 1_000)]).map(({ state }) => state)).toEqual(['stored'])
})
