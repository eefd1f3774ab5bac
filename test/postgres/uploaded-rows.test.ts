import { afterEach, beforeEach, expect, test } from 'vitest'
import { notesService } from '../../electron/services/listening/notes.ts'
import { sessionsService } from '../../electron/services/listening/sessions.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { rows, value, write } from '../../electron/storage/engine/query.ts'
import { runOn, sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { stillListening } from '../../electron/storage/hub/at-its-desk.ts'
import { greetDesk, insertDesk, revokeDesk } from '../../electron/storage/hub/desks.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import { storeConversation } from '../../electron/storage/listening/conversations.ts'
import { insertGap } from '../../electron/storage/listening/stopwatch.ts'
import { storeLens } from '../../electron/storage/silver-hair/lenses.ts'
import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import { NOTHING_SAID } from '../../shared/domain/silver-hair/property.ts'
import { notesOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

/** A hub, and a desk whose own file holds what is heard at it. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let desk: ReturnType<typeof aDesk>
beforeEach(async () => {
  house = await anOpenRoom()
  desk = aDesk()
  await joined('east')
})
afterEach(() => house.close())

const at = shanghai('09:00')

/** Its services answer from its own file. */
function aDesk() {
  const parts = { ...house.parts, engine: sqliteEngine(house.db) }
  const stopwatch = makeStopwatch(parts)
  return {
    sessions: sessionsService(parts, stopwatch),
    notes: notesService(parts, stopwatch),
    rows: (table: string): Row[] => house.db.prepare(`SELECT * FROM ${table}`).all() as Row[],
  }
}

async function joined(id: string): Promise<void> {
  const personId = await house.aPerson('王敏')
  await house.engine.transact(() => insertDesk({ id, personId, name: id, tokenHash: id, madeAt: at }))
  await house.engine.transact(() => greetDesk(id, at))
}

async function anHour() {
  const session = await accepted(desk.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))
  const call = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: 'CC-7' }, nobody))
  const note = await aNote(call.id, '没人管我')
  const lines = [{ atMs: 0, speaker: 'customer' as const, text: '没人管我' }]
  runOn(house.db, storeConversation({ callId: call.id, title: '对话', pace: 'recorded', lines }))
  runOn(
    house.db,
    storeLens({ ...NOTHING_SAID, callId: call.id, mark: 'marked', origin: 'key', markedAt: at, jargon: [] }),
  )
  insertGap(house.db, session.id, { fromMs: 5, toMs: 9, reason: 'asleep' })
  return { session, call, note }
}
const aNote = (callId: string, text: string) => {
  const words = { kind: 'voice' as const, text, offsetMs: 0, issueTypeId: null }
  return accepted(desk.notes.add({ ...words, noteId: house.clock.newId(), callId }, nobody))
}

type HeardRow = Extract<UploadedRow, { row: Row }>
const HEARD = ['session', 'call', 'listening_gap', 'note', 'note_event', 'conversation', 'silver_hair'] as const
const heard = (): HeardRow[] => HEARD.flatMap((table) => desk.rows(table).map((row) => ({ table, row })))
const send = (entries: readonly UploadedRow[], deskId = 'east', generation = 1) =>
  house.engine.transact(() => layDown({ deskId, generation, entries, at, newId: house.clock.newId }))

/** What the hub has of a table, by the columns that the desk has. */
async function laid(table: string): Promise<Row[]> {
  const [columns = {}] = desk.rows(table)
  return house.engine.read(() => rows<Row>(`SELECT ${Object.keys(columns).join(', ')} FROM ${table} ORDER BY 1`))
}

test('what was heard at a desk stands at the hub as it does there, sent once or twice, and as it is changed', async () => {
  const { session, call, note } = await anHour()
  expect(await send(heard())).toEqual({ ok: true })
  expect(await send(heard())).toEqual({ ok: true })
  await desk.notes.edit({ noteId: note.id, kind: 'view', text: '改', issueTypeId: null, seenVersion: null }, nobody)
  await desk.sessions.setReference({ callId: call.id, reference: 'CC-8' }, nobody)
  await desk.sessions.end({ sessionId: session.id }, nobody)
  expect(await send(heard())).toEqual({ ok: true })
  for (const table of HEARD) expect([table, await laid(table)]).toEqual([table, desk.rows(table)])
  const sessions = `SELECT sessions AS value FROM session_tally WHERE listener_id = ''`
  expect(await house.engine.read(() => value(sessions))).toBe(1)
  expect(await send([{ table: 'conversation', gone: call.id }])).toEqual({ ok: true })
  expect(await laid('conversation')).toEqual([])
})

