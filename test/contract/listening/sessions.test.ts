import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../../../electron/storage/engine/query.ts'
import { bookingById } from '../../../electron/storage/seats/bookings.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { sessionsOf } from '../../builders/heard.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let sessions: ReturnType<typeof sessionsOf>
let wang: string
beforeEach(async () => {
  house = await anOpenRoom()
  sessions = sessionsOf(house.parts)
  wang = await house.aPerson('王敏')
})
afterEach(() => house.close())

const walkUp = () => accepted(sessions.start({ bookingId: null, listenerId: wang, purpose: 'listen' }, nobody))
const nextCall = (sessionId: string, reference: string | null = null) =>
  accepted(sessions.nextCall({ sessionId, reference }, nobody))
const fromBooking = (bookingId: string) =>
  sessions.start({ bookingId, listenerId: null, purpose: 'listen' }, { personId: wang })

describe('sitting down', () => {
  test('a walk-up starts a session without a seat, and it is the current one', async () => {
    const session = await walkUp()
    expect(session).toEqual({
      id: session.id,
      bookingId: null,
      roomId: null,
      seatNumber: null,
      listenerId: wang,
      listenerName: '王敏',
      purpose: 'listen',
      startedAt: house.clock.now(),
      endedAt: null,
      callCount: 0,
      noteCount: 0,
    })
    expect(await accepted(sessions.current({}, nobody))).toEqual(session)
  })

  test('one session a console: the second is refused and told which one is running', async () => {
    const running = await walkUp()
    expect(await refused(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))).toEqual({
      ok: false,
      code: 'already_listening',
      detail: { sessionId: running.id },
    })
  })

  test('a person whom this database does not know sits as nobody', async () => {
    const stranger = { personId: house.clock.newId() }
    const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, stranger))
    expect(session.listenerId).toBeNull()
  })
})

describe('from a booking', () => {
  test('fifteen minutes before the start is the earliest, to the millisecond', async () => {
    const booking = await house.aBooking({ person: wang, seat: 3, from: '10:00' })
    house.clock.set('2026-09-18T01:44:59.999Z')
    expect(await refused(fromBooking(booking.id))).toEqual({
      ok: false,
      code: 'too_early',
      detail: { opensAt: shanghai('09:45') },
    })
    house.clock.advance(1)
    const session = await accepted(fromBooking(booking.id))
    expect(session).toMatchObject({ bookingId: booking.id, seatNumber: 3, listenerName: '王敏' })
  })

  test('starting checks the booking in, ending marks it done, and both stand in its history', async () => {
    const booking = await house.aBooking({ person: wang, from: '09:00' })
    const session = await accepted(fromBooking(booking.id))
    const stateNow = () => house.engine.read(() => bookingById(booking.id))
    expect(await stateNow()).toMatchObject({ state: 'checked_in', checkedInAt: house.clock.now(), version: 1 })
    await accepted(sessions.end({ sessionId: session.id }, nobody))
    expect(await stateNow()).toMatchObject({ state: 'done', version: 2 })
    const history = () => rows('SELECT what FROM booking_event WHERE booking_id = ? ORDER BY rowid', [booking.id])
    expect(await house.engine.read(history)).toEqual([{ what: 'reserved' }, { what: 'checked_in' }, { what: 'done' }])
  })

  test('a booking that was checked in before is not checked in again', async () => {
    const booking = await house.aBooking({ person: wang, seat: 3, from: '09:00' })
    await accepted(house.bookings.checkIn({ bookingId: booking.id }, nobody))
    const checkedInAt = house.clock.now()
    house.clock.advance(60_000)
    expect(await accepted(fromBooking(booking.id))).toMatchObject({ bookingId: booking.id, seatNumber: 3 })
    const stored = await house.engine.read(() => bookingById(booking.id))
    expect(stored).toMatchObject({ checkedInAt, version: 1 })
  })

  test('a booking that is over or cancelled starts nothing', async () => {
    const past = await house.aBooking({ person: wang, from: '09:00', to: '09:30' })
    const cancelled = await house.aBooking({ person: wang, from: '12:00', to: '12:30' })
    await accepted(house.cancel(cancelled.id))
    house.clock.set(shanghai('09:30'))
    expect((await refused(fromBooking(past.id))).code).toBe('booking_over')
    expect((await refused(fromBooking(cancelled.id))).code).toBe('booking_not_found')
    expect((await refused(fromBooking(house.clock.newId()))).code).toBe('booking_not_found')
    expect(await accepted(sessions.current({}, nobody))).toBeNull()
  })
})

