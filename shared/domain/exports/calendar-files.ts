import type { SpecialDay } from '../../contract/house/calendar.ts'
import type { Instant } from '../instants.ts'
import { csvCell } from './csv-cells.ts'

type Language = keyof SpecialDay['name']

const KINDS: Readonly<Record<Language, Readonly<Record<SpecialDay['kind'], string>>>> = {
  zh: { holiday: '放假', make_up_workday: '调休上班' },
  en: { holiday: 'holiday', make_up_workday: 'make-up workday' },
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** `date,kind,name` as spreadsheets open it: UTF-8 with its mark, CRLF. Our own reader reads it back. */
export function calendarCsv(days: readonly SpecialDay[], language: Language): string {
  const rows = days.map(({ date, kind, name }) => [date, KINDS[language][kind], quoted(csvCell(name[language]))])
  return `\ufeff${[['date', 'kind', 'name'], ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`
}

/** The days as all-day events that take nobody's time (RFC 5545). A day keeps its UID: a calendar that has it changes it. */
export function calendarIcs(days: readonly SpecialDay[], language: Language, now: Instant): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`
  const events = days.flatMap(({ date, kind, name }) => [
    'BEGIN:VEVENT',
    `UID:${date}@workcalendar.earshot`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summaryOf(name[language], kind, language))}`,
    `CATEGORIES:${kind === 'holiday' ? 'HOLIDAY' : 'WORKDAY'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Earshot//Work calendar//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** An event must say something; the kind does where the day has no name. */
const summaryOf = (name: string, kind: SpecialDay['kind'], language: Language): string =>
  name === '' ? KINDS[language][kind] : name

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const LONGEST_LINE_OCTETS = 75

/** No line is longer than 75 octets, and none ends inside a character. */
function folded(line: string): string {
  let octets = 0
  let out = ''
  for (const character of line) {
    const length = octetsOf(character)
    if (octets + length > LONGEST_LINE_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += length
  }
  return out
}

function octetsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
