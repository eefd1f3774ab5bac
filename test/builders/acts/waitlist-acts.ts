import { readCalendar } from '../../../electron/storage/house/calendar.ts'
import { boardOf } from '../../../electron/storage/seats/bookings.ts'
import { openOffers } from '../../../electron/storage/seats/waitlist-offers.ts'
import type { WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import { heldUntil } from '../../../shared/domain/seats/waitlist-hold.ts'
import {
  dateOfDay,
  dayOfWall,
  holds,
  instantOf,
  meet,
  type NaiveBooking,
  type NaiveHeld,
  onSameSeat,
  type Place,
  type Wall,
  wallOf,
} from '../naive-room.ts'
import { nobody } from '../seats.ts'
import { type NaiveOffer, type NaiveWait, type NaiveWindow, timeOf } from './naive-waits.ts'
import type { World } from './world.ts'

const DAY = 1_440

/** Waiting for a place, and what is passed on to whoever waits. How long a place is held is asked of the rule book: it has its own tests. */
export async function waitlistActs(world: World) {
  const { house, model, random, one, people, roomIds, roomOf, seatId, compare, booked, change, tell } = world
  const calendar = await house.engine.read(readCalendar)
  const waits: NaiveWait[] = []
  const offers: NaiveOffer[] = []
  const isOpen = ({ state }: NaiveHeld) => state === 'open'

  const untilOf = (place: Place): Wall | null => {
    const room = roomOf(place)
    const { holdMinutes } = room.rulesOn(room.dayOf(place.seat, place.from))
    const hold = { timeZone: 'Asia/Shanghai', calendar, holdMinutes }
    const until = heldUntil({ now: instantOf(model.now), startsAt: instantOf(place.from), ...hold })
    return until === null ? null : wallOf(until)
  }
  const isOffered = (place: Place): boolean => {
    const room = roomOf(place)
    return !room.isPast(place) && room.placeRefusal(place) === null && room.dayRefusal(place) === null
  }

  /** Places of a window, soonest first, then by seat; of those that nobody has, or of all. What is drawn has room left around it already. */
  function places(
    room: number,
    { from, to, minutes, seat: wanted }: NaiveWindow,
    { taken, drawn }: { taken: readonly Place[]; drawn: readonly Place[] } = { taken: [], drawn: [] },
  ): Place[] {
    const found: Place[] = []
    for (const seat of [1, 2, 3, 4].filter((number) => wanted === null || wanted === number)) {
      const openings = roomOf({ room }).openings({ room, seat, from, to })
      for (const [start] of openings.flatMap(({ slots }) => slots)) {
        const place = { room, seat, from: start, to: start + minutes }
        if (place.from < from || place.to > to || place.from <= model.now || !isOffered(place)) continue
        const buffer = roomOf({ room }).bufferAt(place)
        const alone = { from: place.from - buffer, to: place.to + buffer }
        const isFree = !taken.some((other) => onSameSeat(other, place) && meet(other, alone))
        if (isFree && !drawn.some((other) => onSameSeat(other, place) && meet(other, place))) found.push(place)
      }
    }
    return found.sort((a, b) => a.from - b.from || a.seat - b.seat)
  }
  const held = (planned: readonly Place[] = []) => ({
    taken: [...[...model.bookings.filter(holds), ...offers.filter(isOpen)].map(({ place }) => place), ...planned],
    drawn: model.drawn,
  })
  const isWaiting = ({ state }: NaiveWait) => state === 'waiting'
  /** They wait for some of these times in that room otherwise. */
  const hasRival = ({ id, room, person, windows }: Pick<NaiveWait, 'id' | 'room' | 'person' | 'windows'>) =>
    waits.some(
      (each) =>
        isWaiting(each) &&
        each.id !== id &&
        each.room === room &&
        each.person === person &&
        each.windows.some((one) => windows.some((own) => meet(one, own))),
    )

  async function join() {
    const [room, person, other] = [random(2), one(people), one([null, null, ...people])]
    const companion = other === person ? null : other
    const day = dayOfWall(model.now) + random(3)
    const seat = one([null, null, 1 + random(4)])
    // Where they are busy, more often than not: else there is nothing to wait for.
    const busy = model.bookings.filter((each) => holds(each) && each.place.from > model.now && each.place.room === room)
    const near = busy.length > 0 && random(4) > 0 ? one(busy).place : null
    const [from, minutes] = [near?.from ?? day * DAY + 480 + random(20) * 30, one([30, 60])]
    const window = { from, to: near === null ? from + 60 + random(4) * 30 : near.to, minutes, seat: near?.seat ?? seat }
    if (window.to - window.from < minutes) return
    const acceptHours = one([null, null, 2])
    const asked: WaitWindow = {
      ...{ date: dateOfDay(dayOfWall(from)), from: timeOf(from), to: timeOf(window.to), minutes },
      seatId: window.seat === null ? null : seatId({ room, seat: window.seat }),
    }
    const wish = { roomId: roomIds[room] ?? '', personId: person, companionId: companion, purpose: 'listen' as const }
    const said = await house.waitlist.join({ ...wish, windows: [asked], acceptHours }, nobody)
    const isRival = hasRival({ id: '', room, person, windows: [window] })
    const isFreeThen = (place: Place) =>
      !roomOf(place).isElsewhere(place, companion === null ? [person] : [person, companion])
    const isWithin = (place: Place) => !roomOf(place).isOverLimit(place, person)
    const isFree = places(room, window, held()).some((place) => isFreeThen(place) && isWithin(place))
    const all = places(room, window)
    const left = all.filter(isFreeThen)
    const taken = left.length === 0 ? ['person_taken'] : left.some(isWithin) ? [] : ['over_limit']
    const none = all.length === 0 ? ['no_such_place'] : taken
    const refused = isRival ? ['already_waiting'] : isFree ? ['has_free'] : none
    const allowed = window.to <= model.now ? ['in_the_past'] : refused
    if (!compare('join', said, allowed, { ...wish, window }) || !said.ok) return
    waits.push({
      ...{ id: said.value.id, room, person, companion, windows: [window], acceptHours },
      ...{ madeAt: model.now, state: 'waiting' },
    })
  }

  async function leave() {
    if (waits.length === 0) return
    const wait = one(waits.slice(-10))
    const said = await house.waitlist.leave({ waitId: wait.id }, nobody)
    const isOver = wait.state !== 'waiting' && wait.state !== 'left'
    if (!compare('leaveLine', said, isOver ? ['wait_over'] : [], wait)) return
    for (const offer of offers) if (offer.wait === wait && isOpen(offer)) offer.state = 'declined'
    wait.state = 'left'
  }
  async function rejoin() {
    if (waits.length === 0) return
    const wait = one(waits.slice(-10))
    const said = await house.waitlist.rejoin({ waitId: wait.id }, nobody)
    const isOver = wait.state !== 'waiting' && wait.state !== 'left'
    const isPast = wait.windows.every(({ to }) => to <= model.now)
    const refused = isPast ? ['in_the_past'] : hasRival(wait) ? ['already_waiting'] : []
    if (compare('rejoin', said, isOver ? ['not_found'] : refused, wait)) wait.state = 'waiting'
  }

  /** One that is taken for somebody as it is made has no name here. */
  const named = () => offers.filter(({ id }) => id !== '')
  const someOffer = () => one([...offers.filter(isOpen), ...named().slice(-3)])

  async function decline() {
    if (named().length === 0) return
    const offer = someOffer()
    const said = await house.waitlist.decline({ offerId: offer.id }, nobody)
    const isOver = offer.state !== 'open' && offer.state !== 'declined'
    if (compare('declineOffer', said, isOver ? ['offer_over'] : [], offer)) offer.state = 'declined'
  }

  async function acceptOffer() {
    if (named().length === 0) return
    const offer = someOffer()
    const { place, person, wait, state } = offer
    const said = await house.waitlist.accept({ offerId: offer.id }, nobody)
    // One that came to a booking says so again.
    const isBooked = state === 'accepted' && said.ok
    if (isBooked) return
    const allowed = state !== 'open' || offer.expiresAt <= model.now ? ['offer_over'] : answerTo(offer)
    if (!compare('accept', said, allowed, offer) || !said.ok) return
    Object.assign(offer, { state: 'accepted', bookingId: said.value.id })
    wait.state = 'booked'
    booked(said.value.id, place, person, wait.companion)
  }
  /** Undo of accepting: the booking goes, the wait is as it was, and so is what was held for it while its time is not over. */
  async function waitAgain() {
    const offer = offers.findLast(({ bookingId }) => bookingId !== undefined)
    if (offer === undefined) return
    const { place, person, wait, bookingId } = offer
    const booking = model.bookings.find(({ id }) => id === bookingId)
    if (booking === undefined) throw new Error('what came of an offer is not there')
    const said = await house.waitlist.waitAgain({ offerId: offer.id, seenVersion: booking.version }, nobody)
    const isOver = booking.place.to <= model.now || !holds(booking)
    const refused = booking.state === 'checked_in' ? ['already_started'] : hasRival(wait) ? ['already_waiting'] : []
    const gone = booking.state === 'cancelled' ? ['not_found'] : ['already_over']
    if (!compare('waitAgain', said, isOver ? gone : refused, offer) || !said.ok) return
    change(booking, { state: 'cancelled' })
    Object.assign(offer, { state: 'declined', bookingId: undefined, gaveUpId: bookingId })
    wait.state = 'waiting'
    const who = wait.companion === null ? [person] : [person, wait.companion]
    const isFree = isOffered(place) && !roomOf(place).isOverLimit(place, person)
    const isElsewhere = offers.some((each) => isOpen(each) && each.person === person && meet(each.place, place))
    if (offer.expiresAt <= model.now || !isFree || isElsewhere || roomOf(place).takenBy(place, who).length > 0) return
    const { expiresAt } = offer
    const again: NaiveOffer = { ...{ id: '', person, wait, place, expiresAt }, madeAt: model.now, state: 'open' }
    offers.push(again)
    model.offers.push(again)
    await nameWhatWasMade()
  }
  /** Redo of accepting: the booking is there again where it can be, and nothing is waited for or held beside it. */
  async function acceptAgain() {
    const offer = offers.findLast(({ gaveUpId }) => gaveUpId !== undefined)
    if (offer?.gaveUpId === undefined) return
    const { wait, gaveUpId } = offer
    const booking = model.bookings.find(({ id }) => id === gaveUpId)
    if (booking === undefined) throw new Error('what was given up is not there')
    const isMoved = booking.place.seat !== offer.place.seat || booking.place.from !== offer.place.from
    if (isMoved || booking.place.to !== offer.place.to) return
    const said = await house.waitlist.acceptAgain({ offerId: offer.id, bookingId: gaveUpId }, nobody)
    const allowed = booking.state === 'cancelled' ? roomOf(booking.place).restore(booking) : []
    if (!compare('acceptAgain', said, allowed, offer)) return
    if (booking.state === 'cancelled') change(booking, { state: 'booked' })
    for (const other of offers) if (other.wait === wait && isOpen(other)) other.state = 'declined'
    if (wait.state === 'waiting' || wait.state === 'left') wait.state = 'booked'
    Object.assign(offer, { state: 'accepted', bookingId: gaveUpId, gaveUpId: undefined })
  }
  function answerTo({ place, person, wait }: NaiveOffer): string[] {
    const room = roomOf(place)
    if (room.isPast(place)) return ['in_the_past']
    const refusal = room.placeRefusal(place)
    if (refusal !== null) return [refusal]
    if (room.isOverLimit(place, person)) return ['over_limit']
    return room.takenBy(place, wait.companion === null ? [person] : [person, wait.companion])
  }

  /** What is over ends, and what is free goes to whoever waits, the first before the others. */
  async function pass() {
    await house.relay.pass()
    if (!waits.some(isWaiting) && !offers.some(isOpen)) return
    closeWhatIsOver()
    for (let plans = 0; plans < 5; plans += 1) {
      let missed = 0
      for (const { wait, place } of planned()) if (!offered(wait, place)) missed += 1
      if (missed === 0) break
    }
    await nameWhatWasMade()
  }

  function closeWhatIsOver() {
    for (const offer of offers.filter(isOpen)) {
      const { place, madeAt } = offer
      const isTaken = model.bookings.some(
        (each) => holds(each) && onSameSeat(each.place, place) && meet(each.place, place),
      )
      const room = roomOf(place)
      if (isTaken) offer.state = 'accepted'
      else if (place.from <= model.now || room.isPast(place) || room.placeRefusal(place) !== null)
        offer.state = 'withdrawn'
      else if (madeAt > model.now) {
        const until = untilOf(place)
        if (until === null) offer.state = 'expired'
        else Object.assign(offer, { madeAt: model.now, expiresAt: until })
      } else if (offer.expiresAt <= model.now) offer.state = 'expired'
    }
    for (const wait of waits.filter(isWaiting)) {
      const isServed = model.bookings.some(
        (each) =>
          each.person === wait.person &&
          holds(each) &&
          each.place.room === wait.room &&
          wait.windows.some((window) => meet(window, each.place) && !layIn(window, each, wait.madeAt)),
      )
      if (isServed) wait.state = 'booked'
      else if (wait.windows.every(({ to }) => to <= model.now)) wait.state = 'over'
    }
  }
  /** What they had there when they asked is not what they wait for. */
  function layIn(window: Pick<Place, 'from' | 'to'>, { stood }: NaiveBooking, then: number) {
    const place = stood.findLast(({ at }) => at <= then)?.place ?? null
    return place !== null && meet(window, place)
  }
  function planned() {
    const plans: { wait: NaiveWait; place: Place }[] = []
    const line = waits.filter(isWaiting).sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
    for (const wait of line) {
      if (offers.some((offer) => isOpen(offer) && offer.wait === wait)) continue
      const who = [wait.person, wait.companion]
      const promised = [...offers.filter(isOpen), ...plans.map(({ wait: { person }, place }) => ({ person, place }))]
      const others = held(plans.map(({ place }) => place))
      const place = wait.windows
        .flatMap((window) => places(wait.room, window, others))
        .find(
          (free) =>
            !isNotTaken(wait, free) &&
            !promised.some(({ person, place: theirs }) => who.includes(person) && meet(theirs, free)) &&
            untilOf(free) !== null &&
            isFreeFor(wait, free),
        )
      if (place !== undefined) plans.push({ wait, place })
    }
    return plans
  }
  const isNotTaken = (wait: NaiveWait, { seat, from }: Place) =>
    offers.some(
      (offer) =>
        offer.wait === wait &&
        (offer.state === 'declined' || offer.state === 'expired') &&
        offer.place.seat === seat &&
        offer.place.from === from,
    )
  const isFreeFor = ({ person, companion }: NaiveWait, place: Place) =>
    !roomOf(place).isElsewhere(place, companion === null ? [person] : [person, companion]) &&
    !roomOf(place).isOverLimit(place, person)

  function offered(wait: NaiveWait, place: Place): boolean {
    const until = untilOf(place)
    const who = wait.companion === null ? [wait.person] : [wait.person, wait.companion]
    if (until === null || wait.state !== 'waiting' || !isOffered(place)) return false
    if (roomOf(place).takenBy(place, who).length > 0 || roomOf(place).isOverLimit(place, wait.person)) return false
    const isTaken = wait.acceptHours !== null && place.from - model.now >= wait.acceptHours * 60
    const times = { madeAt: model.now, expiresAt: until }
    const offer: NaiveOffer = {
      id: '',
      person: wait.person,
      wait,
      place,
      state: isTaken ? 'accepted' : 'open',
      ...times,
    }
    offers.push(offer)
    model.offers.push(offer)
    tell('pass', isTaken ? 'taken' : 'offered')
    if (!isTaken) return true
    wait.state = 'booked'
    booked('', place, wait.person, wait.companion)
    return true
  }

  /** What the console made is what was made on paper, no more and no less; and now has a name. */
  async function nameWhatWasMade() {
    const stored = await house.engine.read(openOffers)
    const line = (offer: { waitId: string; seatId: string; startsAt: string; expiresAt: string }) =>
      `${offer.waitId} ${offer.seatId} ${offer.startsAt} until ${offer.expiresAt}`
    const onPaper = offers.filter(isOpen).map((offer) => ({
      ...{ offer, waitId: offer.wait.id, seatId: seatId(offer.place), startsAt: instantOf(offer.place.from) },
      expiresAt: instantOf(offer.expiresAt),
    }))
    const [said, wanted] = [stored.map(line).sort().join('\n'), onPaper.map(line).sort().join('\n')]
    if (said !== wanted) throw new Error(`at ${instantOf(model.now)} held:\n${said}\non paper:\n${wanted}`)
    for (const each of onPaper) each.offer.id = stored.find((one) => line(one) === line(each))?.id ?? ''
    for (const booking of model.bookings.filter(({ id }) => id === '')) {
      const span = { startsAt: instantOf(booking.place.from), endsAt: instantOf(booking.place.to) }
      const found = (await house.engine.read(() => boardOf(span))).find(
        (each) => each.state === 'booked' && each.seatId === seatId(booking.place) && each.personId === booking.person,
      )
      if (found === undefined) throw new Error(`nothing was taken: ${JSON.stringify(booking)}`)
      booking.id = found.id
    }
  }

  /** A booking that stands where somebody else waits for its place. */
  function wanted(): NaiveBooking | null {
    const isWanted = ({ person, place }: NaiveBooking, wait: NaiveWait) =>
      wait.room === place.room &&
      wait.person !== person &&
      wait.windows.some((each) => (each.seat ?? place.seat) === place.seat && meet(each, place))
    const coming = model.bookings.filter(({ state, place }) => state === 'booked' && place.from > model.now)
    const found = coming.filter((booking) => waits.some((wait) => isWaiting(wait) && isWanted(booking, wait)))
    return found.length === 0 ? null : one(found)
  }

  return { join, leave, rejoin, wanted, decline, acceptOffer, waitAgain, acceptAgain, pass }
}
