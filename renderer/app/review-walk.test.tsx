import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Note, NoteKind } from '../../shared/contract/listening/notes.ts'
import { accepted, aNoteIn } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useLife } from '../features/life-channel/card/card-store.ts'
import { useWalk } from '../features/review/walk.ts'
import { pressRed } from './life-channel/press-red.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

let page: TestWindow
beforeEach(async () => {
  useWalk.setState({ looked: new Set() })
  page = await aWindow()
})
afterEach(() => page.close())

/** A session of two calls: a voice and a risk in the first, a risk in the second, and one note half done. */
async function aSession() {
  const session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const aCallOf = (reference: string) => accepted(page.client.sessions.nextCall({ sessionId: session.id, reference }))
  const noteOf = async (callId: string, number: number, text: string, kind: NoteKind): Promise<Note> => {
    const note = await aNoteIn(page.client, callId, number, text)
    if (kind === 'voice') return note
    const { id: noteId, issueTypeId, version: seenVersion } = note
    return accepted(page.client.notes.edit({ noteId, kind, text, issueTypeId, seenVersion }))
  }
  const first = await aCallOf('CC-1')
  const notes = [await noteOf(first.id, 1, '尿裤漏了', 'voice'), await noteOf(first.id, 2, '要去消协', 'risk')]
  const second = await aCallOf('CC-2')
  notes.push(await noteOf(second.id, 3, '要找记者', 'risk'))
  await accepted(
    page.client.notes.storeDraft({
      ...{ draftId: '01930000-0000-7000-8000-0000000000d1', callId: second.id, noteId: null },
      ...{ kind: 'voice', text: '没写完的话', caret: 5, offsetMs: 5_000, issueTypeId: null, seenVersion: null },
    }),
  )
  const calls = await accepted(page.client.sessions.calls({ sessionId: session.id }))
  page.show(<ReviewDesk session={session} calls={calls} notes={notes} />)
  await screen.findByRole('button', { name: /^接着写/ }, patience)
  return { first, second }
}

const underCursor = () =>
  document.getElementById(screen.getByRole('listbox').getAttribute('aria-activedescendant') ?? '')?.textContent

test('one key walks through the risks in the order they were heard, then into what is half done', async () => {
  await aSession()
  screen.getByText('先看风险：2 条里还有 2 条没看')
  await page.user.keyboard('n')
  expect(underCursor()).toContain('要去消协')
  await page.user.keyboard('n')
  expect(underCursor()).toContain('要找记者')
  screen.getByText('先看风险：2 条里还有 1 条没看')
  await page.user.keyboard('n')
  screen.getByText('2 条风险都看过了')
  expect((await screen.findByLabelText<HTMLTextAreaElement>('文字')).value).toBe('没写完的话')
})

test('words that are left and taken up again before they are stored are there, and go on as the same half-done note', async () => {
  await aSession()
  const stored = Promise.withResolvers<void>()
  page.answer('notes.storeDraft', async (_, ask) => {
    await stored.promise
    return ask()
  })
  const field = () => screen.findByLabelText<HTMLTextAreaElement>('文字', {}, patience)
  await page.user.keyboard('je')
  await page.user.type(await field(), '，孩子哭')
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)
  await page.user.keyboard('e')
  expect((await field()).value).toBe('尿裤漏了，孩子哭')
  await page.user.type(await field(), '了一夜')
  stored.resolve()
  await page.user.keyboard('{Escape}')
  const left = async () => (await accepted(page.client.notes.halfDone({}))).map(({ text }) => text).sort()
  await waitFor(async () => expect(await left()).toEqual(['尿裤漏了，孩子哭了一夜', '没写完的话'].sort()), patience)
  // Nor do they come back once they are the note.
  await page.user.keyboard('e')
  expect((await field()).value).toBe('尿裤漏了，孩子哭了一夜')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect(await left()).toEqual(['没写完的话']), patience)
})

test('at its end the walk says so', async () => {
  await aSession()
  await page.user.click(screen.getByRole('button', { name: '不要了' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^接着写/ })).toBeNull(), patience)
  await page.user.keyboard('nnn')
  await screen.findByText('风险和没写完的都看过了', {}, patience)
})

test('the red key in a review is about the call of the note under the cursor, not about the last one heard', async () => {
  const { first } = await aSession()
  await page.user.keyboard('n')
  pressRed()
  expect(useLife.getState().cards.at(-1)?.facts).toMatchObject({ callId: first.id, callNumber: 1, reference: 'CC-1' })
  await waitFor(async () => {
    const { cases } = await accepted(page.client.lifeChannel.list({ limit: 5 }))
    expect(cases).toMatchObject([{ callId: first.id, callNumber: 1 }])
  }, patience)
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
})
