import type { BookingColumns, BookingField } from '../../../contract/seats/booking-lists.ts'
import { readDay } from '../find/read-day.ts'
import { readTimes } from '../find/read-times.ts'
import { isAllRead, readingOf } from '../find/reading.ts'

/** What a heading may be called, in small letters without blanks and signs. */
const words: Record<BookingField, readonly string[]> = {
  day: ['日期', '日子', '预约日期', '听线日期', '天', '日', 'date', 'day', 'bookingdate'],
  from: [
    ...['开始', '开始时间', '起', '起始时间', '从', '时间', '时段', '时间段', '预约时间', '听线时间'],
    // Both in one column, as what stands below it says.
    ...['日期时间', '预约日期时间', '听线日期时间', '时间日期', '起止', '起止时间', '开始结束', '开始结束时间'],
    ...['datetime', 'daytime', 'timedate', 'startend', 'fromto'],
    ...['from', 'start', 'starttime', 'startsat', 'begin', 'time', 'slot', 'timeslot'],
  ],
  to: ['结束', '结束时间', '止', '截止时间', '到', '至', 'to', 'end', 'endtime', 'endsat', 'until'],
  length: ['时长', '长度', '多久', '分钟', '小时', 'length', 'duration', 'minutes', 'hours'],
  seat: ['席位', '席', '座位', '席位号', '座位号', '几号席', 'seat', 'seatno', 'seatnumber', 'desk'],
  room: ['房间', '听线室', '场地', '职场', '地点', 'room', 'site', 'location'],
  employeeNumber: [
    ...['工号', '员工号', '员工工号', '员工编号', '人员编号'],
    ...['employeenumber', 'employeeno', 'employeeid', 'staffnumber', 'staffno', 'staffid'],
  ],
  person: [
    '姓名',
    '名字',
    '听线人',
    '预约人',
    '人员',
    ...['员工', '职工', '同事', '员工姓名', '人员姓名', 'employee', 'staff', 'colleague', 'fullname'],
    '谁',
    '谁来',
    '谁来听',
    '谁听',
    '高管',
    'name',
    'person',
    'who',
    'whocomes',
    'listener',
    'manager',
  ],
  companion: ['同行', '同行人', '陪同', '陪同人', '同伴', 'companion', 'with', 'accompaniedby'],
  bookedBy: ['代约人', '代订人', '经办人', '登记人', '秘书', '谁约的', 'bookedby', 'by', 'secretary', 'madeby'],
  purpose: [
    ...['用途', '类型', '听线接线', '听线或接线', '接线听线', '接线或听线', '目的', '做什么', '干什么', '来做什么'],
    ...['listenoranswer', 'answerorlisten', 'purpose', 'kind', 'type', 'what', 'whatfor'],
  ],
}

const wordOf = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【][^)）\]】]{0,60}[)）\]】]|必填|选填|required|optional/gu, '')
    .replace(/(?<=[\p{L}\s])(?:[与和及]|\band\b)(?=[\p{L}\s])|[^\p{L}\p{N}]/gu, '')

/** What the cells of a heading say; a column that is named twice is the first of the two. */
export function guessColumns(heads: readonly string[]): BookingColumns {
  const columns: BookingColumns = {}
  const said = heads.map(wordOf)
  for (const field of Object.keys(words) as BookingField[]) {
    const at = said.findIndex((head) => words[field].includes(head))
    if (at >= 0) columns[field] = at
  }
  return columns
}

/** Two things that a list of bookings tells: a title alone tells one at most. */
export const isBookingHeading = (cells: readonly string[]): boolean => Object.keys(guessColumns(cells)).length >= 2

const SAYS_A_NUMBER =
  /[\p{N}零一二两三四五六七八九十]|半|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/iu
/** A day, a time and a seat, or who sits there where two of them share a column: less is a title. */
const LEAST_CELLS = 3

/** Whichever it is, each day of the week comes after it, and tomorrow. */
const SOME_DAY = '2026-01-01'

/** 明天, Sunday, 下午. A column may be called «weekday», which is none of them. */
function isDayOrTime(cell: string): boolean {
  const reading = readingOf(cell)
  const day = readDay(reading, SOME_DAY)
  const times = readTimes(reading)
  return (times !== null || (day !== null && day.from === day.to)) && isAllRead(reading)
}

/**
 * A row of words alone that are no names of columns known here («哪天», «几点», «哪个座»). No booking does without a number or the name of a day: one that
 * is read as a row is told of, one that is read as a heading is missed by nobody.
 */
export const isUnknownHeading = (cells: readonly string[]): boolean =>
  hasColumns(cells) && !cells.some((cell) => SAYS_A_NUMBER.test(cell) || isDayOrTime(cell))

export const hasColumns = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell !== '').length >= LEAST_CELLS

/** Whether all is named that a booking needs. A column of times may tell both ends: whether it does, each row says. */
export const isWhole = ({ day, from, seat, person, employeeNumber }: BookingColumns): boolean =>
  day !== undefined && from !== undefined && seat !== undefined && (person ?? employeeNumber) !== undefined
