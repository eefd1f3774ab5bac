import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingListsService } from '../../../electron/services/seats/booking-lists.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let lists: ReturnType<typeof bookingListsService>
let wang: string
let me: { personId: string }
beforeEach(async () => {
  house = await anOpenRoom()
  lists = bookingListsService(house.parts)
  wang = await house.aPerson('王敏', { employeeNumber: 'E1001' })
  await house.aPerson('李强', { employeeNumber: 'E1002' })
  me = { personId: await house.aPerson('赵云') }
})
afterEach(() => house.close())

const bytes = (list: string) => Buffer.from(list).toString('base64')
const read = (list: string) => accepted(lists.read({ base64: bytes(list), columns: null }, nobody))

test('a day beside a beginning or an end counts: over midnight and at midnight, and none that is longer or earlier', async () => {
  await house.newRules({ week: Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' })) })
  const plan = await read(`日期,开始,结束,席位,姓名
2026-09-21,2026-09-21 23:00,2026-09-22 01:00,1,王敏
2026-09-21,2026-09-21 23:00,2026-09-22,2,李强
2026-09-23,46288,46288.0416667,3,王敏
2026-09-24,2026-09-24 10:00,2026-09-25 11:00,1,王敏
2026-09-24,2026-09-24 14:00,2026-09-23 15:00,2,李强
2026-09-24,2026-09-25 14:00,2026-09-25 15:00,3,王敏
2026-09-24,2026-09-24 14h00,2026-09-24 15:00,3,王敏
2026-09-24,2026-09-24 23:00,2026-09-25 次日 01:00,3,王敏
2026-09-24,2026-09-24 14:00,2026-02-31 15:00,3,王敏
`)
  expect(plan.good).toMatchObject([
    { row: 2, startsAt: shanghai('23:00', '2026-09-21'), endsAt: shanghai('01:00', '2026-09-22') },
    { row: 3, startsAt: shanghai('23:00', '2026-09-21'), endsAt: shanghai('00:00', '2026-09-22') },
    { row: 4, startsAt: shanghai('00:00', '2026-09-23'), endsAt: shanghai('01:00', '2026-09-23') },
  ])
  expect(
    plan.bad.map(({ row, faults: [fault] }) => [
      row,
      fault?.code,
      fault !== undefined && 'said' in fault.detail && fault.detail.said,
    ]),
  ).toEqual([
    [5, 'bad_time', '2026-09-24 10:00 – 2026-09-25 11:00'],
    [6, 'bad_time', '2026-09-24 14:00 – 2026-09-23 15:00'],
    [7, 'bad_time', '2026-09-25 14:00'],
    [8, 'bad_time', '2026-09-24 14h00'],
    [9, 'bad_time', '2026-09-25 次日 01:00'],
    [10, 'bad_time', '2026-02-31 15:00'],
  ])
})

test('a day beside a time is read as other sheets write it; which of its numbers is the month is told by the list, or asked', async () => {
  const list = (...lines: string[]) => `开始,结束,席位,姓名\n${lines.join('\n')}\n`
  const american = await read(
    list('9/21/2026 10:00,9/21/2026 11:00 AM,1,王敏', '10/9/2026 2:00:00 PM,10/9/2026 15:00,1,王敏'),
  )
  expect(american.bad).toEqual([])
  expect(american.good).toMatchObject([
    { startsAt: shanghai('10:00', '2026-09-21'), endsAt: shanghai('11:00', '2026-09-21') },
    { startsAt: shanghai('14:00', '2026-10-09'), endsAt: shanghai('15:00', '2026-10-09') },
  ])
  const whole = await read(
    list(
      'Mon 21 Sep 2026 10:00,11:00,1,王敏',
      '2026年9月22日(周二) 上午10:00,２０２６年９月２２日（周二） 上午１１：００,1,王敏',
      '2026-09-23 周三 10:00,20260923 11:00,1,王敏',
    ),
  )
  expect([whole.isWhole, whole.bad]).toEqual([true, []])
  expect(whole.good.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
    ['2026-09-21', '2026-09-22', '2026-09-23'].map((day) => [shanghai('10:00', day), shanghai('11:00', day)]),
  )
  // Nothing in it says whether that is the ninth of October.
  const open = await read(list('10/9/2026 14:00,15:00,1,王敏'))
  expect([open.isWhole, open.good, open.bad.map(({ faults }) => faults)]).toEqual([
    true,
    [],
    [[{ code: 'day_order', detail: { said: '10/9/2026 14:00' } }]],
  ])
})

test('of a list of 12-08 alone it is asked once which is the month, and that holds for what is kept', async () => {
  const base64 = bytes('日期 / 时间,席位,姓名\n10-09 14:00-15:00,1,王敏\n10-10 14:00-15:00,2,李强\n')
  const open = await accepted(lists.read({ base64, columns: null }, nobody))
  expect(open).toMatchObject({ columns: { day: 0, from: 0, seat: 1, person: 2 }, isWhole: true, good: [] })
  expect(open.bad.map(({ faults }) => faults.map(({ code }) => code))).toEqual([['day_order'], ['day_order']])
  const wish = { base64, columns: null, dayOrder: 'month' as const }
  expect((await accepted(lists.read(wish, nobody))).good.map(({ startsAt }) => startsAt)).toEqual([
    shanghai('14:00', '2026-10-09'),
    shanghai('14:00', '2026-10-10'),
  ])
  await accepted(lists.keep({ ...wish, leftOut: [] }, me))
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toMatchObject([
    { startsAt: shanghai('14:00', '2026-10-09') },
  ])
})

test('which year is near is told by the day of the room, where it is a year further on', async () => {
  // An hour past midnight in Shanghai.
  house.clock.set('2026-12-31T17:00:00.000Z')
  const { good, bad } = await read('日期,开始,结束,席位,姓名\n26/1/27,14:00,15:00,1,王敏\n')
  expect([good, bad]).toMatchObject([[{ startsAt: shanghai('14:00', '2027-01-26') }], []])
})

test('a row with several mistakes names all of them', async () => {
  const { bad } = await read(`日期,时间,席位,姓名,同行人,用途
2026-09-21 周五,soon,9,诸葛亮,司马懿,睡觉
下周,25:00,1,王敏,,
10/9,10/9 14:00-15:00,1,王敏,,
`)
  expect(bad.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
    ['unknown_seat', 'other_weekday', 'bad_time', 'unknown_person', 'unknown_person', 'unknown_purpose'],
    ['bad_day', 'bad_time'],
    ['day_order', 'day_order'],
  ])
})

test('a midnight that a sheet wrote as its day alone is one also beside a length, or an end without its day', async () => {
  await house.newRules({ week: Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' })) })
  const plan = await read(`日期,开始,结束,时长,席位,姓名
2026-09-21,2026-09-21,,60,1,王敏
2026-09-23,46288,1:00,,1,王敏
`)
  expect(plan.bad).toEqual([])
  expect(plan.good).toMatchObject([
    { startsAt: shanghai('00:00', '2026-09-21'), endsAt: shanghai('01:00', '2026-09-21') },
    { startsAt: shanghai('00:00', '2026-09-23'), endsAt: shanghai('01:00', '2026-09-23') },
  ])
})
