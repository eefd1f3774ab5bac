import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jargonService } from '../../../electron/services/silver-hair/jargon.ts'
import { silverHairService } from '../../../electron/services/silver-hair/silver-hair.ts'
import { checkIntegrity } from '../../../electron/storage/file/integrity.ts'
import { makeMirrorTables, mirrorCursor, personHere, takeOver } from '../../../electron/storage/team/mirror.ts'
import { makeMirror } from '../../../electron/team/mirror.ts'
import type { Changes, Row } from '../../../electron/team/wire.ts'
import type { Topic } from '../../../shared/contract/entry.ts'
import { aChangingHub, copiesIn } from '../../builders/changing-hub.ts'
import { put } from '../../builders/far-hub.ts'
import { cloudCard } from '../../builders/kept-terms.ts'
import { aMember } from '../../builders/member.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aMember>>
beforeEach(async () => {
  desk = await aMember()
  makeMirrorTables(desk.db)
})
afterEach(() => desk.close())

const at = shanghai('09:00')
const nothing: Changes = { cursor: 'c', isAnew: false, hasMore: false, rows: [], gone: [] }
const person = (id: string, change = {}) => ({
  table: 'person' as const,
  row: {
    ...{ id, name: '张岚', department: '客服部', role: 'listener', employee_number: null, email: null },
    ...{ removed_at: null, version: 0, ...change },
  },
})

test.each(Array.from({ length: 4 }, (_, seed) => seed))(
  'whatever changes at the hub and in whichever order it comes, in the end the desk has the same (%i)',
  async (seed) => {
    const hub = aChangingHub(seed * 7_919 + 1)
    // Whom something that was heard here names.
    put(hub.db, 'person', desk.db.prepare('SELECT * FROM person').get() as Row)
    for (let count = 0; count < 120; count += 1) hub.act()
    for (let count = 0; count < 200; count += 1) {
      if (hub.random(2) === 0) hub.act()
      takeOver(desk.db, hub.changesSince(mirrorCursor(desk.db)), at)
    }
    for (let hasMore = true; hasMore; ) {
      const lot = hub.changesSince(mirrorCursor(desk.db))
      takeOver(desk.db, lot, at)
      hasMore = lot.hasMore
    }
    expect(copiesIn(desk.db)).toEqual(hub.rows())
    expect(hub.rows().booking?.length).toBeGreaterThan(3)
    expect(desk.db.pragma('foreign_key_check')).toEqual([])
    expect(checkIntegrity(desk.db)).toBe('ok')
    expect(desk.db.prepare('SELECT count(*) FROM mirror_later').pluck().get()).toBe(0)
    hub.db.close()
  },
)

test('what everything does not bring is gone, and marked as removed where something that was heard here names it', () => {
  const other = person('p1')
  takeOver(desk.db, { ...nothing, rows: [other] }, at)
  takeOver(desk.db, { ...nothing, isAnew: true, hasMore: true, cursor: 'one', rows: [person('p2')] }, at)
  expect(desk.db.prepare(`SELECT count(*) FROM person WHERE id = 'p1'`).pluck().get()).toBe(1)
  // The desk was closed between two lots.
  takeOver(desk.db, { ...nothing, cursor: 'two', rows: [person('p3')] }, at)
  expect(desk.db.prepare('SELECT id, removed_at FROM person ORDER BY id').all()).toEqual([
    { id: desk.listener, removed_at: at },
    { id: 'p2', removed_at: null },
    { id: 'p3', removed_at: null },
  ])
  expect(desk.db.prepare('SELECT count(*) FROM seat').pluck().get()).toBe(0)
})

test('jargon is counted by the terms of the house as the desk has them, while its hub is away', async () => {
  const terms = { only_row: 1, terms_json: JSON.stringify([cloudCard]), version: 3 }
  takeOver(desk.db, { ...nothing, rows: [{ table: 'jargon_terms', row: terms }] }, at)
  expect(await accepted(jargonService(desk.parts).list({}, nobody))).toEqual({ terms: [cloudCard], version: 3 })
  const lens = silverHairService(desk.parts)
  await desk.aNote('坐席说这是云享卡')
  await accepted(lens.mark({ callId: desk.call.id, mark: 'marked', origin: 'key' }, nobody))
  await accepted(lens.recount({ callId: desk.call.id }, nobody))
  expect(await accepted(lens.ofSession({ sessionId: desk.session.id }, nobody))).toMatchObject([
    { jargon: [{ termId: cloudCard.id, count: 1 }] },
  ])
  takeOver(desk.db, { ...nothing, isAnew: true }, at)
  expect((await accepted(jargonService(desk.parts).list({}, nobody))).terms).toEqual([])
})

test('a record that was merged may come before the one it was merged into', () => {
  const gone = person('p1', { merged_into: 'p2', removed_at: at })
  takeOver(desk.db, { ...nothing, isAnew: true, hasMore: true, cursor: 'one', rows: [gone] }, at)
  const into = () => desk.db.prepare(`SELECT merged_into FROM person WHERE id = 'p1'`).pluck().get()
  expect(into()).toBeNull()
  takeOver(desk.db, { ...nothing, cursor: 'two', rows: [person('p2')] }, at)
  expect(into()).toBe('p2')
  expect(personHere(desk.db, 'p1')).toMatchObject({ personId: 'p2' })
  expect(desk.db.prepare('SELECT count(*) FROM mirror_later').pluck().get()).toBe(0)
})

