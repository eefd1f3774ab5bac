import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEach, NUMBERS_IN_ORDER } from '../../../electron/storage/engine/in-each.ts'
import { write } from '../../../electron/storage/engine/query.ts'
import { TicketFilter as FilterSchema, TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const numbersOf = async (...asked: Parameters<typeof desk.list>) =>
  (await desk.list(...asked)).tickets.map((ticket) => ticket.number)

describe('text', () => {
  beforeEach(async () => {
    await desk.aTicket({ title: '尿不湿小一号', text: '宝宝穿 NB 码勒腿，想换 S 码' })
    await desk.aTicket({ title: '价保', text: '满300减40的券用不了，说是1号过期' })
    await desk.aTicket({ title: 'Price protection', text: '差价 ５０ 元，客服说不能补' })
  })

  test.each<[string, number[]]>([
    ['腿', [1]],
    ['价', [2, 3]],
    ['不湿', [1]],
    ['勒腿想', [1]],
    ['尿不湿', [1]],
    ['湿尿', []],
    ['nb', [1]],
    ['NB码', [1]],
    ['300减', [2]],
    ['00减4', [2]],
    ['50元', [3]],
    ['ＰＲＩＣＥ', [3]],
    ['rice prot', [3]],
    ['补 差价', [3]],
    ['差价 尿', []],
  ])('«%s» finds %o', async (text, numbers) => {
    expect(await numbersOf({ text })).toEqual(numbers)
  })

  test('no phrase is found across title and quote, nor across two quotes', async () => {
    const pair = [await desk.aNote('东', { offsetMs: 1 }), await desk.aNote('西', { offsetMs: 2 })]
    await accepted(
      desk.tickets.open(
        desk.openWish(
          pair.map((note) => note.id),
          { title: '南' },
        ),
        desk.asker,
      ),
    )
    for (const text of ['南东', '东西', '西东', '号宝']) expect(await numbersOf({ text }), text).toEqual([])
    expect(await numbersOf({ text: '东 西 南' })).toEqual([4])
  })

  test.each([
    '"',
    '*',
    '""',
    '(',
    'NEAR(',
    '-',
    '^',
    ':',
    '\\',
    "'; DROP TABLE ticket; --",
    '{characters}',
    '+',
    '，。',
  ])('«%s» is not read as an operator, and harms nothing', async (text) => {
    expect(await numbersOf({ text })).toEqual([])
    expect((await desk.list()).total).toBe(3)
  })

  test.each<[string, number[]]>([
    ['NOT', [3]],
    ['OR AND', []],
    ['"尿不湿"', [1]],
    ['尿*', [1]],
    ['-尿', [1]],
    ['characters : 尿', []],
  ])('operators are words like others: «%s» finds %o', async (text, numbers) => {
    await accepted(
      desk.tickets.edit(
        {
          seenVersion: null,
          ...desk.openWish([]),
          ticketId: (await desk.list()).tickets[2]?.id ?? '',
          title: 'cannot',
        },
        desk.asker,
      ),
    )
    expect(await numbersOf({ text })).toEqual(numbers)
  })

  test('an edited title is found by its new words only', async () => {
    const { tickets } = await desk.list()
    const wish = { ...desk.openWish([], { title: '纸尿裤' }), ticketId: tickets[0]?.id ?? '' }
    await accepted(desk.tickets.edit({ ...wish, seenVersion: null }, desk.asker))
    expect([await numbersOf({ text: '不湿' }), await numbersOf({ text: '纸尿' })]).toEqual([[], [1]])
  })

  test('a masked phone is found by what is left of it', async () => {
    await desk.aTicket({ text: '电话13812345678' })
    expect(await numbersOf({ text: '138****5678' })).toEqual([4])
  })
})

test('by the department as the list shows it, and not by what is only said of it', async () => {
  await desk.aTicket({ title: '一', department: '物流部' })
  await desk.aTicket({ title: '二', department: '华东物流部' })
  await desk.aTicket({ title: '物流部说三天到', department: '营销部' })
  await desk.aTicket({ title: '四', department: 'Customer Service' })
  const found: readonly [text: string, numbers: number[]][] = [
    ['物流部', [1, 2, 3]],
    ['华东物流部', [2]],
    ['物流部 二', [2]],
    ['营销部', [3]],
    ['物流', [3]],
    ['部', [3]],
    ['%流部', [3]],
    ['service', [4]],
    ['Customer service', [4]],
    ['serv', []],
  ]
  for (const [text, numbers] of found) expect(await numbersOf({ text }), text).toEqual(numbers)
})

test('by any part of a reference, by owner and by listener, each beside other words; too little of them finds nothing', async () => {
  await desk.aTicket()
  const second = await accepted(
    desk.sessions.nextCall({ sessionId: desk.session.id, reference: 'JD-88_17' }, desk.asker),
  )
  const ofSecond = await desk.aNote('少了一件', { callId: second.id })
  const owned = await accepted(desk.tickets.open(desk.openWish([ofSecond.id]), desk.asker))
  await accepted(desk.move(owned.id, 'claim', { ownerName: '李静文' }))
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const wish = { bookingId: null, listenerId: await desk.aPerson('曾三'), purpose: 'listen' } as const
  const session = await accepted(desk.sessions.start(wish, desk.asker))
  const third = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: 'JD-8801' }, desk.asker))
  const ofThird = await desk.aNote('多了一件', { callId: third.id })
  await accepted(desk.tickets.open(desk.openWish([ofThird.id]), desk.asker))

  const found: readonly [text: string, numbers: number[]][] = [
    ['JD-88', [2, 3]],
    ['JD-88_17', [2]],
    ['8_17', [2]],
    ['801', [3]],
    ['jd-88', [2, 3]],
    ['8%1', []],
    ['"801"', []],
    // So short that half of all hold it.
    ['JD', []],
    ['李静文', [2]],
    ['静', [2]],
    ['曾三', [3]],
    ['王敏', [1, 2]],
    ['曾', [3]],
    ['王', [1, 2]],
    ['静文 少了', [2]],
    ['王敏 JD-88', [2]],
    ['静文 曾三', []],
    ['李_文', []],
    // By the sound: an owner by any part of the name, a listener by more than how the family name is said.
    ['ljw', [2]],
    ['jing', [2]],
    ['li', [2]],
    ['zengsan', [3]],
    ['CS', [3]],
    ['wangm', [1, 2]],
    ['wang', []],
    ['l', []],
    ['wm JD-88', [2]],
    ['ljw 少了', [2]],
    ['ljw 多了', []],
  ]
  for (const [text, numbers] of found) expect(await numbersOf({ text }), text).toEqual(numbers)
  const { alike } = await desk.list({ text: 'wm ljw' })
  expect(alike).toEqual([
    { word: 'wm', owners: [], listeners: ['王敏'] },
    { word: 'ljw', owners: ['李静文'], listeners: [] },
  ])
  // Whatever is done to all that was found is done to what these names found, whoever came since.
  expect(await numbersOf({ text: 'wm', alike })).toEqual([1, 2])
  expect(await numbersOf({ text: 'wm', alike: [] })).toEqual([])
})

