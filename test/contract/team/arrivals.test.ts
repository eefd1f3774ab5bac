import { afterEach, beforeEach, expect, test } from 'vitest'
import { arrivalsService } from '../../../electron/services/team/arrivals.ts'
import { value, write } from '../../../electron/storage/engine/query.ts'
import { allPeople } from '../../../electron/storage/house/people.ts'
import type { ArrivingPerson, ArrivingTicket } from '../../../shared/contract/team/arrivals.ts'
import { changesToTakeBack } from '../../../shared/domain/tickets/taking-back.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

/** What a hub has already, and the service that takes in what desks bring. */
let hub: Awaited<ReturnType<typeof someoneListening>>
let arrivals: ReturnType<typeof arrivalsService>
beforeEach(async () => {
  hub = await someoneListening()
  arrivals = arrivalsService(hub.parts)
})
afterEach(() => hub.close())

const aPerson = (name: string, change: Partial<ArrivingPerson> = {}): ArrivingPerson => ({
  ...{ id: hub.clock.newId(), name, department: '客服部', role: 'listener' },
  ...{ employeeNumber: null, email: null, removedAt: null },
  ...change,
})
const meet = async (...people: ArrivingPerson[]) =>
  (await accepted(arrivals.meetPeople({ people }, hub.asker))).map(({ how, candidates }) => ({
    how,
    names: candidates.map(({ name, department }) => `${name} ${department}`),
  }))

test('somebody is the person with their number and name, or the only one of their name and department; everything else is asked', async () => {
  const lin = await hub.aPerson('林 涛', { employeeNumber: 'E7' })
  await hub.aPerson('赵敏', { department: '物流部', email: 'Zhao@example.com' })
  await hub.aPerson('周宁')
  await hub.aPerson('周宁')
  const found = await meet(
    aPerson('林涛', { employeeNumber: 'e7', department: '采销部' }),
    aPerson('林小涛', { employeeNumber: 'E7' }),
    aPerson('王敏', { employeeNumber: 'E9' }),
    aPerson('林涛', { employeeNumber: 'E8' }),
    aPerson('赵敏'),
    aPerson('小赵', { email: 'zhao@example.com' }),
    aPerson('周宁'),
    aPerson('没见过'),
    aPerson('改了名', { id: lin }),
  )
  expect(found).toEqual([
    { how: 'same_number', names: ['林 涛 客服部'] },
    { how: 'likely', names: ['林 涛 客服部'] },
    { how: 'same_place', names: ['王敏 客服部'] },
    { how: 'new', names: [] },
    { how: 'likely', names: ['赵敏 物流部'] },
    { how: 'likely', names: ['赵敏 物流部'] },
    { how: 'likely', names: ['周宁 客服部', '周宁 客服部'] },
    { how: 'new', names: [] },
    { how: 'there', names: [] },
  ])
})

test('somebody who was taken off the list here is not offered as new without a word, and never taken for somebody by itself', async () => {
  await hub.aPerson('林涛', { employeeNumber: 'E7', email: 'lin@example.com' })
  await hub.aPerson('孙磊', { employeeNumber: 'E6' })
  await hub.aPerson('孙磊')
  await hub.engine.transact(() =>
    write(`UPDATE person SET removed_at = :at WHERE employee_number IN ('E7', 'E6')`, { at: shanghai('08:00') }),
  )
  const found = await accepted(
    arrivals.meetPeople(
      {
        people: [aPerson('林涛', { employeeNumber: 'E7' }), aPerson('孙磊'), aPerson('林涛', { employeeNumber: 'E8' })],
      },
      hub.asker,
    ),
  )
  expect(found).toMatchObject([
    { how: 'likely', candidates: [{ name: '林涛', email: 'lin@example.com', isRemoved: true }] },
    // Whoever is on the list is the one.
    { how: 'same_place', candidates: [{ name: '孙磊', employeeNumber: null }] },
    { how: 'new', candidates: [] },
  ])
})

test('people come under their own ids, once; whose number is somebody’s stays away, and nobody here is changed', async () => {
  await hub.aPerson('林涛', { employeeNumber: 'E7' })
  const people = [
    aPerson('没见过', { employeeNumber: 'E1' }),
    aPerson('走了的人', { removedAt: hub.clock.now() }),
    aPerson('另一个', { employeeNumber: 'E7' }),
  ]
  const [here, gone, third] = people.map(({ id }) => id)
  const how = async () => await accepted(arrivals.addPeople({ people }, hub.asker))
  const taken = { id: third, how: 'number_taken', name: '林涛' }
  expect(await how()).toEqual([{ id: here, how: 'added' }, { id: gone, how: 'added' }, taken])
  expect(await how()).toEqual([{ id: here, how: 'there' }, { id: gone, how: 'there' }, taken])
  const list = await hub.engine.read(allPeople)
  expect(list.map(({ name }) => name).sort()).toEqual(['林涛', '没见过', '王敏'].sort())
  expect(await meet(...people)).toMatchObject([{ how: 'there' }, { how: 'there' }, { how: 'likely' }])
})

