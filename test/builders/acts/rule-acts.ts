import { expect } from 'vitest'
import { dateOfDay, dayOfWall } from '../naive-room.ts'
import { accepted } from '../outcomes.ts'
import { nobody } from '../seats.ts'
import type { Rules, World } from './world.ts'

const hour = (value: number) => `${String(value).padStart(2, '0')}:00`

/** Other rules of a room from a day on, and time. */
export function ruleActs({ house, model, random, one, rooms, roomIds, roomOf, compare, change, tell, pass }: World) {
  function someRules(room: number): Rules {
    const nightly = random(3) === 0
    const hours =
      random(4) === 0
        ? { opensAt: '00:00', closesAt: '24:00' }
        : { opensAt: hour(nightly ? 18 : 7 + random(3)), closesAt: hour(nightly ? 1 + random(5) : 18 + random(5)) }
    const first = dayOfWall(model.now) + random(6)
    const [from, to] = [dateOfDay(first), dateOfDay(first + random(4))]
    const seatNumbers = one([null, [2]])
    const closed = { kind: 'closed' as const, from, to, name: { zh: '盘点', en: '' }, seatNumbers }
    const limits: Rules['limits'][] = [
      [],
      [{ count: 3, per: 'day' as const }],
      [
        { count: 6, per: 'week' as const },
        { count: 4, per: 'to_come' as const },
      ],
    ]
    const known = roomOf({ room }).rulesOn(dayOfWall(model.now))
    return {
      ...known,
      slotMinutes: one([15, 30, 30, 60] as const),
      week: Array.from({ length: 7 }, (_, index) => (index === 6 && random(2) === 0 ? null : hours)),
      bufferMinutes: one([0, 0, 15, 30]),
      aheadDays: one([null, 7, 2]),
      noticeDays: one([0, 0, 1]),
      limits: one(limits),
      checkIn: { beforeMinutes: one([15, 60]), graceMinutes: 10 },
      holdMinutes: known.holdMinutes === 240 ? 60 : 240,
      // What other rules of the room have is written down once more, too.
      days: one([[], [closed], one(roomOf({ room }).versions).rules.days]),
    }
  }

  async function rule() {
    const index = random(2)
    const room = rooms[index] ?? rooms[0]
    const fromDay = dayOfWall(model.now) + random(4)
    const isKnown = room.versions.some((one) => one.fromDay === fromDay)
    const rules = isKnown && random(2) === 0 ? null : someRules(index)
    const versions = rules === null ? room.withoutRules(fromDay) : room.withRules(fromDay, rules)
    const wish = {
      ...{ roomId: roomIds[index] ?? '', seenVersion: null, validFrom: dateOfDay(fromDay), rules },
      cancel: null,
    }
    const hit = room.hitBy(versions, index)
    const told = await house.rooms.saveRules({ ...wish, toldHits: null }, nobody)
    const isTold = !told.ok && told.code === 'hits_bookings'
    // Who waits and what is drawn have tests of their own: that they are told is taken over.
    const isOther = isTold && told.detail.waits.length + told.detail.draws.length > 0
    if (
      !compare('rule', told, hit.length > 0 || isOther ? ['hits_bookings'] : [], wish) &&
      !told.ok &&
      told.code === 'hits_bookings'
    ) {
      expect(told.detail.hits.map(({ bookingId }) => bookingId).sort()).toEqual(hit.sort())
      const [first = ''] = hit
      const cancelling = random(2) === 0 ? { bookingIds: [first], reason: '换规则' } : null
      await accepted(house.rooms.saveRules({ ...wish, toldHits: told.detail.mark, cancel: cancelling }, nobody))
      const given = model.bookings.find(({ id, state }) => id === first && state === 'booked')
      tell('rule', 'done')
      if (cancelling !== null && given !== undefined) change(given, { state: 'cancelled' })
    }
    room.versions = versions
    const listed = await accepted(house.rooms.list({}, nobody))
    const known = listed.find(({ id }) => id === wish.roomId)?.rules ?? []
    const daysOf = (all: Rules['days']) => all.map(({ isOfEarlier: _, ...days }) => JSON.stringify(days)).sort()
    expect(known.slice(1).map((version) => [version.validFrom, daysOf(version.rules.days)])).toEqual(
      versions.slice(1).map((version) => [dateOfDay(version.fromDay), daysOf(version.rules.days)]),
    )
  }

  /** Mostly on by quarters; now and then the clock is set, by hours or days. */
  function time() {
    const jump = random(24)
    pass(jump === 0 ? one([-60, -1_440, 600, 2_880]) : random(4) * 15)
  }

  return { rule, time }
}