test('a case of others about a call of others is not kept, nor what an older Earshot kept of one', () => {
  const told = (caseId: string, callId: string) => ({
    table: 'raised_elsewhere' as const,
    row: { case_id: caseId, call_id: callId, origin: 'key', grade: 'high', raised_at: at, raised_by: null },
  })
  desk.db.exec(`INSERT INTO mirror_later (what, row_id, row_json) VALUES ('raised_elsewhere', 'old', '{}')`)
  makeMirrorTables(desk.db)
  takeOver(desk.db, { ...nothing, rows: [told('theirs', 'call'), told('ours', desk.call.id)] }, at)
  expect(desk.db.prepare('SELECT case_id FROM raised_elsewhere').pluck().all()).toEqual(['ours'])
  expect(desk.db.prepare('SELECT row_id FROM mirror_later').all()).toEqual([])
})

test('a booking that a session here began stays begun until the hub knows, and is then as the hub has it', async () => {
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const booking = await desk.aBooking({ person: desk.listener, from: '09:00', to: '10:00' })
  const asAtTheHub = desk.db.prepare('SELECT * FROM booking').get() as never
  await accepted(desk.sessions.start({ bookingId: booking.id, listenerId: null, purpose: 'listen' }, desk.asker))
  const state = () => desk.db.prepare('SELECT state FROM booking').pluck().get()
  takeOver(desk.db, { ...nothing, rows: [{ table: 'booking', row: asAtTheHub }] }, at)
  expect(state()).toBe('checked_in')
  desk.hub.knows(desk.db)
  desk.hub.comesBack()
  expect(await desk.uploader.drained()).toBe('up')
  // The hub cancelled it meanwhile, so that the news came to nothing and the row does not come again.
  takeOver(desk.db, nothing, at)
  expect(state()).toBe('booked')
})

test('it is read when the hub comes back and when it tells of a change, and windows are told of what they show', async () => {
  let rows: Changes['rows'] = [person('p1')]
  const asked: (string | null)[] = []
  desk.hub.tells((cursor) => {
    asked.push(cursor)
    return { ...nothing, cursor: `c${asked.length}`, rows }
  })
  const { parts } = desk
  const mirror = makeMirror({ ...parts, link: desk.hub.link })
  expect(asked).toEqual([])
  desk.hub.comesBack()
  await mirror.catchUp()
  expect(asked).toEqual([null, 'c1'])
  expect(desk.events.at(-1)).toEqual({ kind: 'changed', topics: ['people', 'bookings', 'team'] })

  rows = [person('p1', { name: '张岚岚', version: 1 })]
  desk.hub.emit({ kind: 'changed', topics: ['sessions'] })
  desk.hub.emit({ kind: 'changed', topics: ['people'] })
  const name = () => desk.db.prepare(`SELECT name FROM person WHERE id = 'p1'`).pluck().get()
  await vi.waitFor(() => expect(name()).toBe('张岚岚'), patience)
  expect(asked.length).toBe(3)
  await mirror.close()
})

test('windows are told of a change once, when the copies have it', async () => {
  let rows: Changes['rows'] = []
  desk.hub.tells((cursor) => ({ ...nothing, cursor: `${cursor}.`, rows }))
  desk.hub.comesBack()
  const told: [topics: readonly Topic[], name: unknown][] = []
  const name = () => desk.db.prepare(`SELECT name FROM person WHERE id = 'p1'`).pluck().get()
  const mirror = makeMirror({
    ...{ ...desk.parts, link: desk.hub.link },
    emit: (event) => event.kind === 'changed' && told.push([event.topics, name()]),
  })
  await mirror.catchUp()
  rows = [person('p1')]
  desk.hub.emit({ kind: 'changed', topics: ['people', 'draws'] })
  await vi.waitFor(() => expect(told.length).toBe(1), patience)
  expect(told.map(([topics, known]) => [topics.toSorted(), known])).toEqual([
    [['bookings', 'draws', 'people', 'team'], '张岚'],
  ])
  // Nothing of it is copied.
  desk.hub.emit({ kind: 'changed', topics: ['draws'] })
  expect(told.at(-1)).toEqual([['draws'], '张岚'])
  await mirror.close()
})

test('columns of a newer hub are left out, and no copy of the file is due for what came', () => {
  takeOver(desk.db, { ...nothing, rows: [person('p1', { nickname: '小张' })] }, at)
  expect(desk.db.prepare(`SELECT name FROM person WHERE id = 'p1'`).pluck().get()).toBe('张岚')
})

test('seats of one number stay beside each other in two rooms', () => {
  const hours = { opens_at: '09:00', closes_at: '21:00', slot_minutes: 30, time_zone: 'Asia/Shanghai' }
  const room = (id: string) => ({ table: 'room' as const, row: { id, ...hours } })
  const seat = (id: string, room_id: string) => ({
    table: 'seat' as const,
    row: { id, number: 9, removed_at: null, room_id },
  })
  takeOver(desk.db, { ...nothing, rows: [room('r1'), room('r2'), seat('s1', 'r1'), seat('s2', 'r2')] }, at)
  expect(desk.db.prepare('SELECT id FROM seat WHERE number = 9 AND removed_at IS NULL').pluck().all()).toEqual([
    's1',
    's2',
  ])
})

test('a booking waits for whom it names, where that one comes in a later lot', async () => {
  const booking = await desk.aBooking({ person: desk.listener })
  const row = { ...(desk.db.prepare('SELECT * FROM booking').get() as Row), companion_id: 'p1', version: 1 }
  const companion = () => desk.db.prepare('SELECT companion_id FROM booking WHERE id = ?').pluck().get(booking.id)
  takeOver(desk.db, { ...nothing, rows: [{ table: 'booking', row }] }, at)
  expect(companion()).toBe(null)
  takeOver(desk.db, { ...nothing, rows: [person('p1')] }, at)
  expect(companion()).toBe('p1')
})