/** Resolved yesterday, with a story. */
const aTicket = (noteIds: string[], change: Partial<ArrivingTicket> = {}): ArrivingTicket => {
  const claimed = hub.clock.newId()
  const nothing = { actorName: '陈静', action: null, from: null, to: null, remark: null, undoesEventId: null }
  return {
    ...{ id: hub.clock.newId(), number: 123, title: '降价了，打 13812345678 找我', issueTypeId: 'coupon' },
    ...{ limit: { amount: 9, unit: 'hours' }, priority: 2, state: 'resolved', department: '营销部', ownerName: '李工' },
    ...{ openedBy: null, openedAt: '2026-09-01T01:00:00.000Z', dueAt: '2026-09-02T01:00:00.000Z' },
    ...{ answerBy: null, pausedAt: null, pausedWorkingMs: 60_000, closedAt: null, noteIds },
    agreedDueAt: null,
    events: [
      { ...nothing, id: hub.clock.newId(), at: '2026-09-01T01:00:00.000Z', what: 'opened', to: 'unclaimed' },
      {
        ...nothing,
        id: claimed,
        at: '2026-09-01T02:00:00.000Z',
        what: 'moved',
        action: 'claim',
        remark: '13812345678',
      },
      { ...nothing, id: hub.clock.newId(), at: '2026-09-01T03:00:00.000Z', what: 'moved', undoesEventId: claimed },
    ],
    ...change,
  }
}
const lay = (...tickets: ArrivingTicket[]) => accepted(arrivals.layTickets({ tickets }, hub.asker))

test('a ticket comes with its dates, state, owner, deadline and story, under a number of here; its old one stands in the story', async () => {
  await hub.aTicket()
  const note = await hub.aNote('第二天又降价了')
  const ticket = aTicket([note.id])
  expect(await lay(ticket)).toEqual([{ id: ticket.id, how: 'laid', number: 2 }])
  const found = await accepted(hub.tickets.get({ ticketId: ticket.id }, hub.asker))
  expect(found.ticket).toMatchObject({
    ...{ number: 2, title: '降价了，打 138****5678 找我', state: 'resolved', ownerName: '李工', priority: 2 },
    ...{ openedAt: ticket.openedAt, dueAt: ticket.dueAt, pausedWorkingMs: 60_000, quoteCount: 1 },
  })
  expect(found.deadline.limit).toEqual({ amount: 9, unit: 'hours' })
  expect(found.events.map(({ what, actorName, remark }) => [what, actorName, remark])).toEqual([
    ['opened', '陈静', null],
    ['moved', '陈静', '138****5678'],
    ['moved', '陈静', null],
    ['brought', '王敏', 'ES-000123'],
  ])
  expect((await hub.list({ text: '第二天' })).tickets).toMatchObject([{ id: ticket.id }])
  // Nobody here did what was done there: it cannot be taken back, and is not offered.
  expect(changesToTakeBack(found.events)).toEqual([])
  const [, claimed] = ticket.events
  expect(await hub.tickets.undo({ ticketId: ticket.id, eventId: claimed?.id ?? '' }, hub.asker)).toMatchObject({
    ok: false,
  })
})

test('sent again it is there once; each by itself says why it cannot come', async () => {
  const [first, second] = [await hub.aNote('一'), await hub.aNote('二')]
  const open = await hub.aTicket()
  const quoted = (await accepted(hub.tickets.get({ ticketId: open.id }, hub.asker))).quotes.map(({ noteId }) => noteId)
  const good = aTicket([first.id])
  const all = [
    good,
    aTicket([second.id, hub.clock.newId()]),
    aTicket([second.id, ...quoted]),
    aTicket([second.id], { issueTypeId: 'no_such_type' }),
  ]
  const [, missing, twice, strange] = all.map(({ id }) => id)
  const rest = [
    { id: missing, how: 'notes_missing' },
    { id: twice, how: 'already_quoted', number: open.number },
    { id: strange, how: 'unknown_issue_type' },
  ]
  expect(await lay(...all)).toEqual([{ id: good.id, how: 'laid', number: 2 }, ...rest])
  expect(await lay(...all)).toEqual([{ id: good.id, how: 'there', number: 2 }, ...rest])
  expect((await hub.list()).total).toBe(2)
  expect(await accepted(arrivals.knownTickets({ ids: all.map(({ id }) => id) }, hub.asker))).toEqual([
    { id: good.id, number: 2 },
  ])
  // The events of another ticket stay its own.
  const copy = aTicket([second.id], { events: good.events })
  expect(await lay(copy)).toMatchObject([{ how: 'laid' }])
  expect((await accepted(hub.tickets.get({ ticketId: copy.id }, hub.asker))).events).toMatchObject([
    { what: 'brought' },
  ])
})

