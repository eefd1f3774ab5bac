import type { TFunction } from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type {
  HeldPlace,
  Standing,
  StandingWait,
  WaitWindow,
  waitlist,
} from '../../../../shared/contract/seats/waitlist.ts'
import { dayName, type Place, weekday, wholeLength } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import type { Timed } from '../../../lib/seat-rooms.ts'
import { placeName, refusalWords, type SeatsRefusal } from '../booking/refusal-words.ts'
import type { RefusalWords } from '../booking/rooms-words.ts'

type Calls = typeof waitlist
type Texts = TFunction<'waitlist'>

/** Every ordinary «no» about waiting. */
export type WaitRefusal =
  | Refusal<Calls['join']>
  | Refusal<Calls['leave']>
  | Refusal<Calls['rejoin']>
  | Refusal<Calls['accept']>
  | Refusal<Calls['waitAgain']>
  | Refusal<Calls['acceptAgain']>
  | Refusal<Calls['decline']>
  | Refusal<Calls['takeUpAgain']>

/** Why not; what a booking would be refused for is said as the board says it. */
export function waitRefusalWords(
  refusal: WaitRefusal | SeatsRefusal,
  t: Texts,
  seats: TFunction<'seats'>,
  place: Place,
  day: string = todayIn(place),
  timed?: Timed,
): RefusalWords {
  switch (refusal.code) {
    case 'has_free': {
      const [first] = refusal.detail.free
      const hint = first === undefined ? undefined : t('refused.hasFreeHint', { place: placeName(seats, first, place) })
      return { title: t('refused.hasFree'), ...(hint === undefined ? {} : { hint }) }
    }
    case 'no_such_place':
      return { title: t('refused.noSuchPlace'), hint: t('refused.noSuchPlaceHint') }
    case 'already_waiting':
      return { title: t('refused.already', { name: refusal.detail.personName }), hint: t('refused.alreadyHint') }
    case 'offer_over': {
      const { state } = refusal.detail
      return { title: t('refused.offerOver'), hint: t(`refused.offerOverHint.${state === 'open' ? 'expired' : state}`) }
    }
    case 'wait_over':
      return { title: t('refused.waitOver'), hint: t('refused.waitOverHint') }
    case 'windows_overlap':
      return { title: t('refused.windowsOverlap'), hint: t('refused.windowsOverlapHint') }
    case 'passed_on':
      return { title: t('refused.passedOn'), hint: t('refused.passedOnHint') }
    case 'has_other':
      return { title: t('refused.hasOther'), hint: t('refused.hasOtherHint') }
    default:
      return refusalWords(refusal satisfies SeatsRefusal, seats, place, day, timed)
  }
}

/** «9月21日 周一 14:00–16:00» */
export const windowName = (t: Texts, { date, from, to }: WaitWindow, place: Place): string =>
  t('row.window', { date: dayName(date, place), from, to })

export const lengthWords = ({ minutes }: Pick<WaitWindow, 'minutes'>, place: Place): string =>
  wholeLength(minutes, place.language)

export const positionWords = (t: Texts, { position }: Standing): string =>
  position === 1 ? t('position.first') : t('position.nth', { position })

/** With its n, or that there are too few records. */
export function chanceWords(t: Texts, { chance }: Standing, { date }: WaitWindow, place: Place): string {
  if (chance === null) return t('chance.unknown')
  const told = { ...chance, weekday: weekday(date, place.language) }
  return chance.enough === 0 ? t('chance.none', told) : t('chance.some', told)
}

/** The first place that is held for any of these. */
export const firstOffer = (waits: readonly StandingWait[]) =>
  waits.map(({ offer }) => offer).find((offer) => offer !== null) ?? null

/** For whom a place is held, as far as one is told. */
export function heldName(t: TFunction<'waitlist'>, { isMine, personName }: HeldPlace): string {
  if (isMine) return t('held.mine')
  return personName === null ? t('held.mark') : t('held.markFor', { name: personName })
}
