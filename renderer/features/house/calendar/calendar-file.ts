import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { calendarCsv, calendarIcs } from '../../../../shared/domain/exports/calendar-files.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'

/** Hands a year over as a file; where it goes is the browser's or the system's question. */
export function saveYearAs(form: 'csv' | 'ics', year: number, days: readonly SpecialDay[]): void {
  const { language } = placeNow()
  const text = form === 'csv' ? calendarCsv(days, language) : calendarIcs(days, language, instantNow())
  const type = form === 'csv' ? 'text/csv;charset=utf-8' : 'text/calendar;charset=utf-8'
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${textsOf('settings')('calendar.fileName', { year })}.${form}`
  link.click()
  // The click has begun the save; the bytes need not be kept once it has them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
