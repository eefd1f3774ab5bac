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

/** Drawings of one component that do not depend on how many notes there are; a save shows keys on several buttons. */
const FEW = 24

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

test('a character draws the box, a saved note its own line and mark: in a call of many notes too', async () => {
  // Over, so that no second that is full draws anything meanwhile.
  const over = { ...call, endedAt: call.startedAt, elapsedMs: 3_600_000 }
  page.show(<CallNotes call={over} boxRef={createRef()} />)
  await screen.findByLabelText('批注')
  await drawnAt(4)
  const { key, save } = await drawnAt(64)
  const { KindPicker, IssueTypePicker, NoteList, NoteItem, TimelineMarks, Mark } = key
  expect([KindPicker, IssueTypePicker, NoteList, NoteItem, TimelineMarks, Mark]).toEqual(Array(6).fill(undefined))
  // The box once or, where an answer comes in meanwhile, twice; a note on its way, and stored. Never by the number of notes.
  for (const drawn of [key, save]) expect(Math.max(...Object.values(drawn))).toBeLessThan(FEW)
  expect(save.NoteItem).toBeGreaterThan(0)
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
