import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { goesBackAndForth } from '../../test/builders/back-and-forth.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { collectThanks, handOver } from '../features/agents/agents.actions.ts'
import { writeDown } from '../features/duty/duty.actions.ts'
import { dropDraft, openTicket } from '../features/review/review.actions.ts'
import { noticesOf, redoNewest, undoNewest, useNotices } from '../ui/notices.ts'

let page: TestWindow
let me: string
let other: string
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { department: '', role: 'coordinator', employeeNumber: null, email: null } as const
  me = (await accepted(page.client.people.add({ ...wish, name: '王敏' }))).id
  other = (await accepted(page.client.people.add({ ...wish, name: '李强' }))).id
  await accepted(page.client.settings.save({ me }))
})
afterEach(() => page.close())

const trip = (date: string) => ({ duty: 'trip', tripKind: 'picking', place: '武清仓', evidence: '照片', date }) as const
const trips = async () =>
  (await accepted(page.client.passports.get({ personId: other, year: 2026 }))).credits.map(({ date }) => date)

test('of two duties written down both are taken back and written down again by the keys', async () => {
  const seen = [await trips()]
  for (const date of ['2026-09-10', '2026-09-11']) {
    expect(await writeDown(other, trip(date), 2026)).toBe(true)
    seen.push(await trips())
  }
  expect(seen.at(-1)).toEqual(['2026-09-10', '2026-09-11'])
  await goesBackAndForth(trips, seen)
})

test('what one did is not taken back by who sits here next; back again in time it is', async () => {
  noticesOf(me)
  await writeDown(other, trip('2026-09-10'), 2026)
  await writeDown(other, trip('2026-09-11'), 2026)
  noticesOf(other)
  expect([undoNewest(), useNotices.getState().notices]).toEqual([false, []])
  await writeDown(me, trip('2026-09-12'), 2026)
  noticesOf(me)
  expect(undoNewest()).toBe(true)
  await vi.waitFor(async () => expect(await trips()).toEqual(['2026-09-10']), patience)
  noticesOf(other)
  expect(redoNewest()).toBe(false)
  expect(undoNewest()).toBe(true)
})

async function aNote(callId: string, kind: 'voice' | 'praise', text: string) {
  const noteId = v7()
  const words = { noteId, draftId: v7(), callId, offsetMs: 0, kind, text, issueTypeId: null } as const
  return accepted(page.client.notes.add(words))
}

test('two tickets that were opened, and half-done words that were thrown away, go back step after step and forth', async () => {
  const { callId } = await aCall(page.client)
  const notes = [await aNote(callId, 'voice', '等了三天'), await aNote(callId, 'voice', '没人回电')]
  const draft = {
    draftId: v7(),
    callId,
    noteId: null,
    offsetMs: 0,
    kind: 'voice',
    text: '还有',
    issueTypeId: null,
    seenVersion: null,
    caret: 2,
  } as const
  await accepted(page.client.notes.storeDraft(draft))
  const looks = async () => {
    const { tickets } = await accepted(page.client.tickets.list({ filter: {}, sort: 'number', limit: 9 }))
    const drafts = await accepted(page.client.notes.drafts({ callId }))
    return [tickets.length, drafts.length]
  }
  const seen = [await looks()]
  const form = { title: '催单', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  for (const note of notes) {
    expect(await openTicket(form, [note])).toBe(true)
    seen.push(await looks())
  }
  await dropDraft({ ...draft, storedAt: '2026-09-18T01:00:00.000Z' })
  seen.push(await looks())
  expect(seen).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [2, 0],
  ])
  await goesBackAndForth(looks, seen)
})

test('thanks that were collected and handed over go back step after step and forth', async () => {
  const { callId } = await aCall(page.client)
  const praise = await aNote(callId, 'praise', '耐心')
  const looks = async () => [
    (await accepted(page.client.thanks.list({ state: 'waiting' }))).thanks.length,
    (await accepted(page.client.thanks.list({ state: 'handed_over' }))).thanks.length,
  ]
  const seen = [await looks()]
  await collectThanks(praise.id)
  seen.push(await looks())
  const { thanks } = await accepted(page.client.thanks.list({ state: 'waiting' }))
  await handOver(thanks.map(({ id }) => id))
  seen.push(await looks())
  expect(seen).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ])
  await goesBackAndForth(looks, seen)
})
