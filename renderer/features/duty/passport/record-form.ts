import type { DutyKind, TripKind } from '../../../../shared/contract/duty/passports.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'

/** A duty as somebody writes it down. */
export interface RecordForm {
  readonly duty: DutyKind
  readonly tripKind: TripKind
  readonly date: PlainDate | null
  readonly place: string
  readonly evidence: string
}
export type RecordWish = RecordForm & { readonly date: PlainDate }

export const emptyRecord = (today: PlainDate): RecordForm => ({
  ...{ duty: 'trip', tripKind: 'picking', date: today, place: '', evidence: '' },
})

export type RecordFault = 'dateMissing' | 'future' | 'evidenceMissing'

/** Null: it can be written down. */
export function faultOfRecord({ date, evidence }: RecordForm, today: PlainDate): RecordFault | null {
  if (date === null) return 'dateMissing'
  if (date > today) return 'future'
  return evidence.trim() === '' ? 'evidenceMissing' : null
}