test('a lens comes anew where its desk changed it; what touches property is refused whatever a desk says', async () => {
  const { session, call } = await anHour()
  await desk.sessions.end({ sessionId: session.id }, nobody)
  expect(await send([...heard(), { table: 'session', handedOver: session.id }])).toEqual({ ok: true })
  const [lens] = desk.rows('silver_hair')
  if (lens === undefined) throw new Error('no lens')
  const entry = (change: Row) => ({ table: 'silver_hair', row: { ...lens, ...change } }) as const
  expect(await send([entry({ effort: 5, version: 1 })])).toEqual({ ok: true })
  expect(await laid('silver_hair')).toMatchObject([{ call_id: call.id, effort: 5 }])
  expect(await send([entry({ effort: 1, version: 0 })])).toEqual({ ok: true })
  expect(await laid('silver_hair')).toMatchObject([{ effort: 5 }])
  const forbidden = entry({ operation: 'refund', help: 'for_caller', version: 2 })
  expect(await send([forbidden])).toEqual({ ok: false, code: 'refused', at: 0 })
})

test('a lot is one by one for whoever looks: what comes twice in it ends as it came last, what went and came again is there', async () => {
  const { call, note } = await anHour()
  const all = heard()
  const older = all.map((entry) => ({
    ...entry,
    row: { ...entry.row, ...(entry.table === 'note' && { text: '旧的' }) },
  }))
  const [conversation] = all.filter(({ table }) => table === 'conversation')
  if (conversation === undefined) throw new Error('no conversation')
  const gone = { table: 'conversation', gone: call.id } as const
  expect(await send([...older, gone, conversation, ...all.filter(({ table }) => table === 'note')])).toEqual({
    ok: true,
  })
  for (const table of HEARD) expect(await laid(table), table).toEqual(desk.rows(table))
  const unfit = { table: 'note', row: { ...noteRow(note.id), call_id: house.clock.newId() } } as const
  expect(await send([...all, unfit, ...all])).toEqual({ ok: false, code: 'refused', at: all.length })
})
const noteRow = (id: string): Row => desk.rows('note').find((row) => row.id === id) ?? {}

test('a ticket is found by the words of its note as they are since they came up', async () => {
  const { note } = await anHour()
  await send(heard())
  const tickets = ticketsService(house.parts)
  const wish = {
    title: '没人管',
    issueTypeId: 'coupon',
    priority: 3 as const,
    department: '营销部',
    noteIds: [note.id],
  }
  await accepted(tickets.open(wish, nobody))
  await desk.notes.edit(
    { noteId: note.id, kind: 'voice', text: '优惠券', issueTypeId: null, seenVersion: null },
    nobody,
  )
  await send(heard())
  const said = await house.engine.read(() => value('SELECT characters AS value FROM ticket_search'))
  expect(said).toContain('券')
})

test('rows of what another desk heard, and rows that are none, change nothing, nor does anything that came with them', async () => {
  const { call, note } = await anHour()
  const mine = heard()
  await send(mine)
  await joined('west')
  const id = house.clock.newId()
  const theirs = { ...mine[0]?.row, id } as Row
  const call2 = { ...mine[1]?.row, id, session_id: id } as Row
  const own: UploadedRow[] = [
    { table: 'session', row: theirs },
    { table: 'call', row: call2 },
  ]
  const of = (table: (typeof HEARD)[number], change: Row): UploadedRow => ({
    table,
    row: { ...mine.find((entry) => entry.table === table)?.row, ...change } as Row,
  })
  const refused: [string, UploadedRow][] = [
    ['not_yours', of('session', {})],
    ['not_yours', of('call', {})],
    ['not_yours', of('note', {})],
    ['not_yours', { table: 'conversation', gone: call.id }],
    ['not_yours', { table: 'session', handedOver: String(mine[0]?.row.id) }],
    // Into a session of its own.
    ['not_yours', of('call', { session_id: id })],
    ['not_yours', of('note', { call_id: id })],
    ['refused', of('note_event', { id, call_id: id, note_id: note.id })],
    ['refused', of('note', { id, call_id: id, kind: 'secret' })],
    ['refused', of('note', { id, call_id: id, text: '' })],
    ['refused', of('note', { id, call_id: house.clock.newId() })],
    ['refused', of('listening_gap', { session_id: id, from_ms: 5, to_ms: 5, reason: 'asleep' })],
    ['refused', { table: 'note', row: {} }],
  ]
  for (const [code, entry] of refused)
    expect([entry, await send([...own, entry], 'west')]).toEqual([entry, { ok: false, code, at: 2 }])
  expect(await laid('session')).toHaveLength(1)
  expect(await laid('note')).toEqual(desk.rows('note'))
  expect(await send(own, 'west')).toEqual({ ok: true })
})

