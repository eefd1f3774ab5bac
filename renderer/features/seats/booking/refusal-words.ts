import type { TFunction } from 'i18next'
import type { Refusal } from '../../../../shared/contract/entry.ts'
import type { sessions } from '../../../../shared/contract/listening/sessions.ts'
import type { bookings, FreePlace } from '../../../../shared/contract/seats/bookings.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { assertNever } from '../../../lib/answers.ts'
import { type Place, rangeOn, timeOn, timeRange } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import type { Timed } from '../../../lib/seat-rooms.ts'
import { asItIs, type RefusalWords, roomsWords } from './rooms-words.ts'

type Calls = typeof bookings

/** Every ordinary «no» that this screen can hear. */
export type SeatsRefusal =
  | Refusal<Calls['reserve']>
  | Refusal<Calls['reschedule']>
  | Refusal<Calls['edit']>
  | Refusal<Calls['cancel']>
  | Refusal<Calls['restore']>
  | Refusal<Calls['checkIn']>
  | Refusal<(typeof sessions)['start']>

/**
 * Why not, in the words of the room. `day`: the one the reader looks at; times of another are said with theirs. `timed`: where its clock is not told
 * by what stands around.
 */
export function refusalWords(
  refusal: SeatsRefusal,
  t: TFunction<'seats'>,
  place: Place,
  day: PlainDate = todayIn(place),
  timed: Timed = asItIs,
): RefusalWords {
  const timeTold = (at: Instant, from = day) => timed(timeOn(from, at, place), at)
  switch (refusal.code) {
    case 'seat_taken': {
      const { seatNumber, startsAt, personName, bufferMinutes, free } = refusal.detail
      const whose = { seat: seatNumber, time: timeTold(startsAt), name: personName }
      const title =
        bufferMinutes === 0
          ? t('refused.seatTaken', whose)
          : t('refused.seatTooClose', { ...whose, minutes: bufferMinutes })
      return { title, hint: free.length === 0 ? t('refused.nothingNear') : t('refused.freeNear') }
    }
    case 'place_held': {
      const { seatNumber, startsAt, until, free } = refusal.detail
      const time = timeTold(startsAt)
      const title = t('refused.placeHeld', { seat: seatNumber, time, until: timeTold(until, todayIn(place)) })
      return { title, hint: free.length === 0 ? t('refused.placeHeldHint') : t('refused.freeNear') }
    }
    case 'person_taken': {
      const { personName, seatNumber, isElsewhere, startsAt, endsAt } = refusal.detail
      const time = timed(rangeOn(day, startsAt, endsAt, place), startsAt)
      return {
        title: t(isElsewhere ? 'refused.personTakenElsewhere' : 'refused.personTaken', {
          name: personName,
          seat: seatNumber,
          time,
        }),
        hint: t('refused.onePlace'),
      }
    }
    case 'to_be_drawn':
      return {
        title: t('refused.toBeDrawn', { time: timeTold(refusal.detail.drawnAt, todayIn(place)) }),
        hint: t('refused.toBeDrawnHint'),
      }
    case 'closed_day':
    case 'too_soon':
    case 'too_far_ahead':
    case 'over_limit':
      return roomsWords(refusal, t, place, day, timed)
    case 'in_the_past':
      return { title: t('refused.inThePast'), hint: t('refused.inThePastHint') }
    case 'outside_opening_hours':
      return { title: t('refused.outsideHours'), hint: t('refused.outsideHoursHint') }
    case 'not_on_slots':
      return { title: t('refused.notOnSlots'), hint: t('refused.notOnSlotsHint') }
    case 'already_started':
      return { title: t('refused.alreadyStarted'), hint: t('refused.alreadyStartedHint') }
    case 'already_over':
    case 'booking_over':
      return { title: t('refused.alreadyOver') }
    case 'too_early':
      return { title: t('refused.tooEarly', { time: timeTold(refusal.detail.opensAt, todayIn(place)) }) }
    case 'already_listening':
      return { title: t('refused.alreadyListening'), hint: t('refused.alreadyListeningHint') }
    case 'not_for_them':
      return {
        title: t('refused.notForThem', { name: refusal.detail.personName }),
        hint: t('refused.notForThemHint', { name: refusal.detail.personName }),
      }
    case 'place_taken':
      return { title: t('refused.placeTaken', { name: refusal.detail.personName }), hint: t('refused.placeTakenHint') }
    case 'reason_needed':
      return { title: t('refused.reasonNeeded', { name: refusal.detail.personName }) }
    case 'not_found':
    case 'booking_not_found':
      return { title: t('refused.notFound'), hint: t('refused.notFoundHint') }
    default:
      return assertNever(refusal)
  }
}

/** The places offered instead; most refusals have none. */
export const freePlacesIn = (refusal: SeatsRefusal): readonly FreePlace[] =>
  refusal.code === 'seat_taken' || refusal.code === 'place_held' ? refusal.detail.free : []

/** «5号席 10:00–11:00» */
export const placeName = (
  t: TFunction<'seats'>,
  { seatNumber, startsAt, endsAt }: { seatNumber: number; startsAt: string; endsAt: string },
  place: Place,
): string => t('place', { seat: seatNumber, time: timeRange(startsAt, endsAt, place) })
