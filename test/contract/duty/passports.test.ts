import { afterEach, beforeEach, expect, test } from 'vitest'
import { passportsService } from '../../../electron/services/duty/passports.ts'
import { value, write } from '../../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { aDutyHouse, type DutyHouse, trip } from '../../builders/duty.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let house: DutyHouse['house']
let passports: DutyHouse['passports']
let notes: DutyHouse['notes']
let listen: DutyHouse['listen']
let chen: string
let coordinator: { personId: string }
beforeEach(async () => {
  ;({ house, passports, notes, listen, chen, coordinator } = await aDutyHouse())
})
afterEach(() => house.close())

const passport = (personId = chen, year = 2026) => accepted(passports.get({ personId, year }, coordinator))
const reasons = async (personId = chen) => (await passport(personId)).credits.map(({ why }) => why)

test('on the first day a manager owes one trip and two listens', async () => {
  expect(await passport()).toMatchObject({
    owed: { listen: 1, answer: 1, trip: 1 },
    done: { listen: 0, answer: 0, trip: 0 },
    credits: [],
    daysLeft: 105,
  })
})

test('the year of all is read a little at a time: what is asked meanwhile is answered first', async () => {
  const order: string[] = []
  const view = accepted(passports.overview({ year: 2026 }, coordinator)).then(() => order.push('the view'))
  await accepted(passports.rules({ year: 2026 }, coordinator)).then(() => order.push('the rules'))
  expect([await view, order]).toEqual([2, ['the rules', 'the view']])
})

test('so is the year of the workbook, and of reminding: each week in a reading of its own', async () => {
  const { engine, clock } = house.parts
  let readings = 0
  const read: typeof engine.read = (query) => {
    readings += 1
    return engine.read(query)
  }
  const counted = passportsService({ engine: { ...engine, read }, clock })
  await accepted(counted.sheet({ year: 2026, language: 'zh' }, coordinator))
  expect(readings).toBeGreaterThan(52)
  readings = 0
  await accepted(counted.remind({ year: 2026, personIds: [chen] }, coordinator))
  expect(readings).toBeGreaterThan(52)
})

test('through a hub a passport is read by whose it is, and by a coordinator', async () => {
  const li = await house.aPerson('李强')
  const of = (asker: Asker) => passports.get({ personId: chen, year: 2026 }, asker)
  const deskId = '01990000-0000-7000-8000-00000000000d'
  for (const role of ['listener', 'note_taker'] as const)
    expect(await refused(of({ personId: li, deskId, role }))).toMatchObject({ code: 'not_found' })
  expect(await refused(of({ personId: null, deskId, role: 'listener' }))).toMatchObject({ code: 'not_found' })
  expect(await accepted(of({ personId: chen, deskId, role: 'listener' }))).toMatchObject({ owed: { listen: 1 } })
  expect(await accepted(of({ personId: li, deskId, role: 'coordinator' }))).toMatchObject({ owed: { listen: 1 } })
  expect(await accepted(of({ personId: li, role: 'trusted' }))).toMatchObject({ owed: { listen: 1 } })
})

test('a session that has ended counts by its minutes on calls and its notes', async () => {
  await listen(chen, 30)
  await listen(chen, 29)
  await listen(chen, 45, { noteCount: 0 })
  await listen(chen, 45, { noteCount: 0, purpose: 'answer' })
  expect(await reasons()).toEqual([null, 'too_short', 'too_few_notes', null])
  expect((await passport()).done).toEqual({ listen: 1, answer: 1, trip: 0 })
})

test('a note that is taken away afterwards takes the credit with it', async () => {
  await listen(chen, 30)
  const callId = (await house.engine.read(() => value<string>('SELECT id AS value FROM call'))) ?? ''
  const [note] = await accepted(notes.ofCall({ callId }, coordinator))
  await accepted(notes.remove({ noteId: note?.id ?? '', seenVersion: null }, coordinator))
  expect(await reasons()).toEqual(['too_few_notes'])
})

test('whoever stands in on somebody’s seat does no duty, theirs or the other’s', async () => {
  const li = await house.aPerson('李强')
  const booking = await house.aBooking({ person: chen, from: '09:00', to: '10:00' })
  await listen(li, 40, { bookingId: booking.id })
  expect(await passport(li)).toMatchObject({
    done: { listen: 0 },
    credits: [{ why: 'stand_in', session: { standsInFor: '陈思远', satInBy: null, seatNumber: 1 } }],
  })
  // The booker reads that somebody went, and not what they heard there.
  expect(await passport()).toMatchObject({
    done: { listen: 0 },
    credits: [
      { why: 'stand_in', session: { satInBy: '李强', isAnothers: true, seatNumber: 1, heardMs: 0, noteCount: 0 } },
    ],
  })
})

