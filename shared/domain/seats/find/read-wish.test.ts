import { describe, expect, test } from 'vitest'
import { readWish } from './read-wish.ts'

/** A Friday. */
const TODAY = '2026-09-18'
const read = (words: string) => readWish(words, TODAY)
const day = (date: string) => ({ from: date, to: date })
const at = (hour: number, minute = 0) => ({ from: hour * 60 + minute, to: 1_440, isExact: true })

test.each([
  ['下周三上午 一小时 两人一起', '2026-09-23', { from: 480, to: 720, isExact: false }, 60, 2],
  ['下周三上午 一小时 两席相邻', '2026-09-23', { from: 480, to: 720, isExact: false }, 60, 2],
  ['下周三上午 一小时 要两个席位', '2026-09-23', { from: 480, to: 720, isExact: false }, 60, 2],
  ['next Wednesday morning, one hour, two together', '2026-09-23', { from: 480, to: 720, isExact: false }, 60, 2],
  ['明天下午3点 半小时', '2026-09-19', at(15), 30, null],
  ['tomorrow at 3pm for half an hour', '2026-09-19', at(15), 30, null],
  ['后天 10:30 一个半小时', '2026-09-20', at(10, 30), 90, null],
  ['周一晚上八点半，两个小时', '2026-09-21', at(20, 30), 120, null],
  ['Monday 9am, 90 minutes', '2026-09-21', at(9), 90, null],
  ['9月25日 上午10点到11点半', '2026-09-25', { from: 600, to: 690, isExact: true }, 90, null],
  ['25 Sep from 2 to 4', '2026-09-25', { from: 840, to: 960, isExact: true }, 120, null],
  ['2026-10-09 下午', '2026-10-09', { from: 720, to: 1_080, isExact: false }, null, null],
  ['10-9 9点 一小时', '2026-10-09', at(9), 60, null],
  ['10-9 14:00 半小时', '2026-10-09', at(14), 30, null],
  ['3pm 10-9', '2026-10-09', at(15), null, null],
  ['三天后 9-11点', '2026-09-21', { from: 540, to: 660, isExact: true }, 120, null],
  ['周一下午三点以后', '2026-09-21', { from: 900, to: 1_440, isExact: false }, null, null],
  ['Monday after 3pm', '2026-09-21', { from: 900, to: 1_440, isExact: false }, null, null],
  ['Monday before 11', '2026-09-21', { from: 0, to: 660, isExact: false }, null, null],
  ['周一上午 11 点之前 一小时', '2026-09-21', { from: 480, to: 660, isExact: false }, 60, null],
  ['周一 10点到12点 一小时', '2026-09-21', { from: 600, to: 720, isExact: false }, 60, null],
  ['Monday 10-11', '2026-09-21', { from: 600, to: 660, isExact: true }, 60, null],
  ['Monday 9:30 to 11', '2026-09-21', { from: 570, to: 660, isExact: true }, 90, null],
  ['Monday 8-10pm', '2026-09-21', { from: 1_200, to: 1_320, isExact: true }, 120, null],
  ['between 10 and 12 on Monday, one hour', '2026-09-21', { from: 600, to: 720, isExact: false }, 60, null],
  ['周一上午10点到下午2点', '2026-09-21', { from: 600, to: 840, isExact: true }, 240, null],
  ['周一晚上10点到12点', '2026-09-21', { from: 1_320, to: 1_440, isExact: true }, 120, null],
  ['周一 21:00-02:00', '2026-09-21', { from: 1_260, to: 1_440, isExact: true }, 300, null],
  ['周一晚上十点到凌晨一点', '2026-09-21', { from: 1_320, to: 1_440, isExact: true }, 180, null],
  ['周一凌晨12点到2点', '2026-09-21', { from: 0, to: 120, isExact: true }, 120, null],
  ['周一凌晨12点半', '2026-09-21', at(0, 30), null, null],
  ['周一晚上12点', '2026-09-21', { from: 1_080, to: 1_440, isExact: false }, null, null],
  ['周一中午12点到1点', '2026-09-21', { from: 720, to: 780, isExact: true }, 60, null],
  ['周一 - 三小时', '2026-09-21', null, 180, null],
  ['Monday, not before 10', '2026-09-21', { from: 600, to: 1_440, isExact: false }, null, null],
  ['Monday no later than 11', '2026-09-21', { from: 0, to: 660, isExact: false }, null, null],
  ['Monday 8:30 p.m.', '2026-09-21', at(20, 30), null, null],
  ['half past nine on Monday', '2026-09-21', at(9, 30), null, null],
  ['Monday quarter to ten', '2026-09-21', at(9, 45), null, null],
  ['Monday at 10 o’clock', '2026-09-21', at(10), null, null],
  ['12/24 10:00', '2026-12-24', at(10), null, null],
  ['24/12 半小时', '2026-12-24', null, 30, null],
  // Two numbers that no morning goes from and to are a day.
  ['12-24 上午', '2026-12-24', { from: 480, to: 720, isExact: false }, null, null],
  ['12-10 下午', '2026-12-10', { from: 720, to: 1_080, isExact: false }, null, null],
  ['1-5 上午', '2027-01-05', { from: 480, to: 720, isExact: false }, null, null],
  ['12-5 上午 一小时', '2026-12-05', { from: 480, to: 720, isExact: false }, 60, null],
  ['12-24 morning', '2026-12-24', { from: 480, to: 720, isExact: false }, null, null],
  ['12-24 半小时', '2026-12-24', null, 30, null],
  ['上午 9-11', null, { from: 540, to: 660, isExact: true }, 120, null],
  ['9-11 上午', null, { from: 540, to: 660, isExact: true }, 120, null],
  ['1-5 下午', null, { from: 780, to: 1_020, isExact: true }, 240, null],
  ['9-18', null, { from: 540, to: 1_080, isExact: true }, 540, null],
  ['8-10 晚上', null, { from: 1_200, to: 1_320, isExact: true }, 120, null],
  ['明天 10.30 一小时', '2026-09-19', at(10, 30), 60, null],
  ['Monday 9.30 to 11', '2026-09-21', { from: 570, to: 660, isExact: true }, 90, null],
  ['12.2 下午 1.5小时', '2026-12-02', { from: 720, to: 1_080, isExact: false }, 90, null],
  ['2026.10.9 上午10点', '2026-10-09', at(10), null, null],
  ['下周三下午 半天', '2026-09-23', { from: 720, to: 1_080, isExact: false }, 180, null],
  ['half a day on Monday', '2026-09-21', null, 180, null],
  ['今晚 两个人', '2026-09-18', { from: 1_080, to: 1_440, isExact: false }, null, 2],
  ['周一上午，两个挨着的座位', '2026-09-21', { from: 480, to: 720, isExact: false }, null, 2],
  ['two adjacent seats on Monday am', '2026-09-21', { from: 480, to: 720, isExact: false }, null, 2],
  ['two seats side by side, Monday afternoon', '2026-09-21', { from: 720, to: 1_080, isExact: false }, null, 2],
  ['今晚七点半 45分', '2026-09-18', at(19, 30), 45, null],
  ['周一9点45分', '2026-09-21', at(9, 45), null, null],
  ['a couple of hours on Monday', '2026-09-21', null, 120, null],
  ['around 10 on Monday', '2026-09-21', at(10), null, null],
  ['Monday before noon', '2026-09-21', { from: 480, to: 720, isExact: false }, null, null],
  ['周一午饭后', '2026-09-21', { from: 720, to: 1_080, isExact: false }, null, null],
  ['周一下班后 一小时', '2026-09-21', { from: 1_080, to: 1_440, isExact: false }, 60, null],
  ['first thing Monday', '2026-09-21', { from: 480, to: 600, isExact: false }, null, null],
  ['as early as possible on Monday, one hour', '2026-09-21', null, 60, null],
  ['周一全天任意时间，最早有空的一小时', '2026-09-21', null, 60, null],
  ['尽快，周一', '2026-09-21', null, null, null],
] as const)('«%s»', (words, date, times, lengthMinutes, people) => {
  expect(read(words)).toEqual({
    days: date === null ? null : day(date),
    times,
    lengthMinutes,
    people,
    seatNumber: null,
    purpose: null,
    roomIds: null,
    rest: [],
  })
})

