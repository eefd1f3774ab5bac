import type { TFunction } from 'i18next'
import type { RowFault } from '../../../../shared/contract/seats/booking-lists.ts'
import type { Place } from '../../../lib/formats.ts'
import { misfitWords } from '../series/misfit-words.ts'

/** Why a row cannot become a booking, and what to write instead. */
export function faultWords(fault: RowFault, t: TFunction<'seats'>, place: Place): string {
  const { code } = fault
  if ((code === 'bad_day' || code === 'bad_time' || code === 'unknown_seat') && fault.detail.said === '')
    return t(`intake.fault.unsaid.${code}`)
  if (fault.code !== 'misfit') return t(`intake.fault.${fault.code}`, fault.detail)
  const { misfit, ...asked } = fault.detail
  return misfitWords(misfit, asked, t, place)
}
