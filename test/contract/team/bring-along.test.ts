import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { write } from '../../../electron/storage/engine/query.ts'
import { halfDoneNotes } from '../../../electron/storage/listening/drafts.ts'
import { bringBackHalfDone } from '../../../electron/storage/team/half-done-back.ts'
import { groupsWaiting, isUp, lastNumber } from '../../../electron/storage/team/journal.ts'
import { aDeskWithSomething } from '../../builders/bringing.ts'
import { bytesOf } from '../../builders/bytes-of.ts'
import { heardRows } from '../../builders/far-hub.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { shanghai } from '../../builders/seats.ts'

/** What a desk held alone, looked at and brought to a hub at the far end of a link that is cut. */
let desk: Awaited<ReturnType<typeof aDeskWithSomething>>
beforeEach(async () => {
  desk = await aDeskWithSomething()
})
afterEach(() => desk.close())

const ends = () => accepted(desk.alone.sessions.end({ sessionId: desk.alone.session.id }, desk.alone.asker))
const hubKnows = (id: string, name: string, number: string | null = null, department = '客服部') =>
  desk.hub.db
    .prepare(`INSERT INTO person (id, name, department, role, employee_number) VALUES (?, ?, ?, 'listener', ?)`)
    .run(id, name, department, number)
const counts = (kind: string) =>
  desk
    .bring()
    .status()
    .counts?.kinds.find((one) => one.kind === kind)
const atHub = (sql: string) => desk.hub.db.prepare(sql).all()
const bytes = () => createHash('sha256').update(bytesOf(desk.alone.parts.databasePath)).digest('hex')

