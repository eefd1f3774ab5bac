import { expect, test } from 'vitest'
import { dayIn, dayOrderIn, endIn, lengthIn, minutesIn, purposeIn, seatNumberIn, timesIn } from './read-cells.ts'

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
  expect(dayOrderIn(['12/07/2026', '', '12/25/2026 9:00'])).toBe('month')
  expect(dayOrderIn(['07/12/2026', 'Fri 25/12/2026'])).toBe('day')
  expect(dayOrderIn(['05.12.2026'])).toBe('day')
  expect(dayOrderIn(['12/07/2026', '2026-12-25', '20/30'])).toBeNull()
  expect(dayOrderIn(['12/25/2026', '25/12/2026'])).toBeNull()
  expect(dayIn('12/07/2026', today, 'month')).toBe('2026-12-07')
  expect(dayIn('12/07/2026', today, 'day')).toBe('2026-07-12')
  expect(dayIn('30/02/2026', today, 'day')).toBeNull()
})

test('numbers without a year are a day where the column says which of them is the month, never with a point', () => {
  expect(dayOrderIn(['12/7', '12/15（周二）'])).toBe('month')
  expect(dayOrderIn(['7-12', '15-12'])).toBe('day')
  expect(dayOrderIn(['12/7', '12.15'])).toBeNull()
  expect(dayIn('12/7（周一）', today, 'month')).toBe('2026-12-07')
  expect(dayIn('1/5', today, 'month')).toBe('2027-01-05')
  expect(dayIn('15-12', today, 'day')).toBe('2026-12-15')
  expect(['12/7', '12.15'].map((cell) => dayIn(cell, today))).toEqual([null, null])
  // A sheet that counts keeps 12.1 of 12.10.
  expect(dayIn('12.1', today, 'month')).toBeNull()
})

test.each([
  ['次日 00:30', 1_470],
  ['00:30（次日）', 1_470],
  ['翌日凌晨1点', 1_500],
  ['1:00 am (+1)', 1_500],
  ['次日0点', 1_440],
  ['00:30', 30],
  ['次日', null],
])('the end %j is %j minutes after its day began', (cell, minutes) =>
  expect(endIn(cell)?.minutes ?? null).toBe(minutes),
)

test.each([
  ['14:00', 840],
  ['9', 540],
  ['14：30', 870],
  ['14:00:00', 840],
  ['下午2点', 840],
  ['下午2点半', 870],
  ['上午9点', 540],
  ['早上6点', 360],
  ['中午12点', 720],
  ['晚上12点', 1_440],
  ['凌晨12点', 0],
  ['晚8点一刻', 1_215],
  ['十四点', 840],
  ['下午三點', 900],
  ['2pm', 840],
  ['2:30 p.m.', 870],
  ['12am', 0],
  ['06:30', 390],
  ['24:00', 1_440],
  ['0.583333333', 840],
  ['0900', 540],
  ['2400', 1_440],
  ['0960', null],
  ['25:00', null],
  ['14:75', null],
  ['下午', null],
  ['', null],
])('the time %j is %j minutes', (cell, minutes) => expect(minutesIn(cell)).toBe(minutes))

test.each([
  ['14:00-15:00', 840, 900],
  ['14:00 ~ 15:30', 840, 930],
  ['下午2点到3点半', 840, 930],
  ['上午9点至11点', 540, 660],
  ['2-3pm', 840, 900],
  ['9:00 to 10:00', 540, 600],
  ['21:00—02:00', 1_260, 120],
  ['0900-1030', 540, 630],
  ['23:00-次日1:00', 1_380, 1_500],
  ['晚上11点到次日1点', 1_380, 1_500],
  ['14:00', 840, null],
  ['晚上11点到1点（次日）', 1_380, 1_500],
])('%j is from %j to %j', (cell, from, to) => {
  const times = timesIn(cell)
  expect(times).toEqual({ from: { day: null, minutes: from }, to: to === null ? null : { day: null, minutes: to } })
})

test.each([
  ['2026-12-01 14:00', '2026-12-01', 840],
  ['2026-12-01T14:00:00', '2026-12-01', 840],
  ['2026年12月1日14:00', '2026-12-01', 840],
  ['46357.583333', '2026-12-01', 840],
  ['2026-12-01', '2026-12-01', 0],
  ['46357', '2026-12-01', 0],
])('%j is a time of %j, at minute %j', (cell, day, minutes) => {
  expect(timesIn(cell)).toEqual({ from: { day, minutes }, to: null })
  expect(endIn(cell)).toEqual({ day, minutes })
})

test('both ends behind one day are of that day, unless the second has its own', () => {
  const from = { day: '2026-12-01', minutes: 1_380 }
  expect(timesIn('2026-12-01 23:00-24:00')).toEqual({ from, to: { day: null, minutes: 1_440 } })
  expect(timesIn('2026/12/1 23:00-2026/12/5 01:00')).toEqual({ from, to: { day: '2026-12-05', minutes: 60 } })
})

test.each([
  ...['2026-12-01 (周二) 23:00', '2026-12-01 14h00', '2026-12-01T14:00:00Z', '2026-12-01T14:00:00.000+08:00'],
  ...['2026-12-01 次日 01:00', '2026-12-01 soon', '2026-02-31 14:00', '2026-02-31', '2026-12-0114:00'],
])('%j is no time, and no midnight either', (cell) => {
  expect([timesIn(cell), endIn(cell)]).toEqual([null, null])
})

test('what is no time, or more than two, is none', () => {
  for (const cell of ['soon', '9-10-11', '14:00-', '下午']) expect(timesIn(cell)).toBeNull()
})

test.each([
  ['60', 60],
  ['1', 60],
  ['1.5', 90],
  ['90分钟', 90],
  ['1小时', 60],
  ['一个半小时', 90],
  ['1h', 60],
  ['1:30', 90],
  ['0.0416667', 60],
  ['long', null],
  ['0', null],
])('the length %j is %j minutes', (cell, minutes) => expect(lengthIn(cell)).toBe(minutes))

test('a seat is the one number of its cell, and what a seat is for is said in both languages', () => {
  expect(['7', '7号席', '席位 07', 'Seat 7', 'A', '7/8'].map(seatNumberIn)).toEqual([7, 7, 7, 7, null, null])
  expect(['七号席', '十二号', '２号', '一二区 3号'].map(seatNumberIn)).toEqual([7, 12, 2, null])
  expect(['', '听线', 'Listening', '接线', 'answer calls', '开会'].map(purposeIn)).toEqual([
    ...['listen', 'listen', 'listen', 'answer', 'answer', null],
  ])
})
