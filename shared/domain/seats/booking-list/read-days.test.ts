import { expect, test } from 'vitest'
import { dayIn, dayOrderIn, dayOrFault } from './read-days.ts'

const today = '2026-11-20'

test.each([
  ['2026-12-01', '2026-12-01'],
  ['2026/12/1 周二', '2026-12-01'],
  ['2026年12月1日', '2026-12-01'],
  ['20261201', '2026-12-01'],
  ['2026-12-01 14:00', '2026-12-01'],
  // A sheet's own number of the day.
  ['46357', '2026-12-01'],
  ['46357.583333', '2026-12-01'],
  ['12月1日', '2026-12-01'],
  ['1月5日', '2027-01-05'],
  ['12 月 1 日', '2026-12-01'],
  ['2026 年 12 月 1 日（周二）', '2026-12-01'],
  // 2026 is near, 2009 is not.
  ['26-12-9', '2026-12-09'],
  ['1 Dec 2026', '2026-12-01'],
  ['Dec 1, 2026', '2026-12-01'],
  ['Tue 1 Dec 2026', '2026-12-01'],
  ['Tuesday, December 1, 2026', '2026-12-01'],
  ['周二 12月1日', '2026-12-01'],
  ['2026-02-30', null],
  // Which of the two is the month nobody can tell.
  ['12/01/2026', null],
  ['下周', null],
  ['', null],
])('the day %j is %j', (cell, day) => expect(dayIn(cell, today)).toBe(day))

test('a column tells which of day and month comes first where one of its cells can be read in one way only', () => {
  expect(dayOrderIn(['12/07/2026', '', '12/25/2026 9:00'], today)).toBe('month')
  expect(dayOrderIn(['07/12/2026', 'Fri 25/12/2026'], today)).toBe('day')
  expect(dayOrderIn(['05.12.2026'], today)).toBe('day')
  expect(dayOrderIn(['12/07/2026', '2026-12-25', '20/30'], today)).toBeNull()
  expect(dayOrderIn(['12/25/2026', '25/12/2026'], today)).toBeNull()
  expect(dayIn('12/07/2026', today, 'month')).toBe('2026-12-07')
  expect(dayIn('12/07/2026', today, 'day')).toBe('2026-07-12')
  expect(dayIn('30/02/2026', today, 'day')).toBeNull()
})

test('numbers without a year are a day where the column says which of them is the month, never with a point', () => {
  expect(dayOrderIn(['12/7', '12/15（周二）'], today)).toBe('month')
  expect(dayOrderIn(['7-12', '15-12'], today)).toBe('day')
  expect(dayOrderIn(['12/7', '12.15'], today)).toBeNull()
  expect(dayOrderIn(['12-7', '12月8日'], today)).toBe('month')
  expect(dayOrderIn(['12-7', '15-12', '12月8日'], today)).toBeNull()
  expect(dayIn('12/7（周一）', today, 'month')).toBe('2026-12-07')
  expect(dayIn('1/5', today, 'month')).toBe('2027-01-05')
  expect(dayIn('15-12', today, 'day')).toBe('2026-12-15')
  expect(['12/7', '12.15'].map((cell) => dayIn(cell, today))).toEqual([null, null])
  // A sheet that counts keeps 12.1 of 12.10.
  expect(dayIn('12.1', today, 'month')).toBeNull()
})

test.each([
  ['2026-12-01 soon', '2026-12-01'],
  ['2026年12月1日(周二) 上午10:00', '2026-12-01'],
  ['20261201 01:00', '2026-12-01'],
  ['2026-12-0114:00', null],
  ['202612011400', null],
  ['1 Dec 14:00', '2026-12-01'],
  ['1 Dec 1400', '2026-12-01'],
  ['Dec 1 14:00', '2026-12-01'],
  ['５ Jan 10:00', '2027-01-05'],
  ['5-Jan-28', '2028-01-05'],
  ['Wed 5-Jan-28 10:00', '2028-01-05'],
  ['5 Jan/28', null],
  ['2026-12-01 - 2026-12-03', null],
  ['12月1日-3日', null],
  ['1 Dec to 3 Dec', null],
  ['2026-12-01 14:00 - 15:00', '2026-12-01'],
])('what stands behind the day of %j leaves it %j', (cell, day) => expect(dayIn(cell, today)).toBe(day))