test('what is looked at stays as it was: people, an hour with its notes, and tickets are told with how they meet the hub', async () => {
  const ticket = await desk.alone.aTicket()
  await desk.alone.aNote('只是一句话')
  await accepted(desk.alone.notes.storeDraft(desk.alone.draftWish('还没写完'), desk.alone.asker))
  await desk.alone.aPerson('没听过的人')
  await ends()
  hubKnows(desk.alone.clock.newId(), '王敏')
  expect(desk.bring().status()).toMatchObject({ stage: 'offered', counts: null, isLookedAt: false })
  const before = heardRows(desk.hub.db)
  const status = await desk.looks()
  expect(status).toMatchObject({ isLookedAt: true, failure: null, counts: { calls: 1, notes: 2, halfDone: 0 } })
  expect(desk.standings('person')).toEqual(['没听过的人 will', '王敏 same'])
  expect(desk.standings('session')).toEqual(['will'])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} will null`])
  expect(heardRows(desk.hub.db)).toEqual(before)
})

test('what was heard under a record that was merged comes as who they are', async () => {
  await ends()
  const again = await desk.alone.aPerson('王小敏', { employeeNumber: 'E9' })
  await desk.alone.engine.transact(() =>
    write('UPDATE person SET merged_into = ?, removed_at = ? WHERE id = ?', [
      again,
      desk.alone.clock.now(),
      desk.alone.listener,
    ]),
  )
  await desk.looks()
  expect(desk.standings('person')).toEqual(['王小敏 will'])
  await desk.brings()
  expect(atHub('SELECT name FROM session JOIN person ON person.id = listener_id')).toEqual([{ name: '王小敏' }])
})

test('people, hours and tickets come, each once, as whom the hub knows; the desk’s own file is as it was', async () => {
  const ticket = await desk.alone.aTicket()
  await accepted(desk.alone.move(ticket.id, 'claim', { ownerName: '李工' }))
  await ends()
  const lin = await desk.alone.aPerson('林涛')
  const known = desk.alone.clock.newId()
  hubKnows(known, '王敏')
  desk.alone.db.pragma('wal_checkpoint(TRUNCATE)')
  const was = bytes()
  await desk.looks()
  const done = await desk.brings()
  expect(done).toMatchObject({ stage: 'done', work: null, failure: null })
  const here = heardRows(desk.alone.db)
  const there = heardRows(desk.hub.db)
  for (const table of ['call', 'listening_gap', 'note', 'conversation']) expect(there[table]).toEqual(here[table])
  expect(there.note_event).toEqual(here.note_event?.map((event) => ({ ...(event as object), actor_id: known })))
  expect(there.session).toEqual([{ ...(here.session?.[0] as object), listener_id: known }])
  expect(desk.hub.handedOver).toEqual([desk.alone.session.id])
  expect(atHub('SELECT id, name FROM person WHERE removed_at IS NULL ORDER BY name')).toEqual([
    { id: lin, name: '林涛' },
    { id: known, name: '王敏' },
  ])
  expect(atHub('SELECT id, state, owner_name FROM ticket')).toEqual([
    { id: ticket.id, state: 'in_progress', owner_name: '李工' },
  ])
  expect(bytes()).toBe(was)

  // Looked at and brought once more: it is there, and nothing comes twice.
  await desk.startAgain()
  expect(desk.bring().rows('ticket', 0, 10)).toMatchObject({ total: 1, rows: [{ standing: 'came', hubNumber: 1 }] })
  expect(desk.bring().status()).toMatchObject({ stage: 'done', isLookedAt: false })
  await desk.looks()
  await desk.brings()
  expect(heardRows(desk.hub.db)).toEqual(there)
  expect(atHub('SELECT id FROM ticket')).toHaveLength(1)
  expect(desk.standings('ticket')).toEqual([`${ticket.title} came 1`])
  expect(desk.standings('person')).toEqual(['林涛 came', '王敏 same'])
})

test('what an earlier version stored unmasked goes to nobody as it is', async () => {
  await desk.alone.aTicket()
  await ends()
  desk.alone.db.exec(`UPDATE note SET text = '打 13812345678'; UPDATE call SET reference = '13812345678'`)
  await desk.looks()
  await desk.brings()
  expect(atHub('SELECT text FROM note')).toEqual([{ text: '打 138****5678' }])
  expect(atHub('SELECT reference FROM call')).toEqual([{ reference: '138****5678' }])
})

test('nobody is merged without a word: who may be somebody waits for a person, and so do the hours and tickets of theirs', async () => {
  const ticket = await desk.alone.aTicket()
  await ends()
  const other = desk.alone.clock.newId()
  hubKnows(other, '王敏', null, '物流部')
  await desk.looks()
  expect(desk.standings('person')).toEqual(['王敏 decide'])
  expect(desk.standings('session')).toEqual(['person_waits'])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} notes_wait null`])
  await desk.brings()
  expect(atHub('SELECT id FROM session')).toEqual([])
  expect(counts('session')).toMatchObject({ stays: 1, came: 0 })

  // Said, and kept over a start.
  const say = (decision: object) => desk.bring().decide([{ id: desk.alone.listener, decision }], [])
  say({ as: 'stay' })
  expect(desk.standings('person')).toEqual(['王敏 left'])
  say({ as: 'same', personId: other })
  await desk.startAgain()
  await desk.looks()
  expect(desk.standings('person')).toEqual(['王敏 same'])
  await desk.brings()
  expect(atHub('SELECT listener_id FROM session')).toEqual([{ listener_id: other }])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} came 1`])
})

test('a note-taker brings hours and tickets and asks for a coordinator where somebody is new; a listener asks for a note-taker', async () => {
  const ticket = await desk.alone.aTicket()
  await ends()
  desk.me.role = 'note_taker'
  await desk.looks()
  expect(desk.standings('person')).toEqual(['王敏 needs_coordinator'])
  await desk.brings()
  expect(atHub('SELECT id FROM person')).toEqual([])
  expect(atHub('SELECT id FROM session')).toEqual([])

  hubKnows(desk.alone.clock.newId(), '王敏')
  desk.me.role = 'listener'
  await desk.looks()
  await desk.brings()
  expect(desk.standings('session')).toEqual(['came'])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} needs_note_taker null`])
  desk.me.role = 'note_taker'
  await desk.looks()
  await desk.brings()
  expect(desk.standings('ticket')).toEqual([`${ticket.title} came 1`])
})

test('a type of the desk’s own is said to be one of the hub’s before its tickets come', async () => {
  const own = { id: 'seat_cover', nameZh: '座套', nameEn: 'Seat cover', digit: 9, department: '采销部' }
  const types = await accepted(desk.alone.tickets.issueTypes({}, desk.alone.asker))
  const all = [...types.map(({ version: _, ...type }) => type), { ...own, limit: { amount: 2, unit: 'days' as const } }]
  await accepted(desk.alone.tickets.saveIssueTypes({ seenVersion: null, issueTypes: all }, desk.alone.asker))
  const ticket = await desk.alone.aTicket({ issueTypeId: own.id })
  await ends()
  await desk.looks()
  expect(desk.standings('type')).toEqual(['decide'])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} type_waits null`])
  desk.bring().decide([], [{ id: own.id, issueTypeId: 'packaging' }])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} will null`])
  await desk.brings()
  expect(atHub('SELECT issue_type_id, due_at FROM ticket')).toEqual([
    { issue_type_id: 'packaging', due_at: ticket.dueAt },
  ])
})

