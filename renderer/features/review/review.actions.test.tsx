import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { changeNote, dropDraft, finishDraft, openTicket } from './review.actions.ts'
import { useReviewDesk } from './review-desk.ts'
import { goingOn, saveWritten } from './written-note.ts'

let page: TestWindow
let callId: string

beforeEach(async () => {
  page = await aWindow()
  callId = (await aCall(page.client)).callId
})
afterEach(() => page.close())

const aNote = (text: string, kind: NoteKind = 'voice'): Promise<Note> =>
  accepted(page.client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 2_000, issueTypeId: null }))
const form = { title: '价保', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
const seen = (version: number) => ({ version, onStale: () => {} })
const anyFilter = { text: '', states: [], priorities: [], issueTypeIds: [], departments: [] }
const tickets = async () => {
  const filter = { ...anyFilter, openedFrom: null, openedTo: null, isOverdue: false }
  return (await accepted(page.client.tickets.list({ filter, sort: 'number', limit: 9, offset: 0 }))).tickets
}
const notes = () => accepted(page.client.notes.ofCall({ callId }))
const aDraft = async (noteId: string | null = null) => {
  const wish = {
    draftId: v7(),
    callId,
    noteId,
    kind: 'voice',
    text: '没写完',
    caret: 3,
    offsetMs: 61_000,
    issueTypeId: null,
  } as const
  await accepted(page.client.notes.storeDraft(wish))
  const [draft] = await accepted(page.client.notes.drafts({ callId }))
  if (draft === undefined) throw new Error('no draft')
  return draft
}

describe('making a ticket', () => {
  test('clears the choice, is said, and can be taken back with its notes free again, and made once more', async () => {
    const note = await aNote('上周买的今天降价了')
    useReviewDesk.setState({ chosen: [note.id] })
    expect(await openTicket(form, [note])).toBe(true)
    expect(useReviewDesk.getState().chosen).toEqual([])
    expect((await tickets()).map(({ title }) => title)).toEqual(['价保'])
    page.notice().undo?.()
    const withdrawn = await page.told('已撤回')
    expect(await tickets()).toEqual([])
    expect((await notes())[0]?.ticketId).toBeNull()
    withdrawn.redo?.()
    await vi.waitFor(async () => expect(await tickets()).toHaveLength(1), patience)
  })

  test('is not taken back once somebody works on it', async () => {
    const note = await aNote('一')
    await openTicket(form, [note])
    const [ticket] = await tickets()
    await accepted(
      page.client.tickets.move({
        seenVersion: null,
        ticketId: ticket?.id ?? '',
        action: 'claim',
        ownerName: '李强',
        remark: null,
      }),
    )
    page.notice().undo?.()
    await page.told('已有人处理')
    expect(await tickets()).toHaveLength(1)
  })

  test.each(['view', 'praise', 'risk'] as const)('%s alone makes none, and the reason is said', async (kind) => {
    expect(await openTicket(form, [await aNote('一', kind)])).toBe(false)
    expect(page.notice()).toMatchObject({ tone: 'info', title: expect.stringContaining('至少要有一句原声') })
    expect(await tickets()).toEqual([])
  })

  test('a note quoted meanwhile is named with its ticket', async () => {
    const note = await aNote('一')
    await openTicket(form, [note])
    expect(await openTicket(form, [note])).toBe(false)
    expect(page.notice().title).toContain('已写进工单')
  })

  test('without an issue type nothing is asked', async () => {
    const asked = vi.fn()
    page.answer('tickets.open', asked)
    expect(await openTicket({ ...form, issueTypeId: null }, [await aNote('一')])).toBe(false)
    expect(asked).not.toHaveBeenCalled()
  })
})

describe('a note half done', () => {
  test('becomes a note at the second it was begun', async () => {
    const draft = await aDraft()
    const change = { kind: 'voice', text: '写完了', issueTypeId: 'coupon' } as const
    expect(await finishDraft(draft, v7(), change)).toBe(true)
    expect(await notes()).toMatchObject([{ text: '写完了', offsetMs: 61_000, issueTypeId: 'coupon' }])
    expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
  })

  test('a half-done change of a note becomes that change, and no second note', async () => {
    const note = await aNote('原来')
    const draft = await aDraft(note.id)
    const change = { kind: 'view', text: '改好', issueTypeId: null } as const
    expect(await saveWritten(goingOn(draft, [note]), change, seen(0))).toBe(true)
    expect(await notes()).toMatchObject([{ id: note.id, kind: 'view', text: '改好', offsetMs: 2_000 }])
    expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
  })

  test('words outlive the note they were to change', async () => {
    const note = await aNote('原来')
    const draft = await aDraft(note.id)
    await accepted(page.client.notes.remove({ seenVersion: null, noteId: note.id }))
    const change = { kind: 'view', text: '改好', issueTypeId: null } as const
    expect(await saveWritten(goingOn(draft, []), change, seen(0))).toBe(true)
    expect(await notes()).toMatchObject([{ kind: 'view', text: '改好', offsetMs: draft.offsetMs }])
  })

  test('what was thrown away comes back as it was, and goes again', async () => {
    const draft = await aDraft()
    const { storedAt: _, ...words } = draft
    await dropDraft(draft)
    expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
    page.notice().undo?.()
    const back = await page.told('已放回')
    expect(await accepted(page.client.notes.drafts({ callId }))).toMatchObject([words])
    back.redo?.()
    await vi.waitFor(async () => expect(await accepted(page.client.notes.halfDone({}))).toEqual([]), patience)
  })
})

test('a change of a note that is refused is told, and false', async () => {
  const note = await aNote('一')
  await openTicket(form, [note])
  expect(await changeNote(note.id, v7(), { kind: 'praise', text: '一', issueTypeId: null }, seen(0))).toBe(false)
  expect(page.notice().tone).toBe('failure')
  expect((await notes())[0]?.kind).toBe('voice')
})
