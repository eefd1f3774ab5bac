import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { goesBackAndForth } from '../../test/builders/back-and-forth.ts'
import { aCall, accepted, aFolder } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { cancelExport, startExport } from '../features/exports/exports.actions.ts'
import { closeMeeting } from '../features/meetings/meetings.actions.ts'
import { takeSeat } from '../features/seats/missed/missed.actions.ts'
import { changeMany } from '../features/tickets/many/many.actions.ts'
import { editTicket, moveTicket } from '../features/tickets/tickets.actions.ts'

const clock = aClock()
let page: TestWindow
beforeEach(async () => {
  clock.set(shanghai('09:00'))
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

async function aTicket() {
  const { callId } = await aCall(page.client)
  const noteId = v7()
  const note = {
    noteId,
    draftId: v7(),
    callId,
    offsetMs: 0,
    kind: 'voice',
    text: '等了三天',
    issueTypeId: null,
  } as const
  await accepted(page.client.notes.add(note))
  const wish = { title: '催单', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  return accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
}

test('tickets that were changed by themselves and as many, each step after the other', async () => {
  const now = async () => {
    const { tickets: all } = await accepted(page.client.tickets.list({ filter: {}, sort: 'number', limit: 9 }))
    return all.map(({ id, version, state, title, priority, department }) => ({
      ...{ id, version, state, title, priority, department },
    }))
  }
  const looks = async () =>
    (await now()).map(({ state, title, priority, department }) => [state, title, priority, department])
  const first = await aTicket()
  const many = async () => (await now()).map(({ id, version }) => ({ ticketId: id, seenVersion: version }))
  const seen = [await looks()]
  const acts = [
    async () => changeMany(await many(), { what: 'priority', priority: 2 }),
    async () => editTicket(first.id, { title: '催件', issueTypeId: 'coupon', priority: 2, department: '营销部' }),
    async () => changeMany(await many(), { what: 'department', department: '物流部' }),
    async () => moveTicket((await now())[0] ?? first, 'claim', { ownerName: '李强', remark: null }),
  ]
  for (const act of acts) {
    expect(await act()).toBe(true)
    seen.push(await looks())
  }
  await goesBackAndForth(looks, seen)
})

test('a meeting that was closed is opened again, closed again, and opened once more', async () => {
  const { callId } = await aCall(page.client)
  const of = { callId, meetingId: v7() }
  await accepted(page.client.meetings.start(of))
  const lineId = v7()
  const line = { ...of, lineId, draftId: null, ownerName: '李雷', text: '补寄', dueOn: null }
  const meeting = await accepted(page.client.meetings.addLine(line))
  const looks = async () => (await accepted(page.client.meetings.ofCall({ callId })))?.closedAt !== null
  const seen = [await looks()]
  const closed = await closeMeeting(meeting, { closeId: v7(), ranMs: 60_000, lines: [{ lineId, as: 'decision' }] })
  expect(closed.ok).toBe(true)
  seen.push(await looks())
  await goesBackAndForth(looks, seen)
})

test('an export that waits is called off, begun once more, and called off again', async () => {
  await aTicket()
  const share = aFolder()
  const plan = {
    selection: { by: 'filter', filter: {}, sort: 'number' },
    scope: '全部',
    language: 'zh',
    formats: ['csv'],
  }
  expect(await startExport(plan as never, join(share.path, 'away'))).toBe(true)
  const waiting = async () =>
    (await accepted(page.client.exports.list({ limit: 9 }))).filter(({ state }) => state !== 'cancelled')
  const looks = async () => (await waiting()).length
  const [record] = await waiting()
  if (record === undefined) throw new Error('nothing waits')
  const seen = [await looks()]
  await cancelExport(record)
  seen.push(await looks())
  await goesBackAndForth(looks, seen)
  share.remove()
})

test('a place that somebody left is taken, given back and taken again', async () => {
  const add = async (name: string) =>
    (
      await accepted(
        page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }),
      )
    ).id
  const [late, first] = [await add('王敏'), await add('李强')]
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  await accepted(
    page.client.bookings.reserve({ seatId, personId: late, companionId: null, purpose: 'listen', ...times }),
  )
  clock.set(shanghai('10:15'))
  const open = async () => accepted(page.client.walkUps.open({}))
  const looks = async () => (await open()).length
  const [seat] = await open()
  if (seat === undefined) throw new Error('no seat is open')
  const seen = [await looks()]
  await takeSeat(seat, first, 'listen')
  seen.push(await looks())
  await goesBackAndForth(looks, seen)
})