test('nor does the booker, where somebody else had checked in, whoever is said to listen then', async () => {
  const li = await house.aPerson('李强')
  const booking = await house.aBooking({ person: chen, from: '09:00', to: '10:00' })
  await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: li }, coordinator))
  await listen(chen, 40, { bookingId: booking.id })
  expect(await passport()).toMatchObject({
    done: { listen: 0 },
    credits: [{ why: 'stand_in', session: { satInBy: '李强' } }],
  })
})

test('whoever sits beside, as the booking says, does their own', async () => {
  const li = await house.aPerson('李强')
  const booking = await house.aBooking({ person: chen, companion: li, from: '09:00', to: '10:00' })
  await listen(li, 40, { bookingId: booking.id })
  expect(await reasons(li)).toEqual([null])
  expect(await reasons()).toEqual([])
})

test('nor does whoever turns out to be both of the two, where a third sat', async () => {
  const [again, li] = [await house.aPerson('陈思远'), await house.aPerson('李强')]
  const booking = await house.aBooking({ person: chen, companion: again, from: '09:00', to: '10:00' })
  await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: li }, coordinator))
  await listen(chen, 40, { bookingId: booking.id })
  await house.engine.transact(() => write('UPDATE person SET merged_into = ? WHERE id = ?', [chen, again]))
  expect(await reasons()).toEqual(['stand_in'])
})

test('a session over the turn of the year counts where it began', async () => {
  house.clock.set(shanghai('23:30', '2026-12-31'))
  await listen(chen, 60)
  expect((await passport(chen, 2026)).done.listen).toBe(1)
  expect((await passport(chen, 2027)).credits).toEqual([])
})

test('who joined in the summer owes a part', async () => {
  const known = (await accepted(house.people.list({}, coordinator))).find(({ id }) => id === chen)
  if (known === undefined) throw new Error('nobody is on the list')
  const { id: personId, version: seenVersion, ...wish } = known
  await accepted(house.people.edit({ personId, seenVersion, wish: { ...wish, joinedOn: '2026-07-20' } }, coordinator))
  expect(await passport()).toMatchObject({ joinedOn: '2026-07-20', owed: { listen: 1, answer: 0, trip: 0 } })
})

test('somebody who was entered twice has one passport, without double credit', async () => {
  const again = await house.aPerson('陈思远')
  await accepted(passports.recordTrip(trip, { personId: chen }))
  await accepted(passports.recordTrip(trip, { personId: again }))
  const booking = await house.aBooking({ person: chen, from: '09:00', to: '10:00' })
  await listen(again, 40, { bookingId: booking.id })
  expect(await reasons(again)).toEqual([null, 'stand_in'])
  await house.engine.transact(() => write('UPDATE person SET merged_into = ? WHERE id = ?', [chen, again]))
  expect(await reasons()).toEqual([null, 'same_again', null])
  expect((await passport()).done).toEqual({ listen: 1, answer: 0, trip: 1 })
  // Also where a desk asks under the record that went, as it does not know yet.
  expect(await passport(again)).toEqual(await passport())
  const { groups } = await accepted(passports.overview({ year: 2026 }, coordinator))
  expect(groups.find(({ personIds }) => personIds.includes(chen))?.done).toEqual({ listen: 1, answer: 0, trip: 1 })
})

test('a trip is written down with what shows it, by whoever made it, and masked', async () => {
  const record = await accepted(
    passports.recordTrip({ ...trip, evidence: '找李师傅 13812345678 可证' }, { personId: chen }),
  )
  expect(record).toMatchObject({ personId: chen, duty: 'trip', tripKind: 'picking', writtenByName: '陈思远' })
  expect(record.evidence).toBe('找李师傅 138****5678 可证')
  expect((await passport()).done.trip).toBe(1)
})

test('nothing counts before it happened, or of nobody', async () => {
  const tomorrow = { ...trip, date: '2026-09-19' }
  expect(await refused(passports.recordTrip(tomorrow, { personId: chen }))).toMatchObject({ code: 'in_the_future' })
  expect(await refused(passports.recordTrip(trip, { personId: null }))).toMatchObject({ code: 'not_found' })
  const wish = { ...trip, personId: house.clock.newId(), duty: 'trip' } as const
  expect(await refused(passports.record(wish, coordinator))).toMatchObject({ code: 'not_found' })
})