describe('numbers', () => {
  test.each(['ES-000012', 'es-12', 'ES12', '12', '000012', 'ＥＳ－１２'])('«%s» finds ticket 12', async (text) => {
    for (let made = 0; made < 12; made++) await desk.aTicket()
    expect(await numbersOf({ text })).toEqual([12])
  })

  test('a plain number finds the ticket and the words', async () => {
    await desk.aTicket({ text: '等了2天' })
    await desk.aTicket()
    expect(await numbersOf({ text: '2' })).toEqual([1, 2])
  })
})

describe('filters and order', () => {
  test('each filter narrows, together they narrow further, and the total counts the whole filter', async () => {
    await desk.aTicket({ priority: 1, department: '物流部', issueTypeId: 'delivery' })
    desk.clock.advance(3_600_000)
    const second = await desk.aTicket({ priority: 2 })
    await desk.aTicket({ priority: 1 })
    await accepted(desk.move(second.id, 'claim', { ownerName: '李强' }))
    expect(await numbersOf({ priorities: [1] })).toEqual([1, 3])
    expect(await numbersOf({ states: ['in_progress', 'closed'] })).toEqual([2])
    expect(await numbersOf({ departments: ['物流部'] })).toEqual([1])
    expect(await numbersOf({ issueTypeIds: ['coupon'] })).toEqual([2, 3])
    expect(await numbersOf({ openedFrom: second.openedAt })).toEqual([2, 3])
    expect(await numbersOf({ openedTo: second.openedAt })).toEqual([1])
    expect(await numbersOf({ priorities: [1], issueTypeIds: ['coupon'], text: '降价' })).toEqual([3])
    const page = await desk.list({ priorities: [1] }, 'number', 1, 1)
    expect([page.tickets.map((ticket) => ticket.number), page.total]).toEqual([[3], 2])
  })

  test('overdue: open and past the deadline, with the clock of a paused ticket standing still', async () => {
    const [late, paused, solved] = [await desk.aTicket(), await desk.aTicket(), await desk.aTicket()]
    for (const ticket of [paused, solved]) await accepted(desk.move(ticket.id, 'claim', { ownerName: '李强' }))
    await accepted(desk.move(paused.id, 'request_information', { remark: '等截图' }))
    await accepted(desk.move(solved.id, 'resolve'))
    desk.clock.set(late.dueAt)
    expect(await numbersOf({ isOverdue: true })).toEqual([])
    desk.clock.advance(1)
    expect(await numbersOf({ isOverdue: true })).toEqual([late.number])
  })

  test('each order is what it says', async () => {
    await desk.aTicket({ issueTypeId: 'delivery', priority: 2 })
    await desk.aTicket({ issueTypeId: 'coupon', priority: 4 })
    desk.clock.advance(60_000)
    await desk.aTicket({ issueTypeId: 'coupon', priority: 2 })
    const orders = Object.fromEntries(
      await Promise.all(TicketSort.options.map(async (sort) => [sort, await numbersOf({}, sort)] as const)),
    )
    expect(orders).toEqual({
      due_soonest: [2, 3, 1],
      newest: [3, 2, 1],
      oldest: [1, 2, 3],
      priority: [3, 1, 2],
      number: [1, 2, 3],
    })
  })
})