test('what comes over an older connection, or from a desk that was sent away, is not taken', async () => {
  await anHour()
  await house.engine.transact(() => greetDesk('east', at))
  expect(await send(heard())).toEqual({ ok: false, code: 'superseded', at: 0 })
  await house.engine.transact(() => revokeDesk('east', at))
  expect(await send(heard(), 'east', 2)).toEqual({ ok: false, code: 'revoked', at: 0 })
  expect(await laid('session')).toEqual([])
})

test('a session is its desk’s until it is handed over; then only what the hub does not know is taken', async () => {
  const { session, call, note } = await anHour()
  await send(heard())
  const isWithItsDesk = async () => {
    const about = [{ sessionId: session.id }, { callId: call.id }, { noteId: note.id }]
    const found = await Promise.all(about.map((one) => house.engine.read(() => stillListening(one))))
    return found.map((who) => who !== null)
  }
  const over: UploadedRow = { table: 'session', handedOver: session.id }
  expect(await send([over])).toEqual({ ok: false, code: 'refused', at: 0 })
  expect(await isWithItsDesk()).toEqual([true, true, true])
  await desk.sessions.end({ sessionId: session.id }, nobody)
  await send(heard())
  expect(await isWithItsDesk()).toEqual([true, true, true])
  expect(await send([...heard(), over])).toEqual({ ok: true })
  expect(await send([over])).toEqual({ ok: true })
  expect(await isWithItsDesk()).toEqual([false, false, false])
  const hub = notesOf(house.parts)
  await hub.edit({ noteId: note.id, kind: 'view', text: '在中心改过', issueTypeId: null, seenVersion: null }, nobody)
  await aNote(call.id, '后来听到的')
  expect(await send(heard())).toEqual({ ok: true })
  expect((await laid('note')).map(({ text }) => text)).toEqual(['在中心改过', '后来听到的'])
})

test('a desk does nothing in the name of somebody unknown, or of somebody who may do more', async () => {
  await anHour()
  const [own] = (await house.engine.read(() => rows<{ id: string }>('SELECT person_id AS id FROM desk'))).map(
    ({ id }) => id,
  )
  const [peer, coordinator] = [await house.aPerson('李强'), await house.aPerson('何静', { role: 'coordinator' })]
  const booking = await house.aBooking({ person: peer })
  const [event] = desk.rows('note_event')
  const actors = [own, peer, coordinator, house.clock.newId(), null].map((id) => id ?? null)
  const events = actors.flatMap((actor_id): UploadedRow[] => [
    { table: 'note_event', row: { ...event, id: house.clock.newId(), actor_id } as Row },
  ])
  const taken = { id: house.clock.newId(), booking_id: booking.id, at, actor_id: coordinator, what: 'checked_in' }
  const heardOnce = heard().filter(({ table }) => table !== 'note_event')
  expect(await send([...heardOnce, ...events, { table: 'booking_event', row: taken }])).toEqual({ ok: true })
  const laidActors = (await laid('note_event')).map(({ actor_id }) => actor_id)
  expect(laidActors).toEqual([own, peer, null, own, null])
  const takenBy = 'SELECT actor_id AS taker FROM booking_event WHERE id = ?'
  expect(await house.engine.read(() => rows(takenBy, [taken.id]))).toEqual([{ taker: null }])
})

test('a session whose desk was sent away is everybody’s', async () => {
  const { session } = await anHour()
  await send(heard())
  const who = () => house.engine.read(() => stillListening({ sessionId: session.id }))
  expect(await who()).toEqual({ listenerName: null })
  await house.engine.transact(() => revokeDesk('east', at))
  expect(await who()).toBeNull()
})

