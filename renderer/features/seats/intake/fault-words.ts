import type { TFunction } from 'i18next'
import type { RowFault } from '../../../../shared/contract/seats/booking-lists.ts'
import { fullDayName, type Place } from '../../../lib/formats.ts'
import { misfitWords } from '../series/misfit-words.ts'

/** All why a row cannot become a booking, and what to write instead. */
export const faultWords = (faults: readonly RowFault[], t: TFunction<'seats'>, place: Place): string =>
  faults.map((fault) => wordsOf(fault, t, place)).join(t('intake.fault.next'))

function wordsOf(fault: RowFault, t: TFunction<'seats'>, place: Place): string {
  const { code } = fault
  if ((code === 'bad_day' || code === 'bad_time' || code === 'unknown_seat') && fault.detail.said === '')
    return t(`intake.fault.unsaid.${code}`)
  if (fault.code === 'other_weekday' || fault.code === 'no_such_time')
    return t(`intake.fault.${fault.code}`, {
      said: fault.detail.said,
      day: fullDayName(fault.detail.day, place.language),
    })
  if (fault.code !== 'misfit') return t(`intake.fault.${fault.code}`, fault.detail)
  const { misfit, ...asked } = fault.detail
  return misfitWords(misfit, asked, t, place)
}