describe('a day', () => {
  test.each([
    ['今天', '2026-09-18'],
    ['大后天', '2026-09-21'],
    ['the day after tomorrow', '2026-09-20'],
    ['周五', '2026-09-18'],
    ['星期四', '2026-09-24'],
    ['下下周一', '2026-09-28'],
    ['本周日', '2026-09-20'],
    ['thursday', '2026-09-24'],
    ['this Sunday', '2026-09-20'],
    ['十月八号', '2026-10-08'],
    ['1月5日', '2027-01-05'],
    ['20号', '2026-09-20'],
    ['3号', '2026-10-03'],
    ['Oct 3rd', '2026-10-03'],
    ['next week Wednesday', '2026-09-23'],
    ['Wed next week', '2026-09-23'],
    ['this evening', '2026-09-18'],
    ['the week after next, Tuesday', '2026-09-29'],
    ['Tuesday the week after next', '2026-09-29'],
    ['Wednesday 23 September', '2026-09-23'],
    ['9月23日（周三）', '2026-09-23'],
    ['下个月5号', '2026-10-05'],
    ['next month, the 5th', '2026-10-05'],
    ['the 5th of next month', '2026-10-05'],
    ['on the 22nd', '2026-09-22'],
    ['双十一', '2026-11-11'],
    ['元旦', '2027-01-01'],
    ['Christmas', '2026-12-25'],
    ['in 2 days', '2026-09-20'],
  ])('%s', (words, date) => expect(read(words)).toMatchObject({ days: day(date), rest: [] }))

  test.each([
    ['下周', '2026-09-21', '2026-09-27'],
    ['下周一到周三', '2026-09-21', '2026-09-23'],
    ['Friday to Tuesday', '2026-09-18', '2026-09-22'],
    ['this week', '2026-09-18', '2026-09-20'],
    ['周末', '2026-09-19', '2026-09-20'],
    ['next weekend', '2026-09-26', '2026-09-27'],
    ['五天内', '2026-09-18', '2026-09-23'],
    ['未来三天', '2026-09-18', '2026-09-20'],
    ['the next two days', '2026-09-18', '2026-09-19'],
    ['下下周', '2026-09-28', '2026-10-04'],
    ['the week after next', '2026-09-28', '2026-10-04'],
    ['10月5日至10月9日', '2026-10-05', '2026-10-09'],
    ['十月五号到九号', '2026-10-05', '2026-10-09'],
    ['12月30日-1月2日', '2026-12-30', '2027-01-02'],
    ['25号到28号', '2026-09-25', '2026-09-28'],
    ['29-2号', '2026-09-29', '2026-10-02'],
    ['10/5-10/9', '2026-10-05', '2026-10-09'],
    ['2026-10-05 to 2026-10-09', '2026-10-05', '2026-10-09'],
    ['Oct 5th to 9th', '2026-10-05', '2026-10-09'],
    ['Oct 30 – Nov 2', '2026-10-30', '2026-11-02'],
    ['5-9 October', '2026-10-05', '2026-10-09'],
    ['30 Sep until 2 Oct', '2026-09-30', '2026-10-02'],
    ['这个月', '2026-09-18', '2026-09-30'],
    ['下个月', '2026-10-01', '2026-10-31'],
    ['next month', '2026-10-01', '2026-10-31'],
    ['月底前', '2026-09-18', '2026-09-30'],
    ['before the end of the month', '2026-09-18', '2026-09-30'],
    ['月底', '2026-09-24', '2026-09-30'],
    ['the end of the month', '2026-09-24', '2026-09-30'],
  ])('%s: from %s to %s', (words, from, to) => expect(read(words)).toMatchObject({ days: { from, to }, rest: [] }))

  test.each([
    ['Monday or Tuesday', '2026-09-21', '2026-09-22', [1, 2]],
    ['next Monday, Wednesday or Friday', '2026-09-21', '2026-09-25', [1, 3, 5]],
    ['Mon/Thu next week', '2026-09-21', '2026-09-24', [1, 4]],
    ['thursday and monday', '2026-09-24', '2026-09-28', [4, 1]],
    ['周一或周二', '2026-09-21', '2026-09-22', [1, 2]],
    ['周一、三', '2026-09-21', '2026-09-23', [1, 3]],
    ['下周二、周四或者周五', '2026-09-22', '2026-09-25', [2, 4, 5]],
  ])('%s: of %s to %s those', (words, from, to, weekdays) =>
    expect(read(`${words} 上午 一小时`)).toMatchObject({ days: { from, to, weekdays }, lengthMinutes: 60, rest: [] }),
  )

  test.each([
    ['工作日', '2026-09-18', '2026-10-01'],
    ['a weekday', '2026-09-18', '2026-10-01'],
    ['下周工作日', '2026-09-21', '2026-09-27'],
    ['a weekday next week', '2026-09-21', '2026-09-27'],
  ])('%s: of %s to %s those that are worked', (words, from, to) =>
    expect(read(`${words} 上午 一小时`)).toMatchObject({
      days: { from, to, isWorkday: true },
      lengthMinutes: 60,
      rest: [],
    }),
  )

  test('with a point, near by, is a day; what is far off is a time', () => {
    expect(read('10.30 一小时')).toMatchObject({ days: day('2026-10-30'), rest: [] })
    expect(readWish('10.30 一小时', '2026-11-28')).toMatchObject({ days: null, times: at(10, 30), rest: [] })
    expect(read('1.5小时')).toMatchObject({ days: null, times: null, lengthMinutes: 90, rest: [] })
  })

  test('that the calendar does not have is none', () => {
    expect(read('2月30日').days).toBe(null)
    expect(read('2026-13-01').days).toBe(null)
  })
})

