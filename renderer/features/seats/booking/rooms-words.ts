import type { TFunction } from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { bookings } from '../../../../shared/contract/seats/bookings.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { FOR_GOOD } from '../../../../shared/domain/seats/closed-rooms.ts'
import { dayName, type Place, rangeOn } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { seatRoomNow, type Timed } from '../../../lib/seat-rooms.ts'

type Refused = Extract<
  Refusal<(typeof bookings)['reserve']>,
  { code: 'closed_day' | 'too_soon' | 'too_far_ahead' | 'over_limit' }
>

type Used = Extract<Refused, { code: 'over_limit' }>['detail']['bookings'][number]

/** More are not read in a sentence. */
const MOST_NAMED = 4

export interface RefusalWords {
  title: string
  hint?: string
}

/** Where what stands around tells the clock. */
export const asItIs: Timed = (time) => time

/** Why the rules of the room say no, and what they allow. */
export function roomsWords(
  refusal: Refused,
  t: TFunction<'seats'>,
  place: Place,
  day: PlainDate,
  timed: Timed = asItIs,
): RefusalWords {
  const named = (date: PlainDate) => dayName(date, place)
  switch (refusal.code) {
    case 'closed_day': {
      const { from, to, name } = refusal.detail
      if (to === FOR_GOOD)
        return { title: t('refused.roomClosed', { date: named(from) }), hint: t('refused.roomClosedHint') }
      const days = from === to ? named(from) : `${named(from)}–${named(to)}`
      const why = name[place.language] || name.zh || name.en
      const title = why === '' ? t('refused.closedDayPlain', { days }) : t('refused.closedDay', { days, name: why })
      return { title, hint: t('refused.closedDayHint') }
    }
    case 'too_soon':
      return {
        title: t('refused.tooSoon'),
        hint: t('refused.tooSoonHint', { date: named(refusal.detail.firstDate) }),
      }
    case 'too_far_ahead':
      return {
        title: t('refused.tooFarAhead'),
        hint: t('refused.tooFarAheadHint', { date: named(refusal.detail.lastDate) }),
      }
    case 'over_limit': {
      const { count, per, personName, bookings: used } = refusal.detail
      const now = instantNow()
      const ahead = used.filter(({ startsAt }) => startsAt > now)
      // Where not all are named it is those that can be given up.
      const named = (used.length > MOST_NAMED && ahead.length > 0 ? ahead : used).slice(0, MOST_NAMED)
      const told = named.map((one) => whereItIs(one, t, place, day, timed))
      const first = told.join(t('refused.listSign'))
      const list = used.length > told.length ? t('refused.andMore', { list: first }) : first
      return {
        title: t(`refused.overLimit.${per}`, { name: personName, count }),
        // Of a series only whether it fits is asked, and not which they are.
        hint: t(ahead.length === 0 && used.length > 0 ? 'refused.overLimitUsedHint' : 'refused.overLimitHint', {
          list,
        }),
      }
    }
  }
}

/** A limit counts the bookings of all rooms: each is told as its own room tells it. */
function whereItIs(
  { seatId, seatNumber, startsAt, endsAt }: Used,
  t: TFunction<'seats'>,
  place: Place,
  day: PlainDate,
  timed: Timed,
): string {
  const its = seatId === undefined ? null : seatRoomNow({ seatId, startsAt })
  const range = rangeOn(day, startsAt, endsAt, its?.place ?? place)
  const named = t('place', { seat: seatNumber, time: its === null ? timed(range, startsAt) : range })
  return its === null ? named : its.named(named)
}
