import type { TFunction } from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { DrawnRequest, DrawWindow, DrawWish, draws, OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { assertNever } from '../../../lib/answers.ts'
import { dayName, dayOf, dayTime, type Place, roughly, timeRange } from '../../../lib/formats.ts'
import { instantNow, useLeftMs } from '../../../lib/now.ts'
import { type AtRoom, seatRoomNow, type useSeatRooms } from '../../../lib/seat-rooms.ts'
import type { RefusalWords } from '../booking/rooms-words.ts'

type Calls = typeof draws
type Texts = TFunction<'draws'>

/** Every ordinary «no» about a draw. */
export type DrawRefusal =
  | Refusal<Calls['open']>
  | Refusal<Calls['extend']>
  | Refusal<Calls['cancel']>
  | Refusal<Calls['change']>
  | Refusal<Calls['file']>

/** What somebody of a request is called; until it is drawn, whoever is off the list only asks once they are back on it. */
export const nameOrAway = ({ awayIds = [] }: DrawWish, id: Id, name: string, t: Texts): string =>
  awayIds.includes(id) ? t('request.away', { name }) : name

/** Those who are asked with, in their order. */
export const namesAsked = (request: DrawWish, t: Texts): Map<Id, string> =>
  new Map(request.togetherWith.map((id, at) => [id, nameOrAway(request, id, request.togetherNames[at] ?? '', t)]))

/** By the clock of its room, which it names where there are several. */
function atRoom(at: AtRoom): string {
  const { place, named } = seatRoomNow(at)
  return named(dayTime(at.startsAt, place, instantNow()))
}

/** Why not, and what to do. */
export function drawRefusalWords(refusal: DrawRefusal, t: Texts, place: Place): RefusalWords {
  const when = (at: Instant) => dayTime(at, place, instantNow())
  switch (refusal.code) {
    case 'not_found':
      return { title: t('refused.notFound'), hint: t('refused.notFoundHint') }
    case 'closed':
      return { title: t('refused.closed', { until: when(refusal.detail.closesAt) }), hint: t('refused.closedHint') }
    case 'not_offered': {
      const [roomId = '', at] = refusal.detail.slotId.split(' ')
      const wish = at === undefined ? '' : atRoom({ roomId, startsAt: at })
      return { title: t('refused.notOffered'), hint: t('refused.notOfferedHint', { wish }) }
    }
    case 'asked_already':
      return { title: t('refused.asked', { name: refusal.detail.personName }), hint: t('refused.askedHint') }
    case 'not_for_them': {
      const name = refusal.detail.personName
      return { title: t('refused.notForThem', { name }), hint: t('refused.notForThemHint', { name }) }
    }
    case 'days_backwards':
      return { title: t('refused.daysBackwards') }
    case 'too_many_days':
      return { title: t('refused.tooManyDays', refusal.detail), hint: t('refused.tooManyDaysHint') }
    case 'length_not_on_slots': {
      const { lengthMinutes, slotMinutes: slot } = refusal.detail
      return {
        title: t('refused.lengthNotOnSlots', { length: lengthMinutes, slot }),
        hint: t('refused.lengthNotOnSlotsHint', { slot }),
      }
    }
    case 'buffer_needs_one_length':
      return {
        title: t('refused.bufferOneLength', { buffer: refusal.detail.bufferMinutes }),
        hint: t('refused.bufferOneLengthHint'),
      }
    case 'nothing_free':
      return { title: t('refused.nothingFree'), hint: t('refused.nothingFreeHint') }
    case 'too_many_slots':
      return { title: t('refused.tooManySlots', refusal.detail), hint: t('refused.tooManySlotsHint') }
    case 'closes_in_the_past':
      return { title: t('refused.closesInThePast'), hint: t('refused.closesInThePastHint') }
    case 'closes_too_late': {
      const first = when(refusal.detail.firstStartsAt)
      return { title: t('refused.closesTooLate', { first }), hint: t('refused.closesTooLateHint') }
    }
    case 'only_later':
      return {
        title: t('refused.onlyLater', { until: when(refusal.detail.closesAt) }),
        hint: t('refused.onlyLaterHint'),
      }
    case 'drawn_already':
      return { title: t('refused.drawnAlready'), hint: t('refused.drawnAlreadyHint') }
    case 'not_drawn':
      return { title: t('refused.notDrawn') }
    default:
      return assertNever(refusal)
  }
}

/** «9月21日 周一», «9月21日 周一 到 9月27日 周日» */
export const daysOf = (t: Texts, { from, to }: Pick<DrawWindow, 'from' | 'to'>, place: Place): string =>
  from === to ? dayName(from, place) : t('window.days', { from: dayName(from, place), to: dayName(to, place) })

export const hoursOf = (t: Texts, { hours }: Pick<DrawWindow, 'hours'>): string =>
  hours === null ? t('window.allDay') : `${hours.from}–${hours.to}`

export const minutesText = (minutes: number, { language }: Place): string =>
  minutes % 60 === 0 || minutes < 60
    ? roughly(minutes * 60_000, language)
    : `${roughly(Math.floor(minutes / 60) * 3_600_000, language)} ${roughly((minutes % 60) * 60_000, language)}`

/** How long requests are still taken, by the clock that closes it; null: not any more. */
export function useLeftOfDraw({ state, closesAt }: DrawWindow, skewMs: number): number | null {
  const left = useLeftMs(closesAt, skewMs)
  return state === 'open' && left > 0 ? left : null
}

type RoomOf = ReturnType<typeof useSeatRooms>

/** What a wish is called: «9月21日 周一 09:00–10:00», by the clock of its room, and with its name where there are several. */
export function wishName(slot: OfferedSlot | undefined, minutes: number, roomOf: RoomOf): string {
  if (slot === undefined) return '—'
  const { place, named } = roomOf(slot)
  const day = dayOf(slot.startsAt, place, instantNow())
  const time = timeRange(slot.startsAt, addMs(slot.startsAt, minutes * 60_000), place)
  return named(`${day} ${time}`)
}

/** «9月21日 周一 09:00–10:00 3号席», as a wish is called, and what of it does not stand any more; null: nothing was drawn. */
export function drawnName(t: Texts, { drawn, seatsNow }: DrawnRequest, roomOf: RoomOf): string | null {
  if (drawn === null) return null
  const { startsAt, endsAt, seatNumbers } = drawn
  const { place, named } = roomOf(drawn)
  const day = dayOf(startsAt, place, instantNow())
  const seatsOf = (numbers: readonly number[]) =>
    t('result.seat', { count: numbers.length, seats: numbers.join(t('result.and')) })
  const name = named(`${day} ${timeRange(startsAt, endsAt, place)} ${seatsOf(seatNumbers)}`)
  const since = (['cancelled', 'moved'] as const).flatMap((now) => {
    const gone = seatNumbers.filter((_, index) => seatsNow[index] === now)
    if (gone.length === 0) return []
    if (gone.length === seatNumbers.length) return [t(`result.since.${now}`)]
    return [t(`result.sinceOf.${now}`, { seats: seatsOf(gone) })]
  })
  return since.length === 0 ? name : t('result.sinceThen', { name, since: since.join(t('result.and')) })
}

/** Whether any of what was drawn is still theirs. */
export const isStillTheirs = ({ seatsNow }: DrawnRequest): boolean => seatsNow.includes('held')