test('columns of times tell the order too, by days alone: 9-13 are hours there', () => {
  expect(dayOrderIn(['2026-12-25'], today, ['9/21/2026 23:00', '12/1/2026 10:00'])).toBe('month')
  expect(dayOrderIn([], today, ['21/9/2026 23:00'])).toBe('day')
  expect(dayOrderIn([], today, ['9/21 23:00'])).toBe('month')
  expect(dayOrderIn([], today, ['9-13', '14-16', '9/13'])).toBeNull()
  expect(dayOrderIn(['7/12/2026'], today, ['9/21/2026 23:00', '21/9/2026 23:00'])).toBeNull()
})

test('a year of two digits is read where it can be one only, and the order is known', () => {
  expect(dayOrderIn(['9/21/26', '10/1/26'], today)).toBe('month')
  expect(dayOrderIn(['21.9.26'], today)).toBe('day')
  expect(dayIn('10/1/26', today, 'month')).toBe('2026-10-01')
  expect(dayIn('10/1/27', today, 'day')).toBe('2027-01-10')
  expect(dayOrFault('10/1/26', { today, order: null })).toEqual({ code: 'day_order' })
  expect(dayOrFault('10/1/31', { today, order: 'day' })).toEqual({ code: 'bad_day' })
})

test('where the year of two digits stands is told by the column', () => {
  const read = (column: readonly string[]) => {
    const order = dayOrderIn(column, today)
    return column.map((cell) => dayOrFault(cell, { today, order }))
  }
  expect(read(['24/12/26', '26/12/26', '27/12/26', '26/1/27', '27/1/27'])).toEqual([
    ...['2026-12-24', '2026-12-26', '2026-12-27', '2027-01-26', '2027-01-27'],
  ])
  expect(read(['26/12/24', '26/12/26', '26/12/27', '27/1/26'])).toEqual([
    ...['2026-12-24', '2026-12-26', '2026-12-27', '2027-01-26'],
  ])
  // One day in either reading; and two.
  expect(read(['26/12/26', '27-1-27', '26/12/27', '27/1/26', '26.12.27'])).toEqual([
    ...['2026-12-26', '2027-01-27'],
    ...['26/12/27', '27/1/26', '26.12.27'].map(() => ({ code: 'day_order' })),
  ])
  expect(dayIn('26/12/27', today, 'day')).toBe('2027-12-26')
  expect(dayIn('26/12/27', today, 'month')).toBe('2026-12-27')
  // Among days of this year, one of a year that is over is none of the coming.
  expect(read(['24/12/26', '26/12/25'])).toEqual(['2026-12-24', { code: 'bad_day' }])
})

test('points between numbers say that the day is first, where no number says otherwise', () => {
  expect(dayOrderIn(['9.21.26', '9.22.26', '10.1.26'], today)).toBe('month')
  expect(dayOrderIn(['12.21.2026', '12.1.2026'], today)).toBe('month')
  expect(dayOrderIn(['9.12.26'], today)).toBe('day')
  expect(dayIn('9.21.26', today, 'month')).toBe('2026-09-21')
})

test.each([
  ['2026-12-08 monthly', '2026-12-08'],
  ['2026-12-08 (sunny)', '2026-12-08'],
  ['2026-12-08 Tues.', '2026-12-08'],
  ['Thurs 3 Sept 2026', '2026-09-03'],
  ['3 marketing', null],
  ['Decline 3', null],
])('a word that begins like a day of the week or a month is none: %j is %j', (cell, day) =>
  expect(dayIn(cell, today)).toBe(day),
)

test('a weekday beside a day tells the order, and contradicts a day that is another', () => {
  expect(dayOrderIn(['12-08 周二'], today)).toBe('month')
  expect(dayOrderIn(['Tue 8/12/2026', '9/12/2026'], today)).toBe('day')
  // Neither of the two is a Sunday.
  expect(dayOrderIn(['12-08 周日'], today)).toBeNull()
  expect(dayOrFault('2026-12-01 周三', { today, order: null })).toEqual({ code: 'other_weekday', day: '2026-12-01' })
  expect(dayOrFault('Wednesday, December 1, 2026', { today, order: null })).toMatchObject({ code: 'other_weekday' })
  expect(dayOrFault('2026-12-06（星期天）', { today, order: null })).toBe('2026-12-06')
  expect(dayOrFault('2026-02-30', { today, order: null })).toEqual({ code: 'bad_day' })
})