test('a listening elsewhere is written down by the coordinator, taken out, and put back', async () => {
  const wish = { ...trip, personId: chen, duty: 'listen', tripKind: 'picking' } as const
  const record = await accepted(passports.record(wish, coordinator))
  expect(record).toMatchObject({ duty: 'listen', tripKind: null })
  await accepted(passports.remove({ recordId: record.id }, coordinator))
  expect((await passport()).credits).toEqual([])
  expect(await refused(passports.remove({ recordId: record.id }, coordinator))).toMatchObject({ code: 'not_found' })
  await accepted(passports.putBack({ recordId: record.id }, coordinator))
  expect((await passport()).done.listen).toBe(1)
})

test('the rules of a year hold until a later year has its own', async () => {
  const { rules, version } = await accepted(passports.rules({ year: 2026 }, coordinator))
  const stricter = { ...rules, owed: { listen: 2, answer: 1, trip: 0 } }
  await accepted(passports.saveRules({ year: 2026, seenVersion: version, rules: stricter }, coordinator))
  expect((await passport(chen, 2025)).owed).toEqual({ listen: 1, answer: 1, trip: 1 })
  expect((await passport(chen, 2027)).owed).toEqual(stricter.owed)
  const easier = { ...rules, roles: ['coordinator' as const] }
  await accepted(passports.saveRules({ year: 2027, seenVersion: 0, rules: easier }, coordinator))
  expect((await passport(chen, 2027)).owed).toEqual({ listen: 0, answer: 0, trip: 0 })
  expect((await passport(chen, 2026)).owed).toEqual(stricter.owed)
})

test('the view of all has whoever owes something, and the places that are left', async () => {
  const li = await house.aPerson('李强')
  await listen(chen, 30)
  house.clock.set(shanghai('08:00', '2026-12-31'))
  await house.aBooking({ person: li, from: '09:00', to: '11:00', date: '2026-12-31' })
  const { groups, placesLeft } = await accepted(passports.overview({ year: 2026 }, coordinator))
  expect(groups.map(({ personIds, done }) => ({ personIds, listen: done.listen }))).toEqual(
    expect.arrayContaining([
      { personIds: [chen], listen: 1 },
      { personIds: [li], listen: 0 },
    ]),
  )
  expect(groups).toHaveLength(2)
  expect(placesLeft).toBe(4 * 12 - 2)
})

test('whoever still owes something is reminded, and told when', async () => {
  const li = await house.aPerson('李强')
  await accepted(passports.recordTrip(trip, { personId: li }))
  const { rules } = await accepted(passports.rules({ year: 2026 }, coordinator))
  const onlyTrips = { ...rules, owed: { listen: 0, answer: 0, trip: 1 } }
  await accepted(passports.saveRules({ year: 2026, seenVersion: 0, rules: onlyTrips }, coordinator))
  const remind = () => accepted(passports.remind({ year: 2026, personIds: [chen, li] }, coordinator))
  expect(await remind()).toEqual({ remindedCount: 1 })
  expect((await passport()).remindedAt).toBe(house.clock.now())
  house.clock.advance(60_000)
  expect(await remind()).toEqual({ remindedCount: 1 })
  expect((await passport()).remindedAt).toBe(house.clock.now())
  expect((await passport(li)).remindedAt).toBeNull()
})

test('what is heard in a room of another zone counts in the year by the clock of that room', async () => {
  const west = await accepted(
    house.roomKeeping.add({ name: '洛杉矶厅', site: '洛杉矶', likeRoomId: FIRST_ROOM_ID }, coordinator),
  )
  const [told, zone] = [{ seenVersion: null, toldHits: null, cancel: null, leave: null }, 'America/Los_Angeles']
  await accepted(house.roomKeeping.setZone({ ...told, roomId: west.id, timeZone: zone }, coordinator))
  // In Shanghai the new year is two hours old.
  const place = { startsAt: instantAt('2026-12-31', '10:00', zone), endsAt: instantAt('2026-12-31', '11:00', zone) }
  house.clock.set(place.startsAt)
  const who = { personId: chen, companionId: null, purpose: 'listen' as const }
  const booking = await accepted(
    house.bookings.reserve({ ...who, ...place, seatId: west.seats[0]?.id ?? '' }, coordinator),
  )
  await listen(chen, 40, { bookingId: booking.id })
  expect((await passport(chen, 2026)).credits).toMatchObject([
    { date: '2026-12-31', why: null, session: { timeZone: zone } },
  ])
  expect((await passport(chen, 2027)).credits).toEqual([])
  const done = async (year: number) =>
    (await accepted(passports.overview({ year }, coordinator))).groups.find(({ personIds }) => personIds.includes(chen))
      ?.done.listen
  expect([await done(2026), await done(2027)]).toEqual([1, 0])
})
