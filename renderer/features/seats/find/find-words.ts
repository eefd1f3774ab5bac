import type { TFunction } from 'i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { Difference, FindWish, FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { datesFrom } from '../../../../shared/domain/seats/find/find-seats.ts'
import type { WishRead } from '../../../../shared/domain/seats/find/read-wish.ts'
import { dayName, type Place } from '../../../lib/formats.ts'
import { listOfWords } from '../../../lib/list-of-words.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { roomName, type SeatRoom } from '../../../lib/seat-rooms.ts'
import { placeName } from '../booking/refusal-words.ts'

const DAY_MINUTES = 1_440
const ONE_HOUR = 60
/** Where no day is said: nobody plans further for «some time soon». */
const DAYS_AHEAD = 13
/** Few enough days that several times of each are found. */
const NEAR_DAYS_AHEAD = 2

/** The wish behind the words; what they leave open is proposed. */
export function wishOf(read: WishRead, today: PlainDate): Omit<FindWish, 'personId' | 'companionId'> {
  const { days, times, lengthMinutes, people, seatNumber, roomIds } = read
  const length = lengthMinutes ?? ONE_HOUR
  return {
    ...(days ?? { from: today, to: addDays(today, DAYS_AHEAD) }),
    ...{ times, seatNumber, roomIds },
    lengthMinutes: Math.min(Math.max(length, 15), DAY_MINUTES / 2),
    people: people !== null && people > 1 ? 2 : 1,
  }
}

/** An hour some time soon, of whatever seat: within three days, or the two weeks. */
export const soonWish = (today: PlainDate, within: 'days' | 'weeks'): Omit<FindWish, 'personId' | 'companionId'> => ({
  ...{
    from: today,
    to: addDays(today, within === 'days' ? NEAR_DAYS_AHEAD : DAYS_AHEAD),
    times: null,
    lengthMinutes: ONE_HOUR,
  },
  ...{ people: 1, seatNumber: null, roomIds: null },
})

/** An hour of what is left of today, of whatever seat. */
export const todayWish = (today: PlainDate): Omit<FindWish, 'personId' | 'companionId'> => ({
  ...{ from: today, to: today, times: null, lengthMinutes: ONE_HOUR },
  ...{ people: 1, seatNumber: null, roomIds: null },
})

/** `10:30` */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What the words were understood as, a chip each; `isDoubt`: look at it. */
export function chipsOf(
  read: WishRead,
  today: PlainDate,
  rooms: readonly HouseRoom[],
  t: TFunction<'seats'>,
  place: Place,
) {
  const wish = wishOf(read, today)
  const { times, lengthMinutes, people, seatNumber } = wish
  const time =
    times === null
      ? t('find.anyTime')
      : times.isExact
        ? t('find.from', { time: clock(times.from) })
        : t('find.between', { from: clock(times.from), to: clock(times.to) })
  const sure = [
    read.days === null ? t('find.anyDay') : daysWords(wish, t, place),
    time,
    t('find.length', { minutes: lengthMinutes }),
    people === 2 ? t('find.two') : t('find.one'),
    ...(seatNumber === null ? [] : [t('seat', { seat: seatNumber })]),
    ...(rooms.length < 2 ? [] : [read.roomIds === null ? t('find.anyRoom') : namesOf(read.roomIds, rooms)]),
  ]
  const doubts = [
    ...((read.people ?? 0) > 2 ? [t('find.tooMany')] : []),
    ...(read.rest.length === 0 ? [] : [t('find.unknown', { words: read.rest.join(' ') })]),
  ]
  return [...sure.map((text) => ({ text, isDoubt: false })), ...doubts.map((text) => ({ text, isDoubt: true }))]
}

function daysWords(
  { from, to, weekdays, isWorkday }: Pick<FindWish, 'from' | 'to' | 'weekdays' | 'isWorkday'>,
  t: TFunction<'seats'>,
  place: Place,
): string {
  const days = from === to ? dayName(from, place) : `${dayName(from, place)} – ${dayName(to, place)}`
  // Which of them are worked the house's calendar says where it is looked for.
  if (isWorkday) return t('find.workdays', { days })
  if (weekdays === undefined) return days
  return listOfWords(
    datesFrom({ from, to, weekdays }, () => true).map((date) => dayName(date, place)),
    'disjunction',
  )
}

const namesOf = (ids: readonly string[], rooms: readonly HouseRoom[]): string =>
  listOfWords(rooms.filter(({ id }) => ids.includes(id)).map(roomName), 'disjunction')

export function differenceWords(one: Difference, t: TFunction<'seats'>): string {
  switch (one.kind) {
    case 'later':
    case 'earlier':
    case 'shorter':
      return t(`find.${one.kind}`, { minutes: one.minutes })
    case 'apart':
      return t('find.apart', { count: one.between })
    case 'day':
    case 'seat':
    case 'room':
    case 'beside':
      return t(`find.${one.kind}`)
  }
}

/** «3号席 10:00–11:00», of two «… 和 4号席», with the room where there are several. */
export function foundName({ places }: FoundSeat, t: TFunction<'seats'>, { place, named }: SeatRoom): string {
  const [first, second] = places
  if (first === undefined) return ''
  const name = placeName(t, first, place)
  return named(second === undefined ? name : t('find.both', { first: name, second: second.seatNumber }))
}
