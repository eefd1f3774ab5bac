import type { SpecialDay } from '../../contract/house/calendar.ts'
import { icsFile, icsText, icsUtc } from '../ics-text.ts'
import type { Instant } from '../instants.ts'
import { csvCell } from './csv-cells.ts'

type Language = keyof SpecialDay['name']

const KINDS: Readonly<Record<Language, Readonly<Record<SpecialDay['kind'], string>>>> = {
  zh: { holiday: '放假', make_up_workday: '调休上班' },
  en: { holiday: 'holiday', make_up_workday: 'make-up workday' },
}

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['日期', '类型', '名称'],
  en: ['date', 'kind', 'name'],
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Date, kind, name as spreadsheets open it: UTF-8 with its mark, CRLF. Our own reader reads it back. */
export function calendarCsv(days: readonly SpecialDay[], language: Language): string {
  const rows = days.map(({ date, kind, name }) => [date, KINDS[language][kind], quoted(csvCell(name[language]))])
  return `\ufeff${[HEADINGS[language], ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`
}

/** The days as all-day events that take nobody's time (RFC 5545). A day keeps its UID: a calendar that has it changes it. */
export function calendarIcs(days: readonly SpecialDay[], language: Language, now: Instant): string {
  const stamp = icsUtc(now)
  const events = days.flatMap(({ date, kind, name }) => [
    'BEGIN:VEVENT',
    `UID:${date}@workcalendar.earshot`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:${icsText(summaryOf(name[language], kind, language))}`,
    `CATEGORIES:${kind === 'holiday' ? 'HOLIDAY' : 'WORKDAY'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  return icsFile(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Earshot//Work calendar//EN', ...events, 'END:VCALENDAR'])
}

/** An event must say something; the kind does where the day has no name. */
const summaryOf = (name: string, kind: SpecialDay['kind'], language: Language): string =>
  name === '' ? KINDS[language][kind] : name

const KIND_WORDS: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap((words) => Object.values(words)))

/** Whether an event of ours says its kind alone: the day has no name. */
export const isKindAlone = (summary: string): boolean => KIND_WORDS.has(summary)
