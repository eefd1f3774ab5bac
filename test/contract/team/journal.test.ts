import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silverHairService } from '../../../electron/services/silver-hair/silver-hair.ts'
import type { WritableDb } from '../../../electron/storage/database.ts'
import { attachConversation } from '../../../electron/storage/listening/conversations.ts'
import { nextWaiting, readyToSend, takeOff, waitingByGroup } from '../../../electron/storage/team/journal.ts'
import { makeJournal } from '../../../electron/storage/team/journal-tables.ts'
import { heardRows } from '../../builders/far-hub.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let noticed = 0
beforeEach(async () => {
  noticed = 0
  desk = await someoneListening()
})
afterEach(() => desk.close())

const belong = () =>
  makeJournal(desk.db, desk.clock.now, () => {
    noticed += 1
  })
const waiting = (aside: string[] = []) => nextWaiting(desk.db, 0, aside, 1_000).waiting
const upNow = () => takeOff(desk.db, readyToSend(desk.db, waiting()))
const said = () =>
  waiting().map(({ entry }) => {
    if ('row' in entry) return `${entry.table} ${entry.row.text ?? entry.row.what ?? entry.row.number ?? ''}`.trim()
    return 'gone' in entry ? `${entry.table} gone` : 'handed over'
  })

test('a desk alone has no journal, and nothing is done for it', async () => {
  await desk.aNote('降价补差')
  expect(desk.db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'journal%'`).all()).toEqual([])
  expect(desk.db.prepare(`SELECT name FROM sqlite_temp_schema`).all()).toEqual([])
})

test('what was heard before there was a journal waits in order, and from then on what is heard, each row once as it is now', async () => {
  await desk.aNote('降价补差')
  belong()
  expect(said()).toEqual(['session', 'call 1', 'note 降价补差', 'note_event added'])
  upNow()
  expect(said()).toEqual([])

  const note = await desk.aNote('尿布换号')
  await accepted(
    desk.notes.edit(
      { noteId: note.id, seenVersion: null, kind: 'voice', text: '尿布免费换号', issueTypeId: null },
      desk.asker,
    ),
  )
  expect(said()).toEqual(['note 尿布免费换号', 'note_event added', 'note_event edited'])
  expect(noticed).toBeGreaterThanOrEqual(4)
})

test('what was taken back with its transaction does not wait', async () => {
  belong()
  upNow()
  expect(() =>
    desk.db.transaction(() => {
      desk.db.prepare(`UPDATE call SET reference = 'A-1'`).run()
      throw new Error('no')
    })(),
  ).toThrow('no')
  expect(said()).toEqual([])
})

test('what changes while a lot is on its way stays waiting', async () => {
  belong()
  const note = await desk.aNote('尿布换号')
  const lot = readyToSend(desk.db, waiting())
  await accepted(desk.notes.remove({ noteId: note.id, seenVersion: null }, desk.asker))
  takeOff(desk.db, lot)
  expect(said()).toEqual(['note 尿布换号', 'note_event removed'])
})

test('a conversation comes, and goes', async () => {
  belong()
  upNow()
  const callId = desk.call.id
  const add = `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '', 'recorded', '[]')
    ON CONFLICT (call_id) DO UPDATE SET title = excluded.title`
  desk.db.prepare(add).run(callId)
  desk.db.prepare(add).run(callId)
  expect(said()).toEqual(['conversation'])
  upNow()
  await accepted(desk.conversations.detach({ callId }, nobody))
  expect(said()).toEqual(['conversation gone', 'conversation_taken'])
  upNow()
  await desk.parts.engine.transact(() => attachConversation({ callId, title: '', pace: 'recorded', lines: [] }))
  expect(said()).toEqual(['conversation', 'conversation_taken gone'])
})

test('a lens comes as it is now, and goes', async () => {
  belong()
  upNow()
  const callId = desk.call.id
  const lens = silverHairService(desk.parts)
  await accepted(lens.mark({ callId, mark: 'marked', origin: 'key' }, nobody))
  await accepted(lens.press({ callId, press: { effort: 4 } }, nobody))
  expect(waiting().map(({ entry }) => entry)).toMatchObject([{ table: 'silver_hair', row: { effort: 4, version: 1 } }])
  upNow()
  desk.db.prepare('DELETE FROM silver_hair').run()
  expect(said()).toEqual(['silver_hair gone'])
})

test('a stretch in which nothing could be heard goes up', () => {
  belong()
  upNow()
  desk.db
    .prepare(`INSERT INTO listening_gap (session_id, from_ms, to_ms, reason) VALUES (?, 1000, 30000, 'asleep')`)
    .run(desk.session.id)
  expect(waiting().map(({ entry }) => entry)).toEqual([
    { table: 'listening_gap', row: { session_id: desk.session.id, from_ms: 1000, to_ms: 30000, reason: 'asleep' } },
  ])
})

test('what a session did to its booking goes up, what was booked does not', async () => {
  belong()
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const booking = await desk.aBooking({ person: desk.listener, from: '09:00', to: '10:00' })
  upNow()
  const wish = { bookingId: booking.id, listenerId: null, purpose: 'listen' } as const
  const session = await accepted(desk.sessions.start(wish, desk.asker))
  desk.clock.set(shanghai('09:30'))
  await accepted(desk.sessions.end({ sessionId: session.id }, desk.asker))
  expect(said()).toEqual(['booking_event checked_in', 'session', 'handed over', 'booking_event done'])
  expect(waitingByGroup(desk.db)).toMatchObject([
    { group: booking.id, startedAt: null },
    { group: session.id, listenerName: '王敏', startedAt: session.startedAt },
  ])
})

test('a session goes over at its end and with all that belongs to it, never before', async () => {
  belong()
  await desk.aNote('降价补差')
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const [first] = waiting()
  if (first === undefined) throw new Error('nothing waits')
  // As it would be read in two lots: its end is among the first, a note after it among the second.
  await desk.aNote('尿布换号')
  const lot = readyToSend(
    desk.db,
    waiting().filter(({ entry }) => !('row' in entry && entry.row.text === '尿布换号')),
  )
  expect(lot.filter(({ entry }) => 'handedOver' in entry)).toEqual([])
  takeOff(desk.db, lot)
  expect(readyToSend(desk.db, waiting()).map(({ entry }) => Object.keys(entry))).toEqual([
    ['table', 'row'],
    ['table', 'handedOver'],
  ])
})

test('counts are of rows and of notes, each once', async () => {
  belong()
  upNow()
  desk.clock.advance(60_000)
  const since = desk.clock.now()
  await desk.aNote('降价补差')
  desk.clock.advance(60_000)
  const note = await desk.aNote('尿布换号')
  await accepted(desk.notes.remove({ noteId: note.id, seenVersion: null }, desk.asker))
  expect(waitingByGroup(desk.db)).toMatchObject([{ group: desk.session.id, notes: 2, rows: 5, since }])
})

test('a copy that is restored sends what waited in it once more', async () => {
  belong()
  await desk.aNote('降价补差')
  const path = join(desk.parts.dataFolder, 'copy.db')
  desk.db.prepare('VACUUM INTO ?').run(path)
  const copy = new Database(path) as WritableDb
  upNow()
  makeJournal(copy, desk.clock.now, () => {})
  const again = nextWaiting(copy, 0, [], 100).waiting
  expect(again.map(({ entry }) => ('row' in entry ? entry.table : ''))).toEqual([
    'session',
    'call',
    'note',
    'note_event',
  ])
  expect(heardRows(copy)).toEqual(heardRows(desk.db))
  copy.close()
})
