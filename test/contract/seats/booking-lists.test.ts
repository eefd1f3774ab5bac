import exceljs from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingListsService } from '../../../electron/services/seats/booking-lists.ts'
import type { Engine } from '../../../electron/storage/engine/engine.ts'
import type { Query } from '../../../electron/storage/engine/query.ts'
import type { BookingColumns } from '../../../shared/contract/seats/booking-lists.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'
import { waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let lists: ReturnType<typeof bookingListsService>
let wang: string
let li: string
let me: { personId: string }
beforeEach(async () => {
  house = await anOpenRoom()
  lists = bookingListsService(house.parts)
  wang = await house.aPerson('王敏', { employeeNumber: 'E1001' })
  li = await house.aPerson('李强', { employeeNumber: 'E1002' })
  me = { personId: await house.aPerson('赵云') }
})
afterEach(() => house.close())

const bytes = (list: string | Buffer) => Buffer.from(list as string).toString('base64')
const read = (list: string | Buffer, columns: BookingColumns | null = null) =>
  accepted(lists.read({ base64: bytes(list), columns }, nobody))
const keep = (list: string | Buffer, leftOut: number[] = []) =>
  lists.keep({ base64: bytes(list), columns: null, leftOut }, me)
const board = () => accepted(house.bookings.board({ from: '2026-09-18', to: '2026-09-30' }, nobody))

const LIST = `日期,时间,席位,工号,姓名,同行人,代约人
2026-09-21,14:00-15:00,1,E1001,王敏,李强,赵云
2026/9/22,下午2点到3点,2号席,,李强,,
`

test('a list becomes bookings in one act, of whom the history says that they were brought in; one act takes them all back', async () => {
  const plan = await read(LIST)
  expect(plan.columns).toEqual({ day: 0, from: 1, seat: 2, employeeNumber: 3, person: 4, companion: 5, bookedBy: 6 })
  expect(plan.bad).toEqual([])
  expect(plan.good).toMatchObject([
    {
      row: 2,
      personName: '王敏',
      companionName: '李强',
      bookedByName: '赵云',
      startsAt: shanghai('14:00', '2026-09-21'),
    },
    { row: 3, personName: '李强', seatNumber: 2, endsAt: shanghai('15:00', '2026-09-22') },
  ])
  expect(await board()).toEqual([])

  const { bookings: kept, importId } = await accepted(keep(LIST))
  expect(kept).toMatchObject([
    { personId: wang, companionId: li, bookedByName: '赵云' },
    { personId: li, bookedById: me.personId },
  ])
  const [line] = await accepted(house.bookings.history({ bookingId: kept[0]?.id ?? '' }, nobody))
  expect(line).toMatchObject({ what: 'imported', actorName: '赵云', before: null })

  const turn = (seenState: 'done' | 'undone') => lists.turnImport({ importId, seenState }, me)
  const back = await accepted(turn('done'))
  expect([back.bookings.length, back.keptCount]).toEqual([2, 0])
  expect(await board()).toEqual([])
  expect(await turn('done')).toMatchObject({ code: 'turned_already' })
  expect(await accepted(turn('undone'))).toMatchObject({ keptCount: 0 })
  expect(await board()).toHaveLength(2)
})

test('a heading in words of one’s own is one all the same: its columns are chosen by those words, and it is no row that goes wrong', async () => {
  const list = `听线安排表
谁,哪天,几点到几点,哪个座
王敏,2026-09-21,14:00-15:00,1
李强,9月22日,下午两点到三点,二号席
`
  expect(await read(list)).toMatchObject({ isWhole: false, heads: [{ name: '谁' }, { name: '哪天' }, {}, {}] })
  const plan = await read(list, { person: 0, day: 1, from: 2, seat: 3 })
  expect([plan.good.map(({ row }) => row), plan.bad]).toEqual([[3, 4], []])
  // Without a heading the first row is a booking, whatever it is written with.
  const bare = await read('李强,9月22日,下午两点到三点,二号席\n王敏,2026-09-21,14:00-15:00,1\n', {
    ...{ person: 0, day: 1, from: 2, seat: 3 },
  })
  expect(bare.good.map(({ row }) => row)).toEqual([1, 2])
})

test.each([
  '明天,下午,靠窗,李强',
  'Sunday,late,window,Anna',
  '李强,那天,周日上午,靠窗',
  'Anna,some day,nine to ten,window',
])('a first row that tells a day or a time is a booking that goes wrong, and no heading: %s', async (first) => {
  const plan = await read(`${first}\n王敏,2026-09-21,14:00-15:00,1\n`, { person: 0, day: 1, from: 2, seat: 3 })
  expect([plan.good.map(({ row }) => row), plan.bad.map(({ row }) => row)]).toEqual([[2], [1]])
})

test('a heading of one’s own may speak of weekdays', async () => {
  const plan = await read('Whoever,Weekday,Around when,Which place\n王敏,2026-09-21,14:00-15:00,1\n', {
    ...{ person: 0, day: 1, from: 2, seat: 3 },
  })
  expect([plan.good.map(({ row }) => row), plan.bad]).toEqual([[2], []])
})

test('beginnings and ends with their days before them need no column of days, and an end may say that it is on the next', async () => {
  const plan = await read(`开始,结束,席位,姓名
2026-09-21 14:00,2026-09-21 15:00,1,王敏
`)
  expect([plan.columns, plan.isWhole]).toEqual([{ day: 0, from: 0, to: 1, seat: 2, person: 3 }, true])
  expect(plan.good).toMatchObject([
    { startsAt: shanghai('14:00', '2026-09-21'), endsAt: shanghai('15:00', '2026-09-21') },
  ])
  await house.newRules({ week: Array.from({ length: 7 }, () => ({ opensAt: '21:00', closesAt: '02:00' })) })
  const night = await read(`日期,时段,席位,姓名
9/21,2300-次日1:00,1,王敏
9/22（周二）,23:30-00:30（次日）,1,李强
`)
  expect(night.bad).toEqual([])
  expect(night.good).toMatchObject([
    { startsAt: shanghai('23:00', '2026-09-21'), endsAt: shanghai('01:00', '2026-09-22') },
    { startsAt: shanghai('23:30', '2026-09-22'), endsAt: shanghai('00:30', '2026-09-23') },
  ])
})

test('who waits and is brought in by a list waits no more', async () => {
  const { join, mine, taken } = waitingIn(() => house)
  await house.newRules({ seatCount: 1 })
  await taken(li, '15:00', '16:00')
  const { id } = await taken(li)
  await accepted(join({ person: wang, from: '14:00', to: '16:00' }))
  house.clock.advance(60_000)
  await accepted(house.cancel(id))
  await accepted(keep('日期,时间,席位,姓名\n2026-09-21,14:00-15:00,1,王敏\n'))
  await house.relay.pass()
  expect(await mine(wang)).toEqual([])
})

test('a place that is held for somebody who waits is nobody else’s in a list either', async () => {
  const { waits, taken, freed, openOffer } = waitingIn(() => house)
  await house.newRules({ seatCount: 1 })
  const { id } = await taken(li)
  await waits({ person: wang })
  await freed(id)
  const { expiresAt: until } = await openOffer(wang)
  const listOf = (name: string) =>
    `日期,时间,席位,姓名\n2026-09-21,14:00-15:00,1,${name}\n2026-09-21,15:00-16:00,1,李强\n`
  const misfit = { code: 'place_held', detail: { startsAt: shanghai('14:00', '2026-09-21'), until } }
  const others = await read(listOf('李强'))
  expect(others).toMatchObject({ good: [{ row: 3 }], bad: [{ row: 2, faults: [{ detail: { misfit } }] }] })
  expect(await read(listOf('王敏'))).toMatchObject({ good: [{ row: 2 }, { row: 3 }], bad: [] })
})

test('a list is taken back days later by another coordinator: what was changed since stays, and is counted', async () => {
  const { bookings, importId } = await accepted(keep(LIST))
  const [first, second] = bookings
  const { id: bookingId = '', version = 0, companionId = null } = first ?? {}
  const edit = { companionId, purpose: 'answer' as const, reason: '改接线' }
  await accepted(house.bookings.edit({ bookingId, seenVersion: version, ...edit }, me))
  house.clock.advance(86_400_000)
  const told = () => accepted(lists.imports({}, me))
  expect(await told()).toMatchObject([{ id: importId, byName: '赵云', state: 'done', count: 2, keptCount: 0 }])
  const other = { personId: await house.aPerson('孙宁') }
  const back = await accepted(lists.turnImport({ importId, seenState: 'done' }, other))
  expect([back.bookings.map(({ id }) => id), back.keptCount]).toEqual([[second?.id], 1])
  expect(await board()).toMatchObject([{ id: first?.id, state: 'booked' }])
  expect(await told()).toMatchObject([
    { state: 'undone', count: 1, keptCount: 1, turnedByName: '孙宁', turnedAt: house.clock.now() },
  ])
  await accepted(lists.turnImport({ importId, seenState: 'undone' }, other))
  expect(await board()).toHaveLength(2)
  expect(await told()).toMatchObject([{ state: 'done', count: 1 }])
})

test('where all was changed since nothing is taken back, and it says so; the last twenty lists are kept', async () => {
  const { bookings, importId } = await accepted(keep(LIST))
  const given = async (made: typeof bookings) => {
    for (const { id } of made) await accepted(house.cancel(id, me, '有会'))
    house.clock.advance(60_000)
  }
  await given(bookings)
  expect(await accepted(lists.turnImport({ importId, seenState: 'done' }, me))).toEqual({ bookings: [], keptCount: 2 })
  expect(await accepted(lists.imports({}, me))).toMatchObject([{ state: 'done', count: 0, keptCount: 2 }])
  const short = '日期,时间,席位,姓名\n2026-09-21,14:00-15:00,1,王敏\n'
  for (let one = 0; one < 20; one += 1) await given((await accepted(keep(short))).bookings)
  expect(await accepted(lists.imports({}, me))).toHaveLength(20)
  expect(await lists.turnImport({ importId, seenState: 'done' }, me)).toMatchObject({ code: 'not_found' })
})

test('each row that cannot be one says why, and nothing is kept until it is put right or left out', async () => {
  await house.aPerson('李娜', { department: '销售部' })
  await house.aPerson('李娜', { department: '市场部' })
  await house.aBooking({ person: li, seat: 3, from: '10:00', to: '11:00', date: '2026-09-21' })
  const list = `席位,日期,开始,结束,姓名
1,2026-09-21,10:00,11:00,王敏
1,2026-09-21,10:30,11:30,李强
3,2026-09-21,10:00,11:00,赵云
2,2026-09-21,10:00,11:00,李强
9,2026-09-21,10:00,11:00,赵云
1,someday,10:00,11:00,赵云
1,2026-09-21,soon,11:00,赵云
1,2026-09-21,12:00,,赵云
1,2026-09-21,12:00,13:00,诸葛亮
1,2026-09-21,12:00,13:00,李娜
1,2026-09-01,12:00,13:00,赵云
1,2026-09-21,22:00,23:00,赵云
2,2026-09-21,12:10,13:00,赵云
4,2026-09-21,10:00,9:00,赵云
`
  const { good, bad } = await read(list)
  expect(good.map(({ row }) => row)).toEqual([2])
  expect(
    bad.map(({ row, faults: [fault] }) => [row, fault?.code === 'misfit' ? fault.detail.misfit.code : fault?.code]),
  ).toEqual([
    [3, 'overlaps_row'],
    [4, 'seat_taken'],
    [5, 'person_taken'],
    [6, 'unknown_seat'],
    [7, 'bad_day'],
    [8, 'bad_time'],
    [9, 'no_end'],
    [10, 'unknown_person'],
    [11, 'several_people'],
    [12, 'in_the_past'],
    [13, 'outside_opening_hours'],
    [14, 'not_on_slots'],
    [15, 'bad_time'],
  ])
  // No 23 hours from ten to nine.
  expect(bad.at(-1)).toMatchObject({ faults: [{ detail: { said: '10:00 – 9:00' } }] })
  expect(bad[1]).toMatchObject({ faults: [{ detail: { misfit: { detail: { personName: '李强' } } } }] })
  expect(await refused(keep(list))).toMatchObject({ code: 'does_not_fit', detail: { row: 3 } })
  expect(await board()).toHaveLength(1)
  const leftOut = bad.map(({ row }) => row)
  expect(await accepted(keep(list, leftOut))).toMatchObject({ bookings: [{ personId: wang }] })
  // Read again it is taken by itself.
  expect((await read(list)).good).toEqual([])
})

test('a workbook gives its own days and times, and columns nobody can guess are named by hand', async () => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('席位')
  sheet.addRow(['听线安排'])
  sheet.addRow(['A', 'B', 'C', 'D', 'E'])
  const row = sheet.addRow([new Date('2026-09-21T00:00:00Z'), 14 / 24, 1.5 / 24, 4, 'E1001 王敏'])
  row.getCell(1).numFmt = 'yyyy/m/d'
  row.getCell(2).numFmt = 'h:mm'
  row.getCell(3).numFmt = '[h]:mm'
  const file = Buffer.from(await book.xlsx.writeBuffer())
  const unread = await read(file)
  expect([unread.isWhole, unread.good, unread.bad]).toEqual([false, [], []])
  const columns = { day: 0, from: 1, length: 2, seat: 3, person: 4 }
  const { good } = await read(file, columns)
  expect(good).toMatchObject([
    {
      personId: wang,
      seatNumber: 4,
      startsAt: shanghai('14:00', '2026-09-21'),
      endsAt: shanghai('15:30', '2026-09-21'),
    },
  ])
})

