import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../../shared/contract/contract.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted, aNoteIn } from '../../builders/console.ts'
import { aConsoleWithShare } from '../../builders/console-with-share.ts'
import { aMeetingWithALine } from '../../builders/kept-meetings.ts'
import { aClock } from '../../builders/parts.ts'
import { theRoomOf } from '../../builders/rooms.ts'
import { settledExport } from '../../builders/settled-export.ts'

const ZONE = 'America/Los_Angeles'
let share: string
let client: Client
let close: () => Promise<void>
const clock = aClock()
beforeEach(async () => {
  ;({ share, client, close } = await aConsoleWithShare({ clock }))
})
afterEach(() => close())

/** A session on a seat of a room in Los Angeles, on the last evening of September there; in Shanghai it is October. */
async function listeningAbroad() {
  const { id: likeRoomId } = await theRoomOf(client)
  const room = await accepted(client.roomKeeping.add({ name: '洛杉矶厅', site: '洛杉矶', likeRoomId }))
  const told = { seenVersion: null, toldHits: null, cancel: null, leave: null }
  await accepted(client.roomKeeping.setZone({ ...told, roomId: room.id, timeZone: ZONE }))
  const person = { name: '陈思远', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(client.people.add(person))
  const place = { startsAt: instantAt('2026-09-30', '18:00', ZONE), endsAt: instantAt('2026-09-30', '19:00', ZONE) }
  clock.set(place.startsAt)
  const wish = { ...place, seatId: room.seats[0]?.id ?? '', personId, companionId: null, purpose: 'listen' } as const
  const { id: bookingId } = await accepted(client.bookings.reserve(wish))
  await accepted(client.bookings.checkIn({ bookingId }))
  return accepted(client.sessions.start({ bookingId, listenerId: null, purpose: 'listen' }))
}

test('a file says when a call was heard by the clock on the wall there, and all that is the house’s by the house’s', async () => {
  const session = await listeningAbroad()
  const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const note = await aNoteIn(client, call.id, 1)
  const ticket = { title: '不会用', issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  await accepted(client.tickets.open({ ...ticket, noteIds: [note.id] }))
  const wish = { selection: { by: 'range', range: 'today' }, scope: '市场部', language: 'zh', folder: share } as const
  const [started] = await accepted(client.exports.start({ ...wish, formats: ['csv'] }))
  if (started === undefined) throw new Error('no file')
  const { fileName } = await settledExport(client, started)
  const rows = parse(readFileSync(join(share, fileName)), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toMatchObject([
    { '通话时间（当地）': '2026-09-30 18:00', 通话编号: '2026-09-30 第 1 通', 提出时间: '2026-10-01 09:00' },
  ])
})

test('minutes say when and by which clock they were held', async () => {
  await listeningAbroad()
  const { of } = await aMeetingWithALine(client)
  const started = await accepted(client.meetings.writeMinutes({ callId: of.callId, folder: share, language: 'zh' }))
  const { fileName } = await settledExport(client, started)
  expect(readFileSync(join(share, fileName), 'utf8')).toContain('- 2026-09-30 18:00 (UTC−7) · ')
  // As they are printed.
  expect(await accepted(client.meetings.minutes({ callId: of.callId }))).toMatchObject({ heardZone: ZONE })
})

test('lists of calls and meetings, and what is half done, come with the clock on the wall there', async () => {
  const session = await listeningAbroad()
  const { of } = await aMeetingWithALine(client)
  const { meetings } = await accepted(client.meetings.list({ limit: 10, offset: 0 }))
  expect(meetings).toMatchObject([{ heardZone: ZONE }])
  const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: 'C-1' }))
  const next = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: 'C-1' }))
  await aNoteIn(client, call.id, 7, '尿不湿漏了')
  const { voices } = await accepted(client.search.everywhere({ text: '尿不湿', limit: 5 }))
  const { calls } = await accepted(client.search.everywhere({ text: 'C-1', limit: 5 }))
  expect([...voices.hits, ...calls.hits].map(({ heardZone }) => heardZone)).toEqual([ZONE, ZONE, ZONE])
  expect(await accepted(client.search.everywhere({ text: '', limit: 1 }))).toMatchObject({
    voices: { hits: [{ heardZone: ZONE }] },
  })
  const asked = { reference: 'C-1', exceptCallId: next.id, limit: 5 }
  expect(await accepted(client.tickets.callsByReference(asked))).toMatchObject({
    calls: [{ callId: call.id, heardZone: ZONE }],
  })
  const words = { kind: 'voice', text: '还没写完', caret: 4, offsetMs: 0, issueTypeId: null } as const
  const draft = { draftId: v7(), callId: of.callId, noteId: null, seenVersion: null, ...words }
  await accepted(client.notes.storeDraft(draft))
  expect(await accepted(client.notes.halfDone({}))).toMatchObject([{ heardZone: ZONE }])
})
