import type { TFunction } from 'i18next'
import type { Misfit } from '../../../../shared/contract/seats/series.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import type { Place } from '../../../lib/formats.ts'
import type { Timed } from '../../../lib/seat-rooms.ts'
import { refusalWords } from '../booking/refusal-words.ts'

/** Why a place does not fit, in the words in which a booking there would be refused. */
export function misfitWords(
  misfit: Misfit,
  { seatNumber, personName, day }: { seatNumber: number; personName: string; day: PlainDate },
  t: TFunction<'seats'>,
  place: Place,
  timed?: Timed,
): string {
  const words = (refusal: Parameters<typeof refusalWords>[0]) => refusalWords(refusal, t, place, day, timed)
  const no = { ok: false } as const
  switch (misfit.code) {
    case 'seat_taken':
      return words({ ...no, code: 'seat_taken', detail: { ...misfit.detail, seatNumber, free: [] } }).title
    case 'place_held':
      return words({ ...no, code: 'place_held', detail: { ...misfit.detail, seatNumber, free: [] } }).title
    case 'over_limit':
      return words({ ...no, code: 'over_limit', detail: { ...misfit.detail, personName, bookings: [] } }).title
    case 'to_be_drawn':
    case 'too_far_ahead':
    case 'too_soon': {
      const { title, hint } = words({ ...no, ...misfit })
      return [title, hint ?? ''].join(t('stop'))
    }
    default:
      return words({ ...no, ...misfit }).title
  }
}
