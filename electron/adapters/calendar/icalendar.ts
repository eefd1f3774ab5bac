import { isKindAlone } from '../../../shared/domain/exports/calendar-files.ts'
import { isBlank, oddCharacterIn } from '../../../shared/text/characters.ts'
import { dateOf, kindOf, nameOf } from './day-words.ts'
import type { ReadDay } from './read-day.ts'

interface Property {
  /** Of its first line in the file, before unfolding. */
  line: number
  name: string
  parameters: string
  value: string
}

const MOST_DAYS_OF_ONE = 31
const DAY_MS = 86_400_000

export const isICalendar = (text: string): boolean => /^\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 200))

/**
 * The all-day events of an iCalendar file (RFC 5545) that say whether they are off or worked, each date by itself. Only what such
 * a file of holidays needs: whatever else stands in an event (alarms, guests) is passed over; an event that cannot be read is named.
 */
export function daysOfICalendar(text: string): ReadDay[] {
  const days: ReadDay[] = []
  let event: Property[] | null = null
  /** Inside an alarm, say: its properties are not the event's. */
  let depth = 0
  let began = 0
  for (const property of propertiesOf(text)) {
    const { name, value, line } = property
    const isEvent = value.toUpperCase() === 'VEVENT'
    if (name === 'BEGIN' && isEvent) [event, depth, began] = [[], 0, line]
    else if (event === null) continue
    else if (name === 'BEGIN') depth += 1
    else if (name === 'END' && isEvent) {
      days.push(...daysOfEvent(event, began))
      event = null
    } else if (name === 'END') depth -= 1
    else if (depth === 0) event.push(property)
  }
  if (event !== null) days.push({ line: began, reason: 'cut_off', text: textOf(event, 'SUMMARY') })
  return days
}

/** Lines of one property each: a line that begins with a blank goes on with the one before. */
function propertiesOf(text: string): Property[] {
  const unfolded: { line: number; text: string }[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = unfolded.at(-1)
    if (/^[ \t]/.test(line) && last !== undefined) last.text += line.slice(1)
    else if (line !== '') unfolded.push({ line: index + 1, text: line })
  }
  return unfolded.flatMap(({ line, text: whole }) => {
    const found = /^([\w-]+)((?:;(?:"[^"]*"|[^":])*)*):(.*)$/s.exec(whole)
    if (found === null) return []
    const [, name = '', parameters = '', value = ''] = found
    return [{ line, name: name.toUpperCase(), parameters: parameters.toUpperCase(), value: value.trimEnd() }]
  })
}

const find = (event: readonly Property[], name: string) => event.find((property) => property.name === name)

const textOf = (event: readonly Property[], name: string): string =>
  (find(event, name)?.value ?? '').replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? ' ' : sign)).trim()

function daysOfEvent(event: readonly Property[], began: number): ReadDay[] {
  const start = find(event, 'DTSTART')
  const summary = textOf(event, 'SUMMARY')
  const line = start?.line ?? began
  const bad = (reason: Extract<ReadDay, { reason: unknown }>['reason']): ReadDay[] => [{ line, reason, text: summary }]
  if (textOf(event, 'STATUS').toUpperCase() === 'CANCELLED') return []
  if (oddCharacterIn(summary) !== null) return bad('odd_character')
  if (summary.includes('\ufffd')) return bad('damaged_text')
  if (start === undefined) return bad('date_unreadable')
  // A date has no hour: `DTSTART;VALUE=DATE:20271001`. Some write midnight instead.
  const first = dateOf(start.value.replace(/T000000Z?$/, ''))
  if ('reason' in first) return bad(/^\d{8}T\d{6}/.test(start.value) ? 'not_all_day' : first.reason)
  const { date } = first
  if (find(event, 'RRULE') !== undefined || find(event, 'RDATE') !== undefined) return bad('repeating')
  const kind = kindOf(textOf(event, 'CATEGORIES')) ?? kindOf(summary) ?? kindOf(textOf(event, 'DESCRIPTION'))
  if (kind === null) return bad('kind_unknown')
  const count = lengthInDays(event, date)
  if (typeof count === 'string') return bad(count)
  if (count > MOST_DAYS_OF_ONE) return bad('too_many_days')
  const named = isBlank(nameOf(summary)) ? summary : nameOf(summary)
  const name = isKindAlone(summary) ? '' : named
  return Array.from({ length: count }, (_, index) => ({ line, date: later(date, index), kind, name, text: summary }))
}

/** DTEND is the day after the last; without it and without a length it is one day. */
function lengthInDays(event: readonly Property[], from: string): number | 'date_unreadable' | 'no_such_day' {
  const end = find(event, 'DTEND')
  const weeksOrDays = /^P(\d+)([DW])$/.exec(find(event, 'DURATION')?.value ?? '')
  if (weeksOrDays !== null) return Math.max(1, Number(weeksOrDays[1]) * (weeksOrDays[2] === 'W' ? 7 : 1))
  if (end === undefined) return 1
  const to = dateOf(end.value.replace(/T000000Z?$/, ''))
  return 'reason' in to ? to.reason : Math.max(1, (Date.parse(to.date) - Date.parse(from)) / DAY_MS)
}

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