test('days alone, of which the second is smaller, go over the end of the month, also of December', () => {
  const wish = readWish('29号到2号', '2026-12-20')
  expect(wish).toMatchObject({ days: { from: '2026-12-29', to: '2027-01-02' }, rest: [] })
})

test('a seat is read apart from a day', () => {
  expect(read('3号席 明天 10点')).toMatchObject({ seatNumber: 3, days: day('2026-09-19'), times: at(10), rest: [] })
  expect(read('三号席 明天 10点')).toMatchObject({ seatNumber: 3, days: day('2026-09-19'), times: at(10), rest: [] })
  const december = { seatNumber: null, days: day('2026-12-05'), rest: [] }
  for (const words of ['12月5号座位', '12月五号 座位', '十二月5号 座位'])
    expect([words, read(words)]).toMatchObject([words, december])
  expect(read('seat 12 tomorrow')).toMatchObject({ seatNumber: 12, days: day('2026-09-19'), rest: [] })
})

test.each([
  ['9.30 5号席', { seatNumber: 5, days: day('2026-09-30'), times: null }],
  ['周三 3号席 10:00', { seatNumber: 3, days: day('2026-09-23'), times: at(10) }],
  ['下午三点三号席', { seatNumber: 3, days: null, times: at(15) }],
  ['周三三号席', { seatNumber: 3, days: day('2026-09-23'), times: null }],
  ['第3席 明天', { seatNumber: 3, days: day('2026-09-19'), people: null }],
  ['明天3号位', { seatNumber: 3, days: day('2026-09-19'), people: null }],
  ['a seat 2 hours tomorrow', { seatNumber: null, lengthMinutes: 120 }],
  ['a seat 10:30 tomorrow', { seatNumber: null, times: at(10, 30) }],
  ['a seat at 10 for 2 people', { seatNumber: null, times: at(10), people: 2 }],
])('«%s» is read to its end, whatever stands before and behind a number', (words, wish) => {
  expect(read(words)).toMatchObject({ ...wish, rest: [] })
})