test('rows count for a limit of the room as bookings do', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'week' }] })
  const { good, bad } = await read(LIST.replace('李强,,', '王敏,,'))
  expect(good.map(({ row }) => row)).toEqual([2])
  expect(bad).toMatchObject([{ row: 3, faults: [{ detail: { misfit: { code: 'over_limit' } } }] }])
})

test('a list as other spreadsheets wrote it is read: a heading of two rows, days with the month first, numbers without their zeros', async () => {
  const chen = await house.aPerson('陈静', { employeeNumber: '00100042' })
  const plan = await read(`预约,,,席位,人员,
日期,开始,结束,席位号,姓名,工号
09/21/2026,14:00,15:00,1,陈静,100042
09/08/2027,14:00,15:00,2,,100042
`)
  expect(plan.columns).toEqual({ day: 0, from: 1, to: 2, seat: 3, person: 4, employeeNumber: 5 })
  expect(plan.bad).toEqual([])
  expect(plan.good).toMatchObject([
    { row: 3, personId: chen, startsAt: shanghai('14:00', '2026-09-21') },
    { row: 4, personId: chen, startsAt: shanghai('14:00', '2027-09-08') },
  ])
})

test('a long list on one day asks the database no more often than a short one', async () => {
  let asked = 0
  function* counting<T>(work: Query<T>): Query<T> {
    for (let next = work.next(); ; ) {
      if (next.done) return next.value
      asked += 1
      next = work.next(yield next.value)
    }
  }
  const { engine } = house.parts
  const counted: Engine = { ...engine, read: (query) => engine.read(() => counting(query())) }
  const watched = bookingListsService({ ...house.parts, engine: counted })
  const askedFor = async (count: number) => {
    const rows = Array.from({ length: count }, (_, index) => `2026-09-21,${9 + index}:00,1 小时,1,E1001`)
    asked = 0
    const list = bytes(['日期,开始,时长,席位,工号', ...rows].join('\n'))
    expect((await accepted(watched.read({ base64: list, columns: null }, me))).good).toHaveLength(count)
    return asked
  }
  const short = await askedFor(2)
  expect(await askedFor(10)).toBe(short)
})
