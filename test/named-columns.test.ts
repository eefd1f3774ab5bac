import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBookingTable } from '../electron/adapters/booking-list/read-booking-table.ts'
import { readCalendarFile } from '../electron/adapters/calendar/read-calendar-file.ts'
import { readPeopleList } from '../electron/adapters/people-list/read-people-list.ts'
import { guessColumns, isWhole } from '../shared/domain/seats/booking-list/columns.ts'

/** A dialog that names the columns it wants is believed: who heads a table with those very words is understood. */
const languages = ['zh', 'en'] as const

const textsOf = (language: string, file: string) =>
  JSON.parse(readFileSync(`resources/locales/${language}/${file}.json`, 'utf8'))

/** «表格三列：日期、放假或上班、名称。» → its three. */
const listedIn = (text: string): string[] => {
  const [, list = ''] =
    /(?:三列|列的顺序|每行一个预约|columns|Order|One booking a row)[：:] ?([^。；;.]+)/u.exec(text) ?? []
  return list.split(/、|, /u)
}

const bytesOf = (heads: readonly string[], ...rows: (readonly string[])[]) =>
  Buffer.from([heads, ...rows].map((cells) => cells.join('\t')).join('\n'))

describe.each(languages)('the words of the dialogs, %s', (language) => {
  const settings = textsOf(language, 'settings')
  const { intake: bookings, ask } = textsOf(language, 'seats')

  test('head a work calendar', async () => {
    const heads = listedIn(settings.calendar.intake.hint)
    expect(heads).toHaveLength(3)
    const rows = [
      ['2027-02-05', language === 'zh' ? '放假' : 'holiday', '除夕'],
      // A day worked for another, whose name speaks of a day off.
      ['2027-02-06', language === 'zh' ? '上班' : 'workday', '春节调休'],
    ]
    const file = await readCalendarFile(bytesOf(heads, ...rows))
    expect(file).toMatchObject({
      good: [{ day: { kind: 'holiday' } }, { day: { kind: 'make_up_workday', name: { zh: '春节调休' } } }],
      bad: [],
    })
  })

  test('head a list of people', async () => {
    const heads = listedIn(settings.list.hint)
    expect(heads).toHaveLength(4)
    // Turned round: the order alone would not tell.
    const list = await readPeopleList(bytesOf(heads.toReversed(), ['wangmin@example.com', '物流部', 'E1001', '王敏']))
    expect(list).toMatchObject({
      rows: [{ name: '王敏', employeeNumber: 'E1001', department: '物流部', email: 'wangmin@example.com' }],
    })
  })

  test('head a table of bookings: those of the hint, those of the empty field, and each choice', async () => {
    for (const heads of [listedIn(bookings.hint), String(bookings.placeholder).split('\t')]) {
      const read = await readBookingTable(
        bytesOf(
          heads,
          heads.map(() => 'x'),
        ),
      )
      expect(Object.keys('columns' in read ? read.columns : {}), heads.join(' ')).toHaveLength(heads.length)
      expect(isWhole(guessColumns(heads)), heads.join(' ')).toBe(true)
    }
    for (const [field, name] of Object.entries<string>(bookings.field))
      expect(guessColumns([name]), name).toEqual({ [field]: 0 })
    // The form in which one is booked by hand asks for it by another word.
    expect(guessColumns([ask.purpose])).toEqual({ purpose: 0 })
  })
})

const known = ['日期', '时间', '席位', '姓名']
const row = ['2027-02-05', '10:00-11:00', '1', '王敏']
test.each([
  ['来意', ['听线', '接线'], 4],
  ['', ['', '接线'], 4],
  ['是否接线', ['是', '否'], 4],
  ['Answers calls?', ['yes', 'no'], 4],
  // What is said beside it is no purpose.
  ['备注', ['靠窗', '第一次来'], undefined],
])('bookings with «%s» above %j: what they are for is not passed over', async (head, cells, column) => {
  const read = await readBookingTable(bytesOf([...known, head], ...cells.map((cell) => [...row, cell])))
  expect('columns' in read && read.columns.purpose).toBe(column)
})

test('one that is called so is the purpose, whatever another says', async () => {
  const read = await readBookingTable(bytesOf([...known, '原来', '用途'], [...row, '接线', '听线']))
  expect(read).toMatchObject({ columns: { purpose: 5 } })
})
