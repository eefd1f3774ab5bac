import { holds, isMissed, meet, type NaiveBooking, type Place, type Wall } from '../naive-room.ts'
import { nobody } from '../seats.ts'
import type { World } from './world.ts'

interface NaiveSwap {
  readonly id: string
  readonly one: NaiveBooking
  readonly other: NaiveBooking
  /** As they were asked for, or as the answer left them. */
  looks: readonly string[]
  state: 'open' | 'agreed' | 'declined' | 'withdrawn' | 'for_both' | 'undone'
  readonly askedAt: Wall
}

/** Two bookings change places: asked and answered, or for both at once. */
export function swapActs({ house, model, one: oneOf, roomOf, compare, change }: World) {
  const swaps: NaiveSwap[] = []
  const looksOf = (one: NaiveBooking, other: NaiveBooking) =>
    [one, other].map(({ person, place, state }) => JSON.stringify([person, place, state]))
  const isAsAsked = ({ one, other, looks }: NaiveSwap) => JSON.stringify(looksOf(one, other)) === JSON.stringify(looks)
  const isAsk = ({ state }: NaiveSwap) => state !== 'for_both' && state !== 'undone'
  /** Of what was asked of the same two, the last counts. */
  const isLast = ({ one, other, askedAt, id }: NaiveSwap) =>
    !swaps.some(
      (swap) =>
        isAsk(swap) &&
        swap.one === one &&
        swap.other === other &&
        (swap.askedAt > askedAt || (swap.askedAt === askedAt && swap.id > id)),
    )
  const canBeAnswered = (swap: NaiveSwap) => isAsAsked(swap) && isLast(swap)

  function hindrance(one: NaiveBooking, other: NaiveBooking): string[] {
    return decided(one, other) ?? overLimit(one, other) ?? elsewhere(one, other)
  }
  function decided(one: NaiveBooking, other: NaiveBooking): string[] | null {
    for (const { state, place } of [one, other]) {
      if (state === 'cancelled') return ['not_found']
      if (place.to <= model.now || isMissed({ state } as NaiveBooking)) return ['already_over']
      if (state !== 'booked' || place.from <= model.now) return ['already_started']
    }
    return one.person === other.person ? ['same_person'] : null
  }
  function overLimit(one: NaiveBooking, other: NaiveBooking): string[] | null {
    const isOver = (who: NaiveBooking, place: Place) => roomOf(place).isOverLimit(place, who.person, who)
    return isOver(one, other.place) || isOver(other, one.place) ? ['over_limit'] : null
  }
  function elsewhere(one: NaiveBooking, other: NaiveBooking): string[] {
    const others = model.bookings.filter((each) => each !== one && each !== other && holds(each))
    const isBusy = (who: NaiveBooking, place: Place) =>
      roomOf(place).isElsewhere(place, [who.person, who.companion], others)
    const [ones, theirs] = [one, other].map(({ person, companion }) => [person, companion])
    const isShared = ones?.some((who) => who !== null && theirs?.includes(who)) && meet(one.place, other.place)
    const isTaken = isBusy(one, other.place) || isBusy(other, one.place) || isShared
    const isHeld = [one, other].some((who, index) =>
      model.offers.some(
        (offer) =>
          offer.state === 'open' &&
          offer.person !== who.person &&
          isAcross(offer.place, (index === 0 ? other : one).place),
      ),
    )
    const isDrawn = [one, other].some(({ place }) => roomOf(place).isDrawn(place))
    const drawn = isDrawn ? ['to_be_drawn'] : []
    return [...(isTaken ? ['person_taken'] : []), ...(isHeld ? ['place_held'] : []), ...drawn]
  }
  const isAcross = (a: Place, b: Place) => a.room === b.room && a.seat === b.seat && meet(a, b)

  function exchanged(one: NaiveBooking, other: NaiveBooking) {
    const [place, otherPlace] = [one.place, other.place]
    change(one, { place: otherPlace })
    change(other, { place })
  }

  const pair = (): [NaiveBooking, NaiveBooking] | null => {
    const near = model.bookings.filter(({ state, place }) => state === 'booked' && place.from > model.now)
    const among = near.length < 2 ? model.bookings.slice(-20) : near
    return among.length === 0 ? null : [oneOf(among), oneOf(among)]
  }

  async function exchange() {
    const both = pair()
    if (both === null) return
    const [one, other] = both
    const wish = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '换一下' }
    const said = await house.swaps.exchange(wish, nobody)
    const allowed = one === other ? ['same_person'] : hindrance(one, other)
    if (!compare('exchange', said, allowed, both) || !said.ok) return
    exchanged(one, other)
    swaps.push({ id: said.value.id, one, other, looks: looksOf(one, other), state: 'for_both', askedAt: model.now })
  }

  async function ask() {
    const both = pair()
    if (both === null) return
    const [one, other] = both
    const said = await house.swaps.ask({ bookingId: one.id, otherId: other.id, reason: '换一下' }, nobody)
    const allowed = one === other ? ['same_person'] : hindrance(one, other)
    if (!compare('ask', said, allowed, both) || !said.ok) return
    if (!swaps.some(({ id }) => id === said.value.id))
      swaps.push({ id: said.value.id, one, other, looks: looksOf(one, other), state: 'open', askedAt: model.now })
  }

  async function agree(swap: NaiveSwap) {
    const said = await house.swaps.agree({ swapId: swap.id }, nobody)
    const { one, other, state } = swap
    const isLapsed = state !== 'open' || !canBeAnswered(swap)
    const allowed = decided(one, other) ?? (isLapsed ? ['lapsed'] : hindrance(one, other))
    if (!compare('agree', said, state === 'agreed' ? [] : allowed, swap) || state === 'agreed') return
    exchanged(one, other)
    Object.assign(swap, { state: 'agreed', looks: looksOf(one, other) })
  }

  async function close(swap: NaiveSwap, act: 'decline' | 'withdraw') {
    const said = await house.swaps[act]({ swapId: swap.id }, nobody)
    const state = act === 'decline' ? 'declined' : 'withdrawn'
    const hasBegun = [swap.one, swap.other].some(({ place }) => place.from <= model.now)
    const isLapsed = swap.state !== state && (swap.state !== 'open' || !canBeAnswered(swap) || hasBegun)
    if (compare(act, said, isLapsed ? ['lapsed'] : [], swap) && swap.state !== state)
      Object.assign(swap, { state, looks: looksOf(swap.one, swap.other) })
  }

  async function takeBack(swap: NaiveSwap) {
    const said = await house.swaps.takeBack({ swapId: swap.id }, nobody)
    const { one, other, state } = swap
    const isDone = state === 'agreed' || state === 'for_both' || state === 'undone'
    const answer = isDone ? hindrance(one, other) : []
    const isAsItWas = isDone ? isAsAsked(swap) : canBeAnswered(swap)
    const allowed = state === 'open' ? [] : isAsItWas ? answer : ['lapsed']
    if (!compare('takeBack', said, allowed, swap) || state === 'open') return
    if (isDone) exchanged(one, other)
    const after = {
      for_both: 'undone',
      undone: 'for_both',
      agreed: 'open',
      declined: 'open',
      withdrawn: 'open',
    } as const
    Object.assign(swap, { state: after[state], looks: looksOf(one, other) })
  }

  async function answer() {
    if (swaps.length === 0) return
    const swap = oneOf(swaps.slice(-6))
    await oneOf([
      () => agree(swap),
      () => agree(swap),
      () => close(swap, 'decline'),
      () => close(swap, 'withdraw'),
      () => takeBack(swap),
    ])()
  }
  return { exchange, ask, answer }
}
