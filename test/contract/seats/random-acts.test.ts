import { afterEach, expect, test } from 'vitest'
import { bookingActs } from '../../builders/acts/booking-acts.ts'
import { drawActs } from '../../builders/acts/draw-acts.ts'
import { missedActs } from '../../builders/acts/missed-acts.ts'
import { ruleActs } from '../../builders/acts/rule-acts.ts'
import { seriesActs } from '../../builders/acts/series-acts.ts'
import { swapActs } from '../../builders/acts/swap-acts.ts'
import { waitlistActs } from '../../builders/acts/waitlist-acts.ts'
import { aWorld, type World } from '../../builders/acts/world.ts'
import { isOnPostgres } from '../../builders/engine.ts'
import { dateOfDay, dayOfWall, instantOf, type Place } from '../../builders/naive-room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let world: World
afterEach(() => world.house.close())

/** `EARSHOT_ACTS=10000 EARSHOT_SEED=7`: as many as somebody has time for. Each asks a company's database a dozen times, which has tests of each kind of its own. */
const ACTS = Number(process.env.EARSHOT_ACTS ?? (isOnPostgres() ? 500 : 2_000))
const SEED = Number(process.env.EARSHOT_SEED ?? 20_261_243)
/** So many make each kind of act happen, whatever the seed; the seed that runs everywhere was chosen to do it in fewer. */
const ENOUGH = process.env.EARSHOT_SEED === undefined ? 1_400 : 10_000

test('whatever is reserved, moved, exchanged, offered, given up, missed, sat down for and ruled, in whatever order and whenever: the console answers as the rules done on paper do', async () => {
  world = await aWorld(SEED)
  const { model, random, one, seen, someBooking } = world
  const [bookings, missed, swaps, rules] = [bookingActs(world), missedActs(world), swapActs(world), ruleActs(world)]
  const series = seriesActs(world)
  const waits = await waitlistActs(world)
  const draws = drawActs(world, missed.look)
  const soon = () => model.bookings.filter(({ place }) => place.from < model.now + 90 && place.to > model.now)

  for (let act = 0; act < ACTS; act += 1) {
    const booking = someBooking()
    const next = random(90)
    if (next === 0) await rules.rule()
    else if (next < 8) rules.time()
    else if (booking === null || next < 22) await bookings.reserve()
    else if (next < 25) await series.make()
    else if (next < 33) await bookings.move(booking)
    else if (next < 37) await bookings.cancel(booking)
    else if (next < 40) await bookings.restore(booking)
    else if (next < 45) await bookings.checkIn(one([booking, ...soon()]))
    else if (next < 48) await missed.look()
    else if (next < 49) await missed.freeNow()
    else if (next < 51) await missed.walkUp(one([booking, ...soon()]))
    else if (next < 52)
      await missed.leave(one([booking, ...model.bookings.filter(({ walkUpOf }) => walkUpOf !== null)]))
    else if (next < 53)
      await missed.excuse(one([booking, ...model.bookings.filter(({ state }) => state === 'no_show')]))
    else if (next < 54) await missed.countAgain(booking)
    else if (next < 56) await swaps.exchange()
    else if (next < 58) await swaps.ask()
    else if (next < 60) await swaps.answer()
    else if (next < 62) await waits.join()
    else if (next < 65) {
      await waits.pass()
      // Few places are held at any time: what is, is answered now and then while it is.
      if (random(2) === 0) await waits.acceptOffer()
    } else if (next < 67) await one([waits.acceptOffer, waits.acceptOffer, waits.waitAgain, waits.acceptAgain])()
    else if (next < 68) await waits.decline()
    else if (next < 69) await one([waits.leave, waits.rejoin])()
    else if (next < 70) await draws.open()
    else if (next < 72) await draws.ask()
    else if (next < 75) await one([series.cancel, series.move, series.move])()
    else if (next < 78) await one([draws.draw, draws.draw, draws.draw, draws.cancel])()
    else if (next < 84) {
      // What hangs on what just happened, as people do it: by chance alone it comes together too seldom to be tried.
      const wanted = waits.wanted()
      if (wanted === null) await waits.join()
      else await bookings.cancel(wanted)
      await waits.pass()
      for (const then of [waits.acceptOffer, waits.waitAgain, waits.acceptAgain]) if (random(3) > 0) await then()
    } else if (next < 86) {
      await swaps.ask()
      await swaps.answer()
    } else {
      // Shortly before or after somebody's place begins.
      const coming = model.bookings.filter(({ state, place }) => state === 'booked' && place.from > model.now)
      const first = coming.reduce<(typeof coming)[number] | null>(
        (soonest, each) => (soonest === null || each.place.from < soonest.place.from ? each : soonest),
        null,
      )
      if (first === null) continue
      world.pass(Math.max(0, first.place.from - model.now + one([-5, 12, 12])))
      await missed.look()
      if (first.state === 'no_show') await one([missed.walkUp, missed.walkUp, missed.excuse, bookings.checkIn])(first)
      else await bookings.checkIn(first)
      const sitting = model.bookings.findLast(({ walkUpOf, state }) => walkUpOf !== null && state === 'checked_in')
      if (first.state === 'excused') await missed.countAgain(first)
      else if (sitting !== undefined && random(2) === 0) await missed.leave(sitting)
    }
  }

  const days = model.bookings.map(({ place }) => dayOfWall(place.from))
  const stored: string[] = []
  for (let day = Math.min(...days) - 1; day <= Math.max(...days) + 1; day += 20) {
    const wish = { from: dateOfDay(day), to: dateOfDay(day + 19) }
    for (const each of await accepted(world.house.bookings.board(wish, nobody)))
      stored.push(`${each.id} ${each.seatId} ${each.startsAt} ${each.endsAt} ${each.state} ${each.version}`)
  }
  const line = (place: Place) => `${world.seatId(place)} ${instantOf(place.from)} ${instantOf(place.to)}`
  const expected = model.bookings
    .filter(({ state }) => state !== 'cancelled')
    .map((each) => `${each.id} ${line(each.place)} ${each.state} ${each.version}`)
  expect([...new Set(stored)].sort()).toEqual(expected.sort())
  if (process.env.EARSHOT_TELL)
    console.log(
      [...seen]
        .sort()
        .map((one) => one.join(': '))
        .join('\n'),
    )
  if (ACTS < ENOUGH) return
  // An act that never happens is not tried.
  const done = [
    ...[
      'move',
      'restore',
      'checkIn',
      'standIn',
      'late',
      'cancel',
      'rule',
      'exchange',
      'ask',
      'agree',
      'decline',
      'withdraw',
    ],
    ...['takeBack', 'join', 'leaveLine', 'rejoin', 'accept', 'waitAgain', 'acceptAgain', 'declineOffer', 'walkUp'],
    ...['leave', 'excuse', 'countAgain', 'open', 'handIn', 'cancelDraw', 'series', 'series cancelled', 'series moved'],
  ]
  const reserved = [
    ...['done', 'over_limit', 'seat_taken', 'person_taken', 'in_the_past', 'not_on_slots'],
    ...['place_held', 'to_be_drawn', 'outside_opening_hours'],
  ]
  const wanted = [
    ...[...done.map((act) => `${act} done`), ...reserved.map((code) => `reserve ${code}`)],
    ...['pass offered', 'pass taken', 'look no_show', 'freeNow some', 'draw drawn', 'draw booked'],
  ]
  expect(wanted.filter((act) => !seen.has(act))).toEqual([])
})