describe('calls', () => {
  test('the next call ends the one that is on, in the same instant, and numbers run 1, 2, 3', async () => {
    const session = await walkUp()
    for (const reference of ['CC-1', null, 'CC-3']) {
      await nextCall(session.id, reference)
      house.clock.advance(60_000)
    }
    const calls = await accepted(sessions.calls({ sessionId: session.id }, nobody))
    expect(calls.map(({ number, reference, endedAt }) => ({ number, reference, endedAt }))).toEqual([
      { number: 1, reference: 'CC-1', endedAt: calls[1]?.startedAt },
      { number: 2, reference: null, endedAt: calls[2]?.startedAt },
      { number: 3, reference: 'CC-3', endedAt: null },
    ])
  })

  test('ending the session ends its call, and ending it again changes nothing', async () => {
    const session = await walkUp()
    await nextCall(session.id)
    house.clock.advance(5_000)
    const ended = await accepted(sessions.end({ sessionId: session.id }, nobody))
    house.clock.advance(5_000)
    expect(await accepted(sessions.end({ sessionId: session.id }, nobody))).toEqual(ended)
    expect(ended.endedAt).toBe('2026-09-18T01:00:05.000Z')
    const [call] = await accepted(sessions.calls({ sessionId: session.id }, nobody))
    expect(call?.endedAt).toBe(ended.endedAt)
    expect((await refused(sessions.nextCall({ sessionId: session.id, reference: null }, nobody))).code).toBe(
      'session_over',
    )
  })

  test('a session is over no earlier than its last call, which a clock set forward dated later', async () => {
    const session = await walkUp()
    await nextCall(session.id)
    await nextCall(session.id)
    house.clock.step(3_600_000)
    const last = await nextCall(session.id)
    house.clock.advance(5_000)
    const ended = await accepted(sessions.end({ sessionId: session.id }, nobody))
    expect(ended.endedAt).toBe(addMs(last.startedAt, 5_000))
    const calls = await accepted(sessions.calls({ sessionId: session.id }, nobody))
    expect(calls.at(-1)?.endedAt).toBe(ended.endedAt)
  })

  test('a session without a call is as long as it was sat there', async () => {
    const session = await walkUp()
    house.clock.advance(5_000)
    const ended = await accepted(sessions.end({ sessionId: session.id }, nobody))
    expect(ended.endedAt).toBe(addMs(session.startedAt, 5_000))
  })

  test('a session or a call that is not there is said to be so, and one that is there is read again', async () => {
    const nowhere = house.clock.newId()
    const outcomes = [
      await sessions.get({ sessionId: nowhere }, nobody),
      await sessions.end({ sessionId: nowhere }, nobody),
      await sessions.nextCall({ sessionId: nowhere, reference: null }, nobody),
      await sessions.endCall({ callId: nowhere }, nobody),
      await sessions.setReference({ callId: nowhere, reference: 'CC-1' }, nobody),
    ]
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, code: 'not_found' })
    const session = await walkUp()
    expect(await accepted(sessions.get({ sessionId: session.id }, nobody))).toEqual(session)
  })

  test('ending one that is over again does not disturb the clock of the one that runs', async () => {
    const over = await walkUp()
    await accepted(sessions.end({ sessionId: over.id }, nobody))
    const running = await walkUp()
    await nextCall(running.id)
    house.clock.advance(5_000)
    house.clock.step(3_600_000)
    await accepted(sessions.end({ sessionId: over.id }, nobody))
    const [call] = await accepted(sessions.calls({ sessionId: running.id }, nobody))
    expect(call?.elapsedMs).toBe(5_000)
  })

  test('a call keeps its first end', async () => {
    const session = await walkUp()
    const call = await nextCall(session.id)
    const first = await accepted(sessions.endCall({ callId: call.id }, nobody))
    house.clock.advance(1_000)
    expect(await accepted(sessions.endCall({ callId: call.id }, nobody))).toEqual(first)
  })

  test('a link to a reference shows the call that has it, or starts one', async () => {
    expect((await refused(sessions.openByReference({ reference: 'CC-7' }, nobody))).code).toBe('nobody_listening')
    const session = await walkUp()
    const first = await nextCall(session.id)
    const opened = await accepted(sessions.openByReference({ reference: 'CC-7' }, nobody))
    expect(opened).toMatchObject({ number: 2, reference: 'CC-7', endedAt: null })
    expect(await accepted(sessions.openByReference({ reference: 'CC-7' }, nobody))).toEqual(opened)
    await accepted(sessions.setReference({ callId: first.id, reference: 'CC-8' }, nobody))
    expect((await accepted(sessions.openByReference({ reference: 'CC-8' }, nobody))).id).toBe(first.id)
  })

  test('is not written over where it was set since it was seen; said again, or seen as it is, it is taken', async () => {
    const session = await walkUp()
    const { id: callId } = await nextCall(session.id)
    const set = (reference: string | null, seen?: string | null) =>
      sessions.setReference({ callId, reference, ...(seen === undefined ? {} : { seen }) }, nobody)
    expect(await accepted(set('CC-1', null))).toMatchObject({ reference: 'CC-1' })
    expect(await set('CC-2', null)).toEqual({ ok: false, code: 'set_meanwhile', detail: { reference: 'CC-1' } })
    expect(await set(null, 'CC-0')).toMatchObject({ code: 'set_meanwhile' })
    expect(await accepted(set('CC-1', null))).toMatchObject({ reference: 'CC-1' })
    expect(await accepted(set('CC-2', 'CC-1'))).toMatchObject({ reference: 'CC-2' })
    expect(await accepted(set(null))).toMatchObject({ reference: null })
    expect(await set('CC-3', 'CC-2')).toEqual({ ok: false, code: 'set_meanwhile', detail: { reference: null } })
  })
})