test('whatever message is lost on the way, or its answer, all of it comes to be there, once', async () => {
  for (const text of ['一', '二', '三']) await desk.alone.aTicket({ text, title: text })
  await desk.alone.aPerson('新来的')
  await ends()
  let count = 0
  desk.hub.decide(() => {
    count += 1
    if (count > 6) return 'arrives'
    setTimeout(desk.hub.comesBack, 2)
    return count % 2 === 0 ? 'lost' : 'answer_lost'
  })
  await desk.looks()
  // Of the person twice, and then of the tickets.
  desk.losesAnswers(3)
  await desk.brings()
  expect(count).toBeGreaterThan(6)
  expect(heardRows(desk.hub.db).note).toEqual(heardRows(desk.alone.db).note)
  expect(atHub('SELECT title FROM ticket ORDER BY number')).toEqual(['一', '二', '三'].map((title) => ({ title })))
  // That it had them before would be untrue.
  expect(['person', 'session', 'ticket'].map((kind) => counts(kind)?.came)).toEqual([2, 1, 3])
  await desk.startAgain()
  await desk.looks()
  expect(['person', 'session', 'ticket'].map((kind) => counts(kind)?.came)).toEqual([2, 1, 3])
})

test('closed in the middle it goes on by itself at the next start; what the hub would not take says so and keeps nothing else away', async () => {
  const ticket = await desk.alone.aTicket()
  await ends()
  const second = await accepted(
    desk.alone.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, desk.alone.asker),
  )
  await accepted(desk.alone.sessions.end({ sessionId: second.id }, desk.alone.asker))
  desk.hub.decide((lot) => {
    const at = lot.findIndex((entry) => 'row' in entry && entry.row.id === second.id)
    return at === -1 ? 'arrives' : { ok: false, code: 'refused', at }
  })
  await desk.looks()
  desk.hub.goesAway()
  desk.bring().begin()
  expect(desk.bring().status()).toMatchObject({ stage: 'begun', work: { what: 'bringing' } })
  await desk.startAgain()
  desk.hub.comesBack()
  const status = await desk.settled()
  expect(status).toMatchObject({ stage: 'done', failure: null })
  expect(desk.standings('session')).toEqual(['refused', 'came'])
  expect(desk.standings('ticket')).toEqual([`${ticket.title} came 1`])
})

test('put off it is offered more quietly; a desk that held nothing is offered nothing', async () => {
  desk.bring().putOff()
  expect(desk.bring().status().stage).toBe('put_off')
  desk.alone.db.exec('DELETE FROM call; DELETE FROM session')
  await desk.startAgain()
  expect(desk.bring().status().stage).toBe('nothing')
  expect(desk.bring().look()).toBe(false)
})

test('of bookings nothing is promised before the hub was asked what it would say to them', async () => {
  await ends()
  await desk.alone.aBooking({ person: desk.alone.listener, seat: 1, from: '14:00', to: '15:00' })
  const promised: unknown[] = []
  desk.whenAsked = (call) => {
    if (call === 'arrivals.tryBookings') promised.push(desk.bring().status().counts, desk.bring().begin())
  }
  hubKnows(desk.alone.clock.newId(), '王敏')
  await desk.looks()
  expect(promised).toEqual([null, false])
  expect(desk.standings('booking')).toEqual(['no_seat'])
  // Somebody else's now: asked for anew.
  desk.bring().decide([{ id: desk.alone.listener, decision: { as: 'new' } }], [])
  await vi.waitFor(() => expect(promised).toHaveLength(4), patience)
  await vi.waitFor(() => expect(desk.standings('booking')).toEqual(['no_seat']), patience)
})

