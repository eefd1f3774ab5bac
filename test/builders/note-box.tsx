import { screen, waitFor, within } from '@testing-library/react'
import { createRef } from 'react'
import { expect } from 'vitest'
import { CallNotes } from '../../renderer/app/CallNotes.tsx'
import { useNoteBoxes } from '../../renderer/features/listening/notes/note-box.ts'
import type { Note } from '../../shared/contract/listening/notes.ts'
import { aCall, accepted } from './console.ts'
import { aWindow } from './window.tsx'

/** A call that has just begun, in a window of its own before a whole console. `show` puts its notes on screen, or those of another call. */
export async function aCallInAWindow() {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  const page = await aWindow()
  const { sessionId } = await aCall(page.client)
  const [call] = await accepted(page.client.sessions.calls({ sessionId }))
  if (call === undefined) throw new Error('no call')
  return {
    ...{ page, call },
    show: (shown = call) => page.show(<CallNotes call={shown} boxRef={createRef()} />),
    box: () => screen.findByLabelText<HTMLTextAreaElement>('批注'),
    list: () => screen.findByRole('list', { name: '本通批注' }),
    stored: () => accepted(page.client.notes.ofCall({ callId: call.id })),
    close: () => {
      useNoteBoxes.setState({ boxes: {}, sending: [] })
      return page.close()
    },
  }
}

export type CallInAWindow = Awaited<ReturnType<typeof aCallInAWindow>>

/** The same with its note box, to type in. */
export async function aNoteBox() {
  const { page, call, stored, ...rest } = await aCallInAWindow()

  const box = () => screen.getByLabelText<HTMLTextAreaElement>('批注')
  const keys = (text: string) => page.user.keyboard(text)
  const save = () => keys('{Control>}{Enter}{/Control}')
  const textsStored = async () => (await stored()).map((note) => note.text)
  const issueTypes = () => within(screen.getByRole('group', { name: '问题类型' }))

  return {
    page,
    box,
    keys,
    save,
    stored,
    textsStored,
    show: async () => {
      const shown = rest.show()
      await within(await screen.findByRole('group', { name: '问题类型' })).findByRole('button', { name: '优惠券' })
      return shown
    },
    undo: () => keys('{Control>}z{/Control}'),
    redo: () => keys('{Control>}{Shift>}z{/Shift}{/Control}'),
    /** Waits until these words stand in the box. */
    holds: (text: string) => waitFor(() => expect(box().value).toBe(text)),
    drafts: async () => (await accepted(page.client.notes.drafts({ callId: call.id }))).map((draft) => draft.text),
    isChosen: (type: string) => issueTypes().getByRole('button', { name: type }).ariaPressed === 'true',
    /** Types a note, saves it and waits until it lies on the disk. */
    writeNote: async (text: string): Promise<Note> => {
      await page.user.type(box(), text)
      await save()
      await waitFor(async () => expect(await textsStored()).toContain(text))
      const note = (await stored()).find((each) => each.text === text)
      if (note === undefined) throw new Error('not stored')
      await waitFor(() => expect(useNoteBoxes.getState().sending).toEqual([]))
      return note
    },
  }
}

export type TestNoteBox = Awaited<ReturnType<typeof aNoteBox>>

/** Waits until an answer is what is wanted. */
export const becomes = (ask: () => Promise<unknown>, wanted: unknown) =>
  waitFor(async () => expect(await ask()).toEqual(wanted))