test.each([
  ['3.5 号席 明天', ['3.5号席']],
  ['A3席 明天', ['a3席']],
  ['明天 B-12号席', ['b-12号席']],
  ['3A 号席 明天', ['3a号席']],
  ['seat b12 tomorrow', ['seat', 'b12']],
])('«%s» names a seat as none is called here: it is told, and no other is taken for it', (words, rest) => {
  expect(read(words)).toMatchObject({ seatNumber: null, people: null, days: day('2026-09-19'), rest })
})

test('of two seats the last is looked for, and the other is told', () => {
  expect(read('3号或5号席')).toMatchObject({ seatNumber: 5, days: null, rest: ['3号或'] })
})

test('a word that only begins as a day does is none of it', () => {
  expect(read('Wednesday 23 September wedding').rest).toEqual(['wedding'])
  expect(read('on Monday sunny month').rest).toEqual(['sunny', 'month'])
  expect(read('Monday, month end').rest).toEqual(['month', 'end'])
})

test.each([
  ['下周三上午接线 一小时', 'answer'],
  ['明天 听线', 'listen'],
  ['tomorrow at 10, answering calls', 'answer'],
  ['listen in on Monday', 'listen'],
] as const)('«%s» says what for', (words, purpose) => expect(read(words)).toMatchObject({ purpose, rest: [] }))

test('what is not understood is told, and never changes what is', () => {
  expect(read('下周三 靠窗 上午')).toMatchObject({ days: day('2026-09-23'), rest: ['靠窗'] })
  expect(read('9月23日周四')).toMatchObject({ days: day('2026-09-23'), rest: ['周四'] })
  expect(read('除了周五，下午')).toMatchObject({ days: null, times: { from: 720 }, rest: ['除了周五'] })
  expect(read('not Friday, one hour')).toMatchObject({ days: null, lengthMinutes: 60, rest: ['not', 'friday'] })
  expect(read('quiet corner tomorrow').rest).toEqual(['quiet', 'corner'])
  expect(read('')).toEqual({
    days: null,
    times: null,
    lengthMinutes: null,
    people: null,
    seatNumber: null,
    purpose: null,
    roomIds: null,
    rest: [],
  })
})

test('whatever is typed, it is read or told, and no time lies outside the day', () => {
  const signs = [...'一二两三十周下点半到号席上午晚人时分0123456789:-/ apmton']
  let seed = 5
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  for (let run = 0; run < 3_000; run += 1) {
    const words = Array.from({ length: 1 + next(14) }, () => signs[next(signs.length)]).join('')
    const { days, times, rest } = read(words)
    if (days !== null) expect(days.to >= days.from, words).toBe(true)
    if (times !== null) expect(times.from >= 0 && times.to <= 1_440 && times.from < times.to, words).toBe(true)
    for (const word of rest) expect(words.toLowerCase(), words).toContain(word)
  }
})
