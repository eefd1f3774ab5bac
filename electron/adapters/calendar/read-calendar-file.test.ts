import { describe, expect, test } from 'vitest'
import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { calendarCsv, calendarIcs } from '../../../shared/domain/exports/calendar-files.ts'
import { readCalendarFile } from './read-calendar-file.ts'

const read = async (text: string | Buffer) => {
  const file = await readCalendarFile(Buffer.from(text as string))
  if ('code' in file) return file.code
  return {
    form: file.form,
    encoding: file.encoding,
    good: file.good.map(({ line, day }) => `${line} ${day.date} ${day.kind} ${day.name.zh}`),
    bad: file.bad.map(({ line, reason }) => `${line} ${reason}`),
  }
}
const day = (date: string, kind: SpecialDay['kind'], zh: string, en = zh): SpecialDay => ({
  date,
  kind,
  name: { zh, en },
})

describe('a table', () => {
  test('with a heading in any order, and dates and kinds as offices write them', async () => {
    const text =
      '名称,日期,类型\n元旦,2027-01-01,放假\n春节,2027/2/6,休\n春节,2027 年 2 月 7 日,法定节假日\n国庆节调休上班,20270926,补班\nx,2027.10.10,makeup'
    expect(await read(text)).toEqual({
      form: 'table',
      encoding: 'utf-8',
      good: [
        '2 2027-01-01 holiday 元旦',
        '3 2027-02-06 holiday 春节',
        '4 2027-02-07 holiday 春节',
        '5 2027-09-26 make_up_workday 国庆节调休上班',
        '6 2027-10-10 make_up_workday x',
      ],
      bad: [],
    })
  })

  test('whose kinds stand under a heading nobody knows is not read by the names of its days', async () => {
    const rows = ['2027-02-05,周五,放假,春节', '2027-02-06,周六,上班,春节调休', '2027-02-07,周日,,春节放假']
    expect(await read(['日期,星期,怎么过,名称', ...rows].join('\n'))).toMatchObject({
      good: ['2 2027-02-05 holiday 春节', '3 2027-02-06 make_up_workday 春节调休', '4 2027-02-07 holiday 春节放假'],
      bad: [],
    })
  })

  test('with names alone: what is put off or worked for nobody can tell is left out', async () => {
    expect(await read('日期,名称\n2027-02-05,春节放假\n2027-02-06,春节调休\n2027-02-14,春节调休上班')).toMatchObject({
      good: ['2 2027-02-05 holiday 春节放假', '4 2027-02-14 make_up_workday 春节调休上班'],
      bad: ['3 kind_unknown'],
    })
  })

  test.each([
    ['日期,放假或上班,名称', '2027-02-06,上班,春节调休', '2027-02-08,放假,春节'],
    ['date,name,holiday or workday', '2027-02-06,春节调休,workday', '2027-02-08,春节,off'],
  ])('whose kinds stand under words of their own: «%s»', async (...lines) => {
    expect(await read(lines.join('\n'))).toMatchObject({
      good: ['2 2027-02-06 make_up_workday 春节调休', '3 2027-02-08 holiday 春节'],
      bad: [],
    })
  })

  test.each([
    ['日期,是否上班,备注', '2027-02-06,是,春节调休', '2027-02-08,否,春节'],
    ['日期,工作日,备注', '2027-02-06,1,春节调休', '2027-02-08,0,春节'],
    ['date,holiday?,name', '2027-02-06,No,春节调休', '2027-02-08,Yes,春节'],
    ['日期,名称,是否放假', '2027-02-06,春节调休,×', '2027-02-08,春节,√'],
    ['日期,名称,非工作日', '2027-02-06,春节调休,F', '2027-02-08,春节,T'],
  ])('whose heading asks, and each day answers: «%s»', async (...lines) => {
    expect(await read(lines.join('\n'))).toMatchObject({
      good: ['2 2027-02-06 make_up_workday 春节调休', '3 2027-02-08 holiday 春节'],
      bad: [],
    })
  })

  test('whose heading asks nothing, or asks what no day answers, is told line by line', async () => {
    expect(await read('日期,是否上班,备注\n2027-02-06,也许,春节调休')).toMatchObject({
      good: [],
      bad: ['2 kind_unknown'],
    })
    expect(await read('日期,类型,备注\n2027-02-06,是,春节调休')).toMatchObject({ good: [], bad: ['2 kind_unknown'] })
  })

  test.each([
    ['工作日', 'make_up_workday'],
    ['workday', 'make_up_workday'],
    ['非工作日', 'holiday'],
    ['不上班', 'holiday'],
    ['non-working day', 'holiday'],
    ['off work', 'holiday'],
  ])('«%s» is read as %s', async (words, kind) => {
    // A Sunday: may be either.
    expect(await read(`2027-01-03,${words},x`)).toMatchObject({ good: [`1 2027-01-03 ${kind} x`] })
  })

  test.each([
    ['a mark and CRLF', Buffer.from('\ufeff2027-01-01,holiday,New Year\r\n'), 'utf-8'],
    ['old Mac line ends, semicolons', Buffer.from('date;kind;name\r2027-01-01;holiday;New Year\r'), 'utf-8'],
    ['UTF-16', Buffer.from('\ufeff2027-01-01\tholiday\tNew Year\r\n', 'utf16le'), 'utf-16'],
    [
      'GB18030',
      Buffer.concat([Buffer.from('2027-01-01,'), Buffer.from('d0ddbcd9', 'hex'), Buffer.from(',New Year\n')]),
      'gb18030',
    ],
  ])('written with %s', async (_name, bytes, encoding) => {
    const file = await readCalendarFile(bytes)
    expect(file).toMatchObject({ encoding, good: [{ day: day('2027-01-01', 'holiday', '元旦', 'New Year') }], bad: [] })
  })

  test('names every line that is left out, and why', async () => {
    const lines = [
      '2027-13-01,holiday,x',
      '2027-02-30,holiday,x',
      '01/02/2027,holiday,x',
      '1927-01-01,holiday,x',
      '2027-01-01,maybe,x',
      '2027-01-02,holiday,x',
      '2027-01-02,holiday,x',
      '2027-01-04,make_up_workday,x',
      `2027-01-05,holiday,${'长'.repeat(41)}`,
      '2027-01-06,"holiday,x',
      '2027-01-07,holiday,\u0007',
    ]
    expect(await read(lines.join('\n'))).toMatchObject({
      good: ['6 2027-01-02 holiday x'],
      bad: [
        '1 no_such_day',
        '2 no_such_day',
        '3 date_unreadable',
        '4 year_out_of_range',
        '5 kind_unknown',
        '7 repeated_date',
        '8 works_anyway',
        '9 name_too_long',
        '10 stray_quote',
        '11 odd_character',
      ],
    })
  })

  test.each([
    ['nothing', '', 'empty'],
    ['a heading alone', 'date,kind,name\n', 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'unreadable'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_workbook'],
  ])('%s is refused', async (_name, bytes, code) => {
    expect(await read(bytes)).toBe(code)
  })
})

const ics = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('an iCalendar file', () => {
  test('of all-day events: several days at once, folded lines, alarms, escapes, what the kind is told by', async () => {
    const text = ics(
      'DTSTART;VALUE=DATE:20271001\nDTEND;VALUE=DATE:20271004\nSUMMARY:国庆\n 节（休）\nBEGIN:VALARM\nSUMMARY:no\nEND:VALARM',
      'SUMMARY:国庆节（班）\nDTSTART;VALUE=DATE:20271009',
      'SUMMARY:元旦 假期 第1天/共1天\nDTSTART:20270101T000000\nDURATION:P1D',
      'SUMMARY:Day of the house\\, off\nDTSTART;VALUE=DATE:20270115',
      'SUMMARY:劳动节\nDESCRIPTION:放假一天\nDTSTART;VALUE=DATE:20270501',
      "SUMMARY:Workers' Day (holiday)\nDTSTART;VALUE=DATE:20270503",
      'SUMMARY:取消（休）\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20270601',
    )
    expect(await read(text)).toEqual({
      form: 'icalendar',
      encoding: 'utf-8',
      good: [
        '3 2027-10-01 holiday 国庆节',
        '3 2027-10-02 holiday 国庆节',
        '3 2027-10-03 holiday 国庆节',
        '13 2027-10-09 make_up_workday 国庆节',
        '17 2027-01-01 holiday 元旦',
        '22 2027-01-15 holiday Day of the house, off',
        '27 2027-05-01 holiday 劳动节',
        "31 2027-05-03 holiday Workers' Day",
      ],
      bad: [],
    })
  })

  test('names every event that is left out by its line', async () => {
    const text = ics(
      'SUMMARY:母亲节\nDTSTART;VALUE=DATE:20270509',
      'SUMMARY:放假通知会\nDTSTART:20270509T090000',
      'SUMMARY:休\nDTSTART;VALUE=DATE:20270101\nRRULE:FREQ=YEARLY',
      'SUMMARY:暑假\nDTSTART;VALUE=DATE:20270701\nDTEND;VALUE=DATE:20270901',
      'SUMMARY:休',
      'SUMMARY:休\nDTSTART;VALUE=DATE:20270230',
    )
    expect(await read(`${text}\r\nBEGIN:VEVENT\r\nSUMMARY:休`)).toMatchObject({
      good: [],
      bad: [
        '4 kind_unknown',
        '8 not_all_day',
        '12 repeating',
        '17 too_many_days',
        '20 date_unreadable',
        '25 no_such_day',
        '28 cut_off',
      ],
    })
  })
})

const days = [
  day('2027-01-01', 'holiday', '元旦', 'New Year'),
  day('2027-02-06', 'holiday', '公司, "活动"'),
  day('2027-02-13', 'make_up_workday', ''),
  day('2027-03-06', 'make_up_workday', `${'长'.repeat(30)};\\`),
]

test.each([
  ['CSV', calendarCsv(days, 'zh'), '日期,类型,名称'],
  ['CSV in English', calendarCsv(days, 'en'), 'date,kind,name'],
])('what is exported as %s has headings of its language, and comes back as it was', async (_name, text, headings) => {
  expect(text.slice(1).split('\r\n')[0]).toBe(headings)
  expect(await readCalendarFile(Buffer.from(text))).toMatchObject({ good: days.map((one) => ({ day: one })), bad: [] })
})

test('so does iCalendar, whose lines are at most 75 octets long; an event without a name says its kind, and the day has none when it comes back', async () => {
  const text = calendarIcs(days, 'zh', '2026-11-26T07:31:27.000Z')
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(text).toContain('DTSTAMP:20261126T073127Z')
  expect(text).toContain('SUMMARY:调休上班')
  expect(await readCalendarFile(Buffer.from(text))).toMatchObject({ good: days.map((one) => ({ day: one })), bad: [] })
})
