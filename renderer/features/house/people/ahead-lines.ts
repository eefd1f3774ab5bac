import type { TFunction } from 'i18next'
import type { Ahead } from '../../../../shared/contract/house/leaving.ts'
import { dateIn, dayName, dayTime, type Place, rangeOn } from '../../../lib/formats.ts'
import { roomName, type SeatRoom } from '../../../lib/seat-rooms.ts'

interface Words {
  readonly t: TFunction<'settings'>
  readonly roomOf: (at: { roomId: string; startsAt: string }) => SeatRoom
  readonly house: Place
}

/** What somebody has before them, a line for each thing, soonest first of each kind. */
export function aheadLines({ bookings, offers, waits, draws, rooms }: Ahead, { t, roomOf, house }: Words): string[] {
  const placed = (thing: { roomId: string; startsAt: string; endsAt: string; seatNumber?: number }) => {
    const { place, named } = roomOf(thing)
    const day = dateIn(thing.startsAt, place.timeZone)
    return {
      when: `${dayName(day, place)} ${rangeOn(day, thing.startsAt, thing.endsAt, place)}`,
      where: named(thing.seatNumber === undefined ? '' : t('room.seat', { number: thing.seatNumber })).trim(),
    }
  }
  return [
    ...bookings.map(({ besideName, ...booking }) =>
      besideName === null
        ? t('leavers.booking', placed(booking))
        : t('leavers.beside', { ...placed(booking), name: besideName }),
    ),
    ...offers.map((offer) => t('leavers.offer', placed(offer))),
    ...waits.map((wait) => t('leavers.wait', placed(wait))),
    ...draws.map(({ closesAt }) => t('leavers.draw', { when: dayTime(closesAt, house, closesAt) })),
    ...rooms.map(({ name }) => t('leavers.room', { name: roomName({ name, site: '' }) })),
  ]
}
