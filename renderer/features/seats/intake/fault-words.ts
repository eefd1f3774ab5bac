import type { TFunction } from 'i18next'
import type { RowFault } from '../../../../shared/contract/seats/booking-lists.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { fullDayName } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import type { AtRoom, SeatRoom } from '../../../lib/seat-rooms.ts'
import { misfitWords } from '../series/misfit-words.ts'

type RoomOf = (at: AtRoom) => SeatRoom

/** All why a row cannot become a booking, and what to write instead. */
export const faultWords = (faults: readonly RowFault[], t: TFunction<'seats'>, roomOf: RoomOf): string =>
  faults.map((fault) => wordsOf(fault, t, roomOf)).join(t('intake.fault.next'))

function wordsOf(fault: RowFault, t: TFunction<'seats'>, roomOf: RoomOf): string {
  const { code } = fault
  if ((code === 'bad_day' || code === 'bad_time' || code === 'unknown_seat') && fault.detail.said === '')
    return t(`intake.fault.unsaid.${code}`)
  if (fault.code === 'other_weekday' || fault.code === 'no_such_time')
    return t(`intake.fault.${fault.code}`, {
      said: fault.detail.said,
      day: fullDayName(fault.detail.day, roomOf({ roomId: null, startsAt: instantNow() }).place.language),
    })
  if (fault.code !== 'misfit') return t(`intake.fault.${fault.code}`, fault.detail)
  const { misfit, roomId = null, ...asked } = fault.detail
  const there = (startsAt: Instant) => roomOf({ roomId, startsAt })
  return misfitWords(misfit, asked, t, there(instantNow()).place, (time, at) => there(at).timed(time))
}
