import { drawPass } from '../../../electron/services/seats/draw/draw-pass.ts'
import { drawsService } from '../../../electron/services/seats/draw/draws.ts'
import { boardOf } from '../../../electron/storage/seats/bookings.ts'
import { drawnPlacesIn } from '../../../electron/storage/seats/draw/places.ts'
import {
  dateOfDay,
  dayOfWall,
  holds,
  instantOf,
  meet,
  onSameSeat,
  type Place,
  type Wall,
  wallOf,
} from '../naive-room.ts'
import { accepted } from '../outcomes.ts'
import { nobody } from '../seats.ts'
import type { World } from './world.ts'

interface NaiveWindow {
  readonly id: string
  readonly closesAt: Wall
  readonly minutes: number
  readonly slotIds: readonly string[]
  readonly asked: Set<string>
  isOpen: boolean
}
/**
 * Windows of seats that are drawn. Who gets what is for the draw to say, which has tests of its own: here it is taken over, and has to have been free, on what
 * was offered, and for people who asked, were free and might have one more.
 */
export function drawActs(world: World, look: () => Promise<void>) {
  const { house, model, random, one, people, roomIds, roomOf, seatId, placeOf, compare, booked, tell } = world
  const draws = drawsService(house.parts)
  const pass = drawPass({ ...house.parts, watch: house.watch })
  const windows: NaiveWindow[] = []

  async function open() {
    const room = random(2)
    const day = dayOfWall(model.now) + 1 + random(2)
    const minutes = one([30, 60])
    const hours = { from: '10:00', to: one(['11:00', '12:00']) }
    const date = dateOfDay(day)
    const closesAt = model.now + 60 + random(8) * 60
    const plan = { roomIds: [roomIds[room] ?? ''], from: date, to: date, hours, lengthsMinutes: [minutes] }
    const said = await draws.open({ ...plan, closesAt: instantOf(closesAt) }, nobody)
    tell('open', said.ok ? 'done' : said.code)
    if (!said.ok) return
    const slots = await draws.slots({ windowId: said.value.id }, nobody)
    const slotIds = slots.ok ? slots.value.map(({ id }) => id) : []
    windows.push({ id: said.value.id, closesAt, minutes, slotIds, asked: new Set(), isOpen: true })
    await drawnNow(said.value.id)
  }

  /** What is drawn now, which has to be free. */
  async function drawnNow(newest: string | null = null) {
    const from = model.now - 40 * 1_440
    const span = { startsAt: instantOf(from), endsAt: instantOf(from + 80 * 1_440) }
    const found = await house.engine.read(() => drawnPlacesIn(span))
    model.drawn.splice(0, model.drawn.length, ...found.map(placeOf))
    const held = [...model.bookings.filter(holds), ...model.offers.filter(({ state }) => state === 'open')]
    for (const place of found.filter(({ windowId }) => windowId === newest).map(placeOf))
      if (held.some((other) => onSameSeat(other.place, place) && meet(other.place, place)))
        throw new Error(`what is drawn was not free: ${JSON.stringify(place)}`)
  }

  async function ask() {
    if (windows.length === 0) return
    const window = one(windows.slice(-3))
    const [person, other] = [one(people), one([null, null, null, ...people])]
    const together = other === null || other === person ? [] : [other]
    const wishes = window.slotIds.slice(random(2)).concat(window.slotIds.slice(0, 1))
    const wish = { windowId: window.id, personId: person, purpose: 'listen' as const, lengthMinutes: window.minutes }
    const said = await draws.handIn({ ...wish, togetherWith: together, wishes: [...new Set(wishes)] }, nobody)
    const isClosed = !window.isOpen || window.closesAt <= model.now
    const isTwice = [person, ...together].some((who) => window.asked.has(who))
    if (compare('handIn', said, isClosed ? ['closed'] : isTwice ? ['asked_already'] : [], wish))
      for (const who of [person, ...together]) window.asked.add(who)
  }

  async function cancel() {
    const window = windows.findLast(({ isOpen }) => isOpen)
    if (window === undefined) return
    if (compare('cancelDraw', await draws.cancel({ windowId: window.id, reason: '不抽了' }, nobody), [], window))
      window.isOpen = false
    await drawnNow()
  }

  async function draw() {
    await look()
    const due = windows.filter(({ isOpen, closesAt }) => isOpen && closesAt <= model.now)
    const count = await pass.run()
    if (count !== due.length) throw new Error(`${count} were drawn, not ${due.length}`)
    const offered = [...model.drawn]
    for (const window of due) {
      window.isOpen = false
      tell('draw', 'drawn')
      const results = await accepted(draws.results({ windowId: window.id, search: '', offset: 0 }, nobody))
      for (const { drawn } of results.rows)
        for (const seat of drawn?.seatNumbers ?? []) {
          const room = roomIds.indexOf(drawn?.roomId ?? '')
          const [from, to] = [wallOf(drawn?.startsAt ?? ''), wallOf(drawn?.endsAt ?? '')]
          await takeOver(window, { room, seat, from, to }, offered)
        }
    }
    if (due.length > 0) await drawnNow()
  }

  async function takeOver(window: NaiveWindow, place: Place, offered: readonly Place[]) {
    const span = { startsAt: instantOf(place.from), endsAt: instantOf(place.to) }
    const found = (await house.engine.read(() => boardOf(span))).find(
      (each) => each.state === 'booked' && each.seatId === seatId(place) && each.startsAt === span.startsAt,
    )
    if (found === undefined) throw new Error(`what was drawn is not there: ${JSON.stringify(place)}`)
    const isOffered = offered.some(
      (other) => onSameSeat(other, place) && other.from <= place.from && place.to <= other.to,
    )
    const isAsked = window.asked.has(found.personId)
    const isTaken = model.bookings.some(
      (each) => holds(each) && onSameSeat(each.place, place) && meet(each.place, place),
    )
    const isElsewhere = roomOf(place).isElsewhere(place, [found.personId])
    const isAhead = place.from > model.now
    const isOverLimit = roomOf(place).isOverLimit(place, found.personId)
    const told = { place, isOffered, isAsked, isTaken, isElsewhere, isOverLimit }
    if (!isOffered || !isAsked || isTaken || isElsewhere || !isAhead || isOverLimit)
      throw new Error(`drawn against the rules: ${JSON.stringify(told)}`)
    tell('draw', 'booked')
    booked(found.id, place, found.personId, null)
  }

  return { open, ask, cancel, draw }
}
