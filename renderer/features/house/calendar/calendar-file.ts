import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { calendarCsv, calendarIcs } from '../../../../shared/domain/exports/calendar-files.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { saveAsFile } from '../../../lib/save-file.ts'

/** Hands a year over as a file. */
export function saveYearAs(form: 'csv' | 'ics', year: number, days: readonly SpecialDay[]): void {
  const { language } = placeNow()
  const text = form === 'csv' ? calendarCsv(days, language) : calendarIcs(days, language, instantNow())
  const name = `${textsOf('settings')('calendar.fileName', { year })}.${form}`
  saveAsFile(name, text, form === 'csv' ? 'text/csv' : 'text/calendar')
}
