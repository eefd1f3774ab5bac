import { act, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { drawingsDuring } from '../../test/builders/drawings.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { CallNotes } from './CallNotes.tsx'

let page: TestWindow
let call: Call
beforeEach(async () => {
  page = await aWindow()
  const { sessionId } = await aCall(page.client)
  const [first] = await accepted(page.client.sessions.calls({ sessionId }))
  if (first === undefined) throw new Error('no call')
  call = first
})
afterEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  await page.close()
})

const rows = () => document.querySelectorAll<HTMLElement>('[data-note-id]')

/** What one character draws, and what one note does from its key until it is stored, in a call of so many notes. */
async function drawnAt(noteCount: number) {
  for (let number = rows().length; number < noteCount; number += 1) {
    const words = { kind: 'voice', text: `第 ${number} 条`, offsetMs: number * 1_000, issueTypeId: null } as const
    await accepted(page.client.notes.add({ noteId: v7(), callId: call.id, ...words }))
  }
  await waitFor(() => expect(rows()).toHaveLength(noteCount))
  await page.user.type(screen.getByLabelText('批注'), '第')
  const key = await drawingsDuring(() => page.user.type(screen.getByLabelText('批注'), '一'))
  const save = await drawingsDuring(async () => {
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect([rows().length, useNoteBoxes.getState().sending]).toEqual([noteCount + 1, []]))
  })
  return { key, save }
}

test('a character draws the box, a saved note its own line and mark: in a call of many notes as in one of few', async () => {
  // Over, so that no second that is full draws anything meanwhile.
  const over = { ...call, endedAt: call.startedAt, elapsedMs: 3_600_000 }
  page.show(<CallNotes call={over} boxRef={createRef()} />)
  await screen.findByLabelText('批注')
  const few = await drawnAt(4)
  const many = await drawnAt(64)
  const { NoteComposer, KindPicker, IssueTypePicker, NoteList, NoteItem, TimelineMarks, Mark } = few.key
  expect([NoteComposer, KindPicker, IssueTypePicker]).toEqual([1, undefined, undefined])
  expect([NoteList, NoteItem, TimelineMarks, Mark]).toEqual(Array(4).fill(undefined))
  expect(many.key).toEqual(few.key)
  // On its way, and stored; where the line is crowded its mark is one of several.
  const ofSave = ({ save }: typeof few) => [save.NoteComposer, save.NoteList, save.NoteItem, save.NoteButtons]
  const marks = ({ save: { Mark: alone = 0, Crowd: crowded = 0 } }: typeof few) => alone + crowded
  expect([ofSave(few), ofSave(many)]).toEqual(Array(2).fill([1, 2, 2, 1]))
  expect([marks(few), marks(many)]).toEqual([1, 1])
})

test('far from sight a note keeps its words and loses its buttons', async () => {
  page.show(<CallNotes call={call} boxRef={createRef()} />)
  await page.user.type(await screen.findByLabelText('批注'), '价保{Control>}{Enter}{/Control}')
  await screen.findByRole('button', { name: '删除' })
  const run = rows()[0]?.parentElement
  const turn = (skipped: boolean) =>
    act(() => run?.dispatchEvent(Object.assign(new Event('contentvisibilityautostatechange'), { skipped })))
  turn(true)
  expect([rows()[0]?.textContent?.includes('价保'), screen.queryByRole('button', { name: '删除' })]).toEqual([
    true,
    null,
  ])
  turn(false)
  expect(screen.getByRole('button', { name: '删除' })).toBeTruthy()
})
