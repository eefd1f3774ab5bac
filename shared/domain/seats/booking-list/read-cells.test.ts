import { expect, test } from 'vitest'
import { endIn, lengthIn, minutesIn, purposeIn, seatNumberIn, tellsDayAndTime, timesIn } from './read-cells.ts'

const facts = { today: '2026-11-20', order: null }

test.each([
  ['次日 00:30', 1_470],
  ['00:30（次日）', 1_470],
  ['翌日凌晨1点', 1_500],
  ['1:00 am (+1)', 1_500],
  ['次日0点', 1_440],
  ['00:30', 30],
  ['次日', null],
])('the end %j is %j minutes after its day began', (cell, minutes) =>
  expect(endIn(cell, facts)?.minutes ?? null).toBe(minutes),
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
  const times = timesIn(cell, facts)
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
  expect(timesIn(cell, facts)).toEqual({ from: { day, minutes }, to: null })
  expect(endIn(cell, facts)).toEqual({ day, minutes })
})

test.each([
  ['2026-12-01 (周二) 14:00', 'without'],
  ['2026-12-01 周二 14:00', 'without'],
  ['2026-12-01（星期二）14:00', 'without'],
  ['周二 2026-12-01 14:00', 'without'],
  ['2026年12月1日(周二) 下午2:00', 'without'],
  ['2026年12月1日周二下午2点', 'without'],
  ['２０２６年１２月１日（周二）　１４：００', 'without'],
  ['２０２６／１２／１　１４：００', 'without'],
  ['20261201 14:00', 'without'],
  ['20261201 1400', 'without'],
  ['Tue 1 Dec 2026 14:00', 'without'],
  ['1 December 2026 at 14:00', 'without'],
  ['Tuesday, December 1, 2026, 2:00 PM', 'without'],
  ['2026-12-01 Tue 14:00', 'without'],
  ['1 Dec 14:00', 'without'],
  ['12月1日（周二）14:00', 'without'],
  ['12/1/2026 14:00', 'month'],
  ['12/1/2026 2:00:00 PM', 'month'],
  ['Tue 12/01/2026, 14:00', 'month'],
  ['1/12/2026 14:00', 'day'],
  ['01.12.2026 14:00', 'day'],
  ['12/1 14:00', 'month'],
  ['1/12 (Tue) 14:00', 'day'],
] as const)('%j is two in the afternoon of the first of December, %s an order of its numbers', (cell, order) => {
  const known = { ...facts, order: order === 'without' ? null : order }
  const at = { day: '2026-12-01', minutes: 840 }
  expect([timesIn(cell, known), endIn(cell, known)]).toEqual([{ from: at, to: null }, at])
  expect(timesIn(`${cell} - 15:00`, known)).toEqual({ from: at, to: { day: null, minutes: 900 } })
  expect(timesIn(`${cell} - ${cell}`, known)).toEqual({ from: at, to: at })
  expect(tellsDayAndTime(cell)).toBe(true)
  // Which of its numbers is the month is never guessed.
  if (order !== 'without') expect(timesIn(cell, facts)).toBeNull()
})

test('hours are no days, whatever is known of the days', () => {
  for (const order of ['day', 'month', null] as const) {
    expect(timesIn('9-10', { ...facts, order })).toMatchObject({
      from: { day: null, minutes: 540 },
      to: { minutes: 600 },
    })
    expect(timesIn('9-10:30', { ...facts, order })).toMatchObject({ from: { day: null }, to: { minutes: 630 } })
    expect(timesIn('0900-1030', { ...facts, order })).toMatchObject({ from: { day: null }, to: { minutes: 630 } })
  }
  expect(['14:00', '9-10', '2026-12-01', '46357', '46357.583', 'soon', ''].map(tellsDayAndTime)).toEqual([
    ...[false, false, false, false, true, false, false],
  ])
})

test('both ends behind one day are of that day, unless the second has its own', () => {
  const from = { day: '2026-12-01', minutes: 1_380 }
  expect(timesIn('2026-12-01 23:00-24:00', facts)).toEqual({ from, to: { day: null, minutes: 1_440 } })
  expect(timesIn('2026/12/1 23:00-2026/12/5 01:00', facts)).toEqual({ from, to: { day: '2026-12-05', minutes: 60 } })
})

test.each([
  ...['2026-12-01 (二) 23:00', '2026-12-01 14h00', '2026-12-01T14:00:00Z', '2026-12-01T14:00:00.000+08:00'],
  ...['2026-12-01 次日 01:00', '2026-12-01 soon', '2026-02-31 14:00', '2026-02-31', '2026-12-0114:00'],
])('%j is no time, and no midnight either', (cell) => {
  expect([timesIn(cell, facts), endIn(cell, facts)]).toEqual([null, null])
})

test('what is no time, or more than two, is none', () => {
  for (const cell of ['soon', '9-10-11', '14:00-', '下午']) expect(timesIn(cell, facts)).toBeNull()
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
