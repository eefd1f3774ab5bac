import { afterEach, beforeEach, expect, test } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import { isOnPostgres } from '../../builders/engine.ts'
import { lottery } from '../../builders/lottery.ts'
import {
  dateOfDay,
  dayOfWall,
  instantOf,
  type NaiveBooking,
  NaiveRoom,
  type Place,
  wallOf,
} from '../../builders/naive-room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

/** `EARSHOT_ACTS=10000`: as many as somebody has time for. Each asks a company's database a dozen times. */
const ACTS = Number(process.env.EARSHOT_ACTS ?? (isOnPostgres() ? 120 : 800))

test('whatever is reserved, moved, given up, taken back, sat down for and ruled, in whatever order and whenever: the console answers as the rules done on paper do', async () => {
  const random = lottery(20_261_126)
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const people = await Promise.all([...'甲乙丙丁戊己庚辛'].map((name) => house.aPerson(name)))
  const room = new NaiveRoom(await house.rulesWith({}), wallOf(house.clock.now()))
  const seen = new Map<string, number>()
  const tell = (act: string, code: string) => seen.set(`${act} ${code}`, (seen.get(`${act} ${code}`) ?? 0) + 1)

  /** The answer is one of those the model allows; none: it is accepted. */
  function compare(
    act: string,
    said: { ok: boolean; code?: string },
    allowed: readonly string[],
    about: unknown,
  ): boolean {
    const code = said.ok ? 'done' : (said.code ?? '')
    const wanted = allowed.length === 0 ? ['done'] : allowed
    expect(wanted, `${act} at ${instantOf(room.now)}: ${code}, ${JSON.stringify(about)}`).toContain(code)
    tell(act, code)
    return said.ok
  }

  /** Mostly on slots and near, sometimes anywhere. */
  function somePlace(): Place {
    const seat = 1 + random(4)
    const day = dayOfWall(room.now) + random(random(4) === 0 ? 14 : 3)
    const slots = room.opening(seat, day)?.slots ?? []
    const from = random(8) === 0 || slots.length === 0 ? room.now - (room.now % 15) + random(200) * 15 : one(slots)[0]
    return { seat, from, to: from + one([30, 30, 60, 60, 60, 120, 45]) }
  }
  const times = ({ from, to }: Place) => ({ startsAt: instantOf(from), endsAt: instantOf(to) })
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`

  function someRules(): RoomRules {
    const nightly = random(3) === 0
    const hours =
      random(4) === 0
        ? { opensAt: '00:00', closesAt: '24:00' }
        : { opensAt: hour(nightly ? 18 : 7 + random(3)), closesAt: hour(nightly ? 1 + random(5) : 18 + random(5)) }
    const from = dateOfDay(dayOfWall(room.now) + random(6))
    const closed = {
      kind: 'closed' as const,
      from,
      to: from,
      name: { zh: '盘点', en: '' },
      seatNumbers: one([null, [2]]),
    }
    return {
      ...room.rulesOn(dayOfWall(room.now)),
      slotMinutes: one([15, 30, 30, 60] as const),
      week: Array.from({ length: 7 }, (_, index) => (index === 6 && random(2) === 0 ? null : hours)),
      bufferMinutes: one([0, 0, 15, 30]),
      aheadDays: one([null, 7, 2]),
      noticeDays: one([0, 0, 1]),
      limits: one([
        [],
        [{ count: 3, per: 'day' as const }],
        [
          { count: 6, per: 'week' as const },
          { count: 4, per: 'to_come' as const },
        ],
      ]),
      checkIn: { beforeMinutes: one([15, 60]), graceMinutes: 10 },
      days: random(2) === 0 ? [closed] : [],
    }
  }

  async function reserve() {
    const place = somePlace()
    const [person, other] = [one(people), one([null, null, ...people])]
    const companion = other === person ? null : other
    const wish = { seatId: house.seat(place.seat), personId: person, companionId: companion, ...times(place) }
    const said = await house.bookings.reserve({ ...wish, purpose: 'listen' }, nobody)
    if (!compare('reserve', said, room.reserve(place, person, companion), place) || !said.ok) return
    room.bookings.push({ id: said.value.id, ...place, person, companion, state: 'booked', had: [{ ...place }] })
  }

  async function move(booking: NaiveBooking) {
    const place = one([somePlace, () => otherEnd(booking), () => one(booking.had)])()
    if (place === null) return
    const isOtherEnd = place.seat === booking.seat && place.from === booking.from
    // An edge that stays by chance is not asked about, which no other act of these asks.
    if (!isOtherEnd && (place.from === booking.from || place.to === booking.to)) return
    if (isOtherEnd && place.to === booking.to) return
    const wish = { bookingId: booking.id, seenVersion: null, seatId: house.seat(place.seat), ...times(place) }
    const said = await house.bookings.reschedule(wish, nobody)
    if (!compare('move', said, room.move(booking, place), { booking, place })) return
    Object.assign(booking, { seat: place.seat, from: place.from, to: place.to })
    booking.had.push({ seat: place.seat, from: place.from, to: place.to })
  }
  function otherEnd({ seat, from }: NaiveBooking): Place | null {
    const ends = [-1, 0, 1]
      .flatMap((days) => room.opening(seat, dayOfWall(from) + days)?.slots ?? [])
      .map(([, to]) => to)
    const fit = ends.filter((to) => to > from && to < from + 300)
    return fit.length === 0 ? null : { seat, from, to: one(fit) }
  }

  async function cancel(booking: NaiveBooking) {
    const isOver = booking.state !== 'cancelled' && booking.to <= room.now
    const seated = booking.state === 'checked_in' ? ['already_started'] : []
    if (compare('cancel', await house.cancel(booking.id), isOver ? ['already_over'] : seated, booking))
      booking.state = 'cancelled'
  }

  async function restore(booking: NaiveBooking) {
    const said = await house.bookings.restore({ bookingId: booking.id }, nobody)
    if (compare('restore', said, room.restore(booking), booking) && booking.state === 'cancelled')
      booking.state = 'booked'
  }

  async function checkIn(booking: NaiveBooking) {
    const { checkIn: rules } = room.rulesOn(room.dayOf(booking.seat, booking.from))
    const isEarly = room.now < booking.from - rules.beforeMinutes
    const later = booking.to <= room.now ? ['already_over'] : isEarly ? ['too_early'] : []
    const allowed = booking.state === 'cancelled' ? ['not_found'] : later
    const said = await house.bookings.checkIn({ bookingId: booking.id }, nobody)
    if (compare('checkIn', said, allowed, booking)) booking.state = 'checked_in'
  }

  async function rule() {
    const fromDay = dayOfWall(room.now) + random(4)
    const version = { fromDay, rules: someRules() }
    const versions = [...room.versions.filter((known) => known.fromDay !== fromDay), version].sort(
      (a, b) => a.fromDay - b.fromDay,
    )
    const wish = {
      roomId: FIRST_ROOM_ID,
      seenVersion: null,
      validFrom: dateOfDay(fromDay),
      rules: version.rules,
      cancel: null,
    }
    const hit = room.hitBy(versions)
    const told = await house.rooms.saveRules({ ...wish, toldHits: null }, nobody)
    if (
      !compare('rule', told, hit.length > 0 ? ['hits_bookings'] : [], wish) &&
      !told.ok &&
      told.code === 'hits_bookings'
    ) {
      expect(told.detail.hits.map(({ bookingId }) => bookingId).sort()).toEqual(hit.sort())
      const [first = ''] = hit
      const cancelling = random(2) === 0 ? { bookingIds: [first], reason: '换规则' } : null
      await accepted(house.rooms.saveRules({ ...wish, toldHits: told.detail.mark, cancel: cancelling }, nobody))
      const given = room.bookings.find(({ id, state }) => id === first && state === 'booked')
      tell('rule', 'done')
      if (cancelling !== null && given !== undefined) given.state = 'cancelled'
    }
    room.versions = versions
  }

  function time() {
    const minutes = random(12) === 0 ? -60 : random(4) * 15
    house.clock.step(minutes * 60_000)
    room.now += minutes
  }

  for (let act = 0; act < ACTS; act += 1) {
    const booking = room.bookings.length === 0 ? null : one(room.bookings.slice(-40))
    const next = random(40)
    if (next === 0) await rule()
    else if (next < 6) time()
    else if (booking === null || next < 20) await reserve()
    else if (next < 28) await move(booking)
    else if (next < 32) await cancel(booking)
    else if (next < 35) await restore(booking)
    else await checkIn(one([booking, ...room.bookings.filter(({ from, to }) => from < room.now + 90 && to > room.now)]))
  }

  const days = room.bookings.map(({ from }) => dayOfWall(from))
  const stored: string[] = []
  for (let day = Math.min(...days) - 1; day <= Math.max(...days) + 1; day += 20) {
    const found = await accepted(house.bookings.board({ from: dateOfDay(day), to: dateOfDay(day + 19) }, nobody))
    stored.push(...found.map((each) => `${each.id} ${each.seatNumber} ${each.startsAt} ${each.endsAt} ${each.state}`))
  }
  const expected = room.bookings
    .filter(({ state }) => state !== 'cancelled')
    .map((each) => `${each.id} ${each.seat} ${instantOf(each.from)} ${instantOf(each.to)} ${each.state}`)
  expect([...new Set(stored)].sort()).toEqual(expected.sort())
  if (ACTS < 800) return
  const often = [
    'done',
    'over_limit',
    'seat_taken',
    'person_taken',
    'in_the_past',
    'not_on_slots',
    'outside_opening_hours',
  ]
  expect(often.filter((code) => !seen.has(`reserve ${code}`))).toEqual([])
  const acts = ['move', 'restore', 'checkIn', 'cancel', 'rule'].map((act) => `${act} done`)
  expect([...seen.keys()]).toEqual(expect.arrayContaining(acts))
})