test('bookings to come are tried before they are brought; whose seat is taken stays, and says by whom', async () => {
  await ends()
  await desk.alone.aBooking({ person: desk.alone.listener, seat: 1, from: '14:00', to: '15:00' })
  await desk.alone.aBooking({ person: desk.alone.listener, seat: 2, from: '16:00', to: '17:00' })
  const other = desk.alone.clock.newId()
  hubKnows(other, '陈静')
  const room = desk.hub.db
  room.exec(
    `INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai')`,
  )
  for (const number of [1, 2]) room.prepare('INSERT INTO seat (id, number) VALUES (?, ?)').run(`seat${number}`, number)
  room
    .prepare(
      `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state) VALUES ('b', 'seat1', ?, 'listen', ?, ?, 'booked')`,
    )
    .run(other, shanghai('14:30'), shanghai('15:30'))
  await desk.looks()
  expect(desk.bring().rows('booking', 0, 9).rows).toMatchObject([
    { standing: 'seat_taken', seatNumber: 1, taken: { personName: '陈静', seatNumber: 1, isTheirs: false } },
    { standing: 'will', seatNumber: 2 },
  ])
  expect(atHub('SELECT count(*) AS all_of_them FROM booking')).toEqual([{ all_of_them: 1 }])
  const { counts: promised } = desk.bring().status()
  desk.hub.goesAway()
  desk.bring().begin()
  expect(desk.bring().status()).toMatchObject({ counts: promised, work: { total: 3 } })
  desk.hub.comesBack()
  await desk.settled()
  expect(desk.standings('booking')).toEqual(['seat_taken', 'came'])
  room.exec(`UPDATE booking SET state = 'cancelled' WHERE id = 'b'`)
  await desk.looks()
  await desk.brings()
  expect(desk.standings('booking')).toEqual(['came', 'came'])
})

test('half-done notes follow their session to this desk as a member, once; what was thrown away since does not come back', async () => {
  await desk.alone.aNote('说完的一句')
  const draft = desk.alone.draftWish('还没写完')
  await accepted(desk.alone.notes.storeDraft(draft, desk.alone.asker))
  // As an earlier version stored it.
  desk.alone.db.prepare('UPDATE draft SET text = ?, caret = 16').run('还没写完，电话 13812345678')
  await ends()
  await desk.looks()
  desk.losesAnswers(1)
  expect(await desk.brings()).toMatchObject({ stage: 'done', counts: { halfDone: 0 } })
  const [found, ...others] = halfDoneNotes(desk.db())
  expect(others).toEqual([])
  expect(found).toMatchObject({ draftId: draft.draftId, callId: draft.callId, sessionId: desk.alone.session.id })
  expect(found?.text).toMatch(/^还没写完/)
  expect(found?.text).not.toContain('13812345678')
  // The hub has the session already, and changes it alone.
  expect(lastNumber(desk.db()) === 0 || groupsWaiting(desk.db(), lastNumber(desk.db())).length === 0).toBe(true)
  expect(isUp(desk.db(), desk.alone.session.id)).toBe(true)
  desk.db().prepare('DELETE FROM draft').run()
  desk.db().prepare('UPDATE bring_along SET done_at = NULL').run()
  await desk.startAgain()
  expect(await desk.settled()).toMatchObject({ stage: 'done' })
  expect(halfDoneNotes(desk.db())).toEqual([])
  // Alone again, too: only what was not at this desk as a member is still half done.
  expect(halfDoneNotes(desk.alone.db)).toMatchObject([{ draftId: draft.draftId }])
  bringBackHalfDone(desk.db(), desk.alone.db, desk.alone.session.id)
  expect(halfDoneNotes(desk.alone.db)).toEqual([])
})

test('what is half done in a session that stays, stays with it, and is told', async () => {
  await accepted(desk.alone.notes.storeDraft(desk.alone.draftWish('还没写完'), desk.alone.asker))
  expect(await desk.looks()).toMatchObject({ counts: { halfDone: 1 } })
  await desk.brings()
  expect(halfDoneNotes(desk.db())).toEqual([])
})

test('a desk that leaves in the middle and joins again brings the rest, and nothing twice', async () => {
  const ticket = await desk.alone.aTicket()
  await accepted(desk.alone.notes.storeDraft(desk.alone.draftWish('还没写完'), desk.alone.asker))
  await ends()
  await desk.looks()
  const left = new Promise<void>((resolve) => {
    desk.whenAsked = (call) => {
      if (call !== 'arrivals.layTickets') return
      desk.hub.goesAway()
      resolve()
    }
  })
  desk.bring().begin()
  await left
  desk.whenAsked = () => {}
  await desk.joinsAnew()
  desk.hub.comesBack()
  expect(await desk.looks()).toMatchObject({ stage: 'offered' })
  expect(desk.standings('session')).toEqual(['there'])
  expect(await desk.brings()).toMatchObject({ stage: 'done', failure: null })
  expect(halfDoneNotes(desk.db()).map(({ text }) => text)).toEqual(['还没写完'])
  expect(atHub('SELECT title FROM ticket')).toEqual([{ title: ticket.title }])
  expect(atHub('SELECT count(*) AS sessions FROM session')).toEqual([{ sessions: 1 }])
})
