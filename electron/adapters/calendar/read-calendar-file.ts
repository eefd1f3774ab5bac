import type { BadDay, SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { LONGEST } from '../../../shared/contract/limits.ts'
import { isWorkedByWeek, nameInBoth } from '../../../shared/domain/house/calendar-days.ts'
import { defaultCalendar } from '../../../shared/domain/house/default-calendar.ts'
import { tableOf } from '../people-list/table-of-file.ts'
import { decodeText, type TextEncoding } from '../reading/decode.ts'
import { daysOfICalendar, isICalendar } from './icalendar.ts'
import type { ReadDay } from './read-day.ts'
import { daysOfTable } from './table-days.ts'

export type CalendarFile =
  | {
      encoding: TextEncoding | 'xlsx'
      form: 'table' | 'icalendar'
      good: { line: number; day: SpecialDay }[]
      bad: BadDay[]
    }
  | { code: 'empty' | 'unreadable' | 'old_workbook' }

const LONGEST_SHOWN = 120

/** Special days out of the bytes of a table or an iCalendar file. What is neither good nor bad is a heading or blank. */
export async function readCalendarFile(bytes: Buffer): Promise<CalendarFile> {
  const decoded = decodeText(bytes)
  if (decoded !== null && isICalendar(decoded.text))
    return sorted(decoded.encoding, 'icalendar', daysOfICalendar(decoded.text))
  const table = await tableOf(bytes)
  return 'code' in table ? { code: table.code } : sorted(table.encoding, 'table', daysOfTable(table))
}

function sorted(encoding: TextEncoding | 'xlsx', form: 'table' | 'icalendar', days: readonly ReadDay[]): CalendarFile {
  if (days.length === 0) return { code: 'empty' }
  const good = new Map<string, { line: number; day: SpecialDay }>()
  const bad: BadDay[] = []
  for (const read of days) {
    const { line, text } = read
    const reason = 'reason' in read ? read.reason : faultOf(read, good)
    if (reason !== null) bad.push({ line, reason, text: text.slice(0, LONGEST_SHOWN) })
    else if ('date' in read)
      good.set(read.date, { line, day: { date: read.date, kind: read.kind, name: nameInBoth(read.name) } })
  }
  return { encoding, form, good: [...good.values()], bad }
}

function faultOf(
  { date, kind, name }: Extract<ReadDay, { date: string }>,
  earlier: ReadonlyMap<string, unknown>,
): BadDay['reason'] | null {
  const year = Number(date.slice(0, 4))
  if (year < 2000 || year > 2100) return 'year_out_of_range'
  if (earlier.has(date)) return 'repeated_date'
  if (name.length > LONGEST.dayName) return 'name_too_long'
  return kind === 'make_up_workday' && isWorkedByWeek(defaultCalendar, date) ? 'works_anyway' : null
}