test('a booking keeps its room: the one of that name; a first room may be called anything, another has to be there', async () => {
  const room = `INSERT INTO room (id, name, opens_at, closes_at, slot_minutes, time_zone)
    VALUES ('upstairs', '三楼', '09:00', '21:00', 15, 'Asia/Shanghai')`
  await hub.engine.transact(function* () {
    yield* write(room)
    for (const number of [1, 2])
      yield* write(`INSERT INTO seat (id, number, room_id) VALUES ('upstairs-${number}', ${number}, 'upstairs')`)
  })
  const chen = await hub.aPerson('陈静')
  const lay = async (roomName: string | undefined, isFirstRoom: boolean | undefined, from: string) => {
    const times = { startsAt: shanghai(`${from}:00`), endsAt: shanghai(`${from}:30`) }
    const booking = { id: hub.clock.newId(), seatNumber: 2, roomName, isFirstRoom, personId: chen, companionId: null }
    const [arrived] = await accepted(
      arrivals.layBookings({ bookings: [{ ...booking, ...times, purpose: 'listen' }] }, hub.asker),
    )
    const seats = await hub.engine.read(() => value('SELECT seat_id AS value FROM booking WHERE id = ?', [booking.id]))
    return [arrived?.how, seats === null ? null : seats === 'upstairs-2' ? 'upstairs' : 'first']
  }
  expect(await lay('三楼', false, '10')).toEqual(['laid', 'upstairs'])
  expect(await lay('东区', true, '11')).toEqual(['laid', 'first'])
  expect(await lay(undefined, undefined, '12')).toEqual(['laid', 'first'])
  expect(await lay('四楼', false, '13')).toEqual(['no_seat', null])
})

test('a booking gets its place by the rules of here, once; tried first, nothing of it is done', async () => {
  const [wang, chen] = [hub.listener, await hub.aPerson('陈静')]
  await hub.aBooking({ person: wang, seat: 2, from: '14:00', to: '15:00' })
  const aBooking = (personId: string, seatNumber: number, from: string, to: string) => ({
    ...{ id: hub.clock.newId(), seatNumber, personId, companionId: null, purpose: 'listen' as const },
    ...{ startsAt: shanghai(from), endsAt: shanghai(to) },
  })
  const taken = { personName: '王敏', seatNumber: 2, startsAt: shanghai('14:00'), isTheirs: false }
  const nobodyYet = aPerson('还没加的人')
  const bookings = [
    aBooking(chen, 1, '10:00', '11:00'),
    aBooking(chen, 2, '14:00', '15:00'),
    aBooking(wang, 1, '14:30', '15:30'),
    aBooking(chen, 9, '16:00', '17:00'),
    aBooking(chen, 1, '16:10', '17:00'),
    aBooking(chen, 1, '20:00', '22:00'),
    aBooking(chen, 1, '07:00', '08:00'),
    aBooking(nobodyYet.id, 3, '10:00', '11:00'),
  ]
  const expected = [
    { how: 'laid' },
    { how: 'seat_taken', taken },
    { how: 'person_taken', taken: { ...taken, isTheirs: true } },
    ...['no_seat', 'not_on_slots', 'outside_opening_hours', 'in_the_past'].map((how) => ({ how })),
  ].map((one, index) => ({ id: bookings[index]?.id, ...one }))
  const last = bookings.at(-1)?.id
  const tried = await accepted(arrivals.tryBookings({ people: [nobodyYet], bookings }, hub.asker))
  expect(tried).toEqual([...expected, { id: last, how: 'laid' }])
  const board = async () =>
    (await accepted(hub.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, hub.asker))).length
  expect(await board()).toBe(1)
  expect((await hub.engine.read(allPeople)).length).toBe(2)

  const lay = () => accepted(arrivals.layBookings({ bookings }, hub.asker))
  expect(await lay()).toEqual([...expected, { id: last, how: 'person_waits' }])
  expect((await lay())[0]).toEqual({ id: bookings[0]?.id, how: 'there' })
  expect(await board()).toBe(2)
})