test.each(['due_soonest', 'priority'] as const)(
  'in the order %s what is done comes behind what is to be done, page by page and among what was looked for',
  async (sort) => {
    const opened: { id: string; number: number }[] = []
    for (const title of ['甲一', '甲二', '甲三', '甲四', '甲五']) {
      opened.push(await desk.aTicket({ title, issueTypeId: 'coupon', priority: 2 }))
      desk.clock.advance(60_000)
    }
    for (const { id } of [opened[0], opened[2]].flatMap((ticket) => ticket ?? [])) {
      await accepted(desk.move(id, 'claim', { ownerName: '李强' }))
      await accepted(desk.move(id, 'resolve'))
    }
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = opened.map(({ number }) => number)
    const expected = [two, four, five, one, three]
    const page = async (limit: number, offset: number, text = '') => {
      const filter = FilterSchema.parse({ text })
      const answer = await accepted(desk.tickets.list({ filter, sort, limit, offset }, desk.asker))
      return answer.tickets.map(({ number }) => number)
    }
    for (const limit of [1, 2, 3, 5, 9]) {
      const pages: number[] = []
      for (let offset = 0; offset < 5; offset += limit) pages.push(...(await page(limit, offset)))
      expect(pages).toEqual(expected)
    }
    expect(await page(9, 0, '甲')).toEqual(expected)
    expect(await page(2, 2, '甲')).toEqual([five, one])
  },
)

test.each([[0], [1], [2], [3], [4]])('the total is the same on every page, also from %i on', async (offset) => {
  for (const title of ['甲', '乙', '丙']) await desk.aTicket({ title })
  const wish = { filter: FilterSchema.parse({}), sort: 'number', offset } as const
  const totals = [1, 2, 3, 4].map(
    async (limit) => (await accepted(desk.tickets.list({ ...wish, limit }, desk.asker))).total,
  )
  expect(await Promise.all(totals)).toEqual([3, 3, 3, 3])
})

test('a part that thousands of references hold is found in the latest tickets, too, and in those alone that were to be looked through', async () => {
  const common = await accepted(
    desk.sessions.nextCall({ sessionId: desk.session.id, reference: 'CC-7255-A1' }, desk.asker),
  )
  const note = await desk.aNote('少了一件', { callId: common.id })
  const ticket = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
  await desk.engine.transact(() =>
    write(
      inEach(
        (say) => `INSERT INTO call (id, session_id, number, reference, started_at, ended_at, session_ms)
        SELECT CAST(value AS text), session.id, value, 'CC-7255-' || CAST(value AS text), started_at, started_at, 0
        FROM session, ${say(NUMBERS_IN_ORDER)}`,
      ),
      [JSON.stringify(Array.from({ length: 2_100 }, (_, number) => number + 10))],
    ),
  )
  expect(await numbersOf({ text: '7255' })).toEqual([ticket.number])
  expect(await numbersOf({ text: '7255', searchedFrom: ticket.number + 1 })).toEqual([])
  expect(await numbersOf({ text: '255-a' })).toEqual([ticket.number])
})

test('whoever heard most of all is found by the name as whoever heard little, from any ticket on', async () => {
  await desk.aTicket()
  await desk.aTicket()
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const listenerId = await desk.aPerson('曾三')
  // So many sessions that it is quicker to ask of the tickets who heard them.
  for (let count = 0; count < 9; count++) {
    const session = await accepted(desk.sessions.start({ bookingId: null, listenerId, purpose: 'listen' }, desk.asker))
    if (count === 8) {
      const call = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: null }, desk.asker))
      const note = await desk.aNote('多了一件', { callId: call.id })
      await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    }
    await accepted(desk.sessions.end({ sessionId: session.id }, desk.asker))
  }
  expect(await numbersOf({ text: '曾三' })).toEqual([3])
  expect(await numbersOf({ text: '王敏' })).toEqual([1, 2])
  expect(await numbersOf({ text: '曾三', searchedFrom: 3 })).toEqual([3])
  expect(await numbersOf({ text: '王敏', searchedFrom: 3 })).toEqual([])
})

test('a name is looked for where there is no ticket yet', async () => {
  expect(await numbersOf({ text: '王敏', searchedFrom: 0 })).toEqual([])
})