describe('all sessions', () => {
  const list = (wish: Partial<Parameters<typeof sessions.list>[0]> = {}) =>
    accepted(sessions.list({ listener: '', from: null, to: null, limit: 50, offset: 0, ...wish }, nobody))
  const idsOf = async (wish: Parameters<typeof list>[0]) => (await list(wish)).sessions.map(({ id }) => id)
  const sit = async (listenerId: string | null) => {
    const session = await accepted(sessions.start({ bookingId: null, listenerId, purpose: 'listen' }, nobody))
    await accepted(sessions.end({ sessionId: session.id }, nobody))
    return session.id
  }

  test('come newest first, page by page, with how many there are', async () => {
    const first = await sit(wang)
    const second = await sit(wang)
    const third = await sit(null)
    expect(await idsOf({})).toEqual([third, second, first])
    expect(await list({ limit: 2, offset: 2 })).toMatchObject({ sessions: [{ id: first }], total: 3 })
  })

  test('are found by the listener’s name or its sound, also one who has left, and by day in the room’s zone', async () => {
    const chen = await house.aPerson('陈思远')
    const early = await sit(wang)
    const hers = await sit(chen)
    // 16:30 in UTC is the next day in Shanghai.
    house.clock.set('2026-09-18T16:30:00.000Z')
    const later = await sit(chen)
    await accepted(house.people.remove({ seenVersion: null, personId: chen }, nobody))
    expect(await idsOf({ listener: 'csy' })).toEqual([later, hers])
    expect(await idsOf({ listener: '王' })).toEqual([early])
    expect(await list({ listener: '没有此人' })).toEqual({ sessions: [], total: 0 })
    expect(await idsOf({ from: '2026-09-19' })).toEqual([later])
    expect(await idsOf({ to: '2026-09-18' })).toEqual([hers, early])
    expect(await idsOf({ listener: 'chen', from: '2026-09-18', to: '2026-09-18' })).toEqual([hers])
  })
})

test('a call started under an id of the window is started once, and never in another session', async () => {
  const session = await walkUp()
  const callId = '01a2158b-21a7-74fb-90cb-b07b41a1b0d9'
  const ask = { sessionId: session.id, reference: null, callId }
  const call = await accepted(sessions.nextCall(ask, nobody))
  expect(call).toMatchObject({ id: callId, number: 1 })
  expect((await accepted(sessions.nextCall(ask, nobody))).number).toBe(1)
  expect(await accepted(sessions.calls({ sessionId: session.id }, nobody))).toHaveLength(1)
  await accepted(sessions.end({ sessionId: session.id }, nobody))
  const other = await walkUp()
  expect(await refused(sessions.nextCall({ ...ask, sessionId: other.id }, nobody))).toMatchObject({ code: 'not_found' })
})