test('a check-in that comes up late undoes the no-show, tells who sat, and where others sit by now it is over', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const first = { from: '13:00', to: '14:00' }
  const [alone, taken] = [
    await house.aBooking({ person: wang, ...first }),
    await house.aBooking({ person: li, seat: 2, ...first }),
  ]
  await house.watch.look()
  house.clock.set(shanghai('13:00'))
  const sat = { ...alone, satById: li }
  const cameAt = house.clock.now()
  house.clock.set(shanghai('13:20'))
  await house.engine.transact(() => write('UPDATE no_show_watch SET since = ?', [at]))
  expect(await house.watch.look()).toBe(2)
  const zhao = await house.aPerson('赵倩')
  await accepted(house.walkUps.take({ bookingId: taken.id, personId: zhao, purpose: 'listen' }, nobody))
  const came = (booking: { id: string }, after: object): UploadedRow => ({
    table: 'booking_event',
    row: {
      ...{ id: house.clock.newId(), booking_id: booking.id, at: cameAt, actor_id: wang, what: 'checked_in' },
      after_json: JSON.stringify(after),
    },
  })
  expect(await send([came(alone, sat), came(taken, taken)])).toEqual({ ok: true })
  expect(await house.watch.look()).toBe(0)
  const { board } = house.bookings
  const now = await accepted(board({ from: '2026-09-18', to: '2026-09-18' }, nobody))
  const told = now.map(({ personName, state, satByName }) => [personName, state, satByName])
  expect(told).toEqual(
    expect.arrayContaining([
      ['王敏', 'checked_in', '李强'],
      ['李强', 'done', null],
      ['赵倩', 'checked_in', null],
    ]),
  )
})

test('what a session did to its booking is done to it, unless others decided otherwise meanwhile', async () => {
  const wang = await house.aPerson('王敏')
  const [kept, cancelled] = [
    await house.aBooking({ person: wang }),
    await house.aBooking({ person: wang, from: '12:00', to: '13:00' }),
  ]
  await accepted(house.cancel(cancelled.id))
  const event = (bookingId: string, what: string): UploadedRow => ({
    table: 'booking_event',
    row: { id: house.clock.newId(), booking_id: bookingId, at, actor_id: wang, what },
  })
  const entries = [event(kept.id, 'checked_in'), event(cancelled.id, 'checked_in')]
  expect(await send(entries)).toEqual({ ok: true })
  expect(await send(entries)).toEqual({ ok: true })
  const states = () =>
    house.engine.read(() => rows('SELECT state, checked_in_at AS at, version FROM booking ORDER BY starts_at'))
  expect(await states()).toEqual([
    { state: 'checked_in', at, version: 1 },
    { state: 'cancelled', at: null, version: 1 },
  ])
  // Somebody took the check-in back, and then it comes a third time.
  const setState = (state: string) =>
    house.engine.transact(() => write('UPDATE booking SET state = ? WHERE id = ?', [state, kept.id]))
  await setState('booked')
  expect(await send(entries)).toEqual({ ok: true })
  expect(await states()).toMatchObject([{ state: 'booked' }, { state: 'cancelled' }])
  await setState('checked_in')
  await send([event(kept.id, 'done')])
  expect(await states()).toMatchObject([{ state: 'done' }, { state: 'cancelled' }])
  expect(await send([event(house.clock.newId(), 'done')])).toMatchObject({ code: 'refused' })
})

test('what went of a session at a desk alone counts on, and who keeps it is known; once it is handed over, that is decided here', async () => {
  const { session } = await anHour()
  const { id } = await accepted(desk.sessions.end({ sessionId: session.id }, nobody))
  const figures = { voice: 3, view: 0, praise: 1, risk: 0, thanks: 1, conversations: 0 }
  const of = { kind: 'notes', session_id: id, kept_until: '2026-09-01', gone_at: at, ...figures }
  const went = (row: Row): UploadedRow => ({ table: 'words_gone', row: { id: `notes:${id}`, ...of, ...row } })
  const row = { session_id: id, reason: '仲裁', until: null, at, actor_id: null }
  const kept: UploadedRow = { table: 'retention_keep', row }
  expect(await send([...heard(), went({ id: 'notes:another' })])).toMatchObject({ code: 'refused' })
  expect(await send([...heard(), kept, went({}), { table: 'session', handedOver: id }])).toEqual({ ok: true })
  const known = (sql: string) => house.engine.read(() => rows(sql))
  const counted = () => known('SELECT voice, praise, thanks FROM words_gone')
  expect(await counted()).toEqual([{ voice: 3, praise: 1, thanks: 1 }])
  expect(await known('SELECT reason, until FROM retention_keep')).toEqual([{ reason: '仲裁', until: null }])
  await house.engine.transact(() => write('DELETE FROM retention_keep'))
  expect(await send([kept, went({ voice: 9 })])).toEqual({ ok: true })
  expect(await known('SELECT reason FROM retention_keep')).toEqual([])
  expect(await counted()).toMatchObject([{ voice: 3 }])
  await joined('west')
  expect(await send([kept], 'west')).toMatchObject({ code: 'not_yours' })
})
