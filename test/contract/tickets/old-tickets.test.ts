import { afterEach, beforeEach, expect, test } from 'vitest'
import { searchService } from '../../../electron/services/search/search.ts'
import { makeSearchIndex } from '../../../electron/services/search/search-index.ts'
import { refillTicketSearch } from '../../../electron/storage/tickets/ticket-search.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

const FIRST_OF_LATE = 20_000
const LATE = 250
/** The first of the ten thousand latest numbers. */
const REACH = FIRST_OF_LATE + LATE - 10_000

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
  const call = await accepted(desk.sessions.nextCall({ sessionId: desk.session.id, reference: 'JD-77' }, desk.asker))
  const note = await desk.aNote('空调不制冷', { callId: call.id })
  await accepted(desk.tickets.open(desk.openWish([note.id], { title: '空调', priority: 1 }), desk.asker))
  // Many years later: 250 more of the kind, and as if as many as there are numbers had been opened between.
  desk.db.exec(`
    WITH RECURSIVE late (number) AS (SELECT ${FIRST_OF_LATE} UNION ALL SELECT number + 1 FROM late WHERE number < ${FIRST_OF_LATE + LATE - 1})
    INSERT INTO ticket (number, id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_at, due_at)
      SELECT late.number, printf('01990000-0000-7000-8000-%012d', late.number), CASE WHEN late.number % 10 = 0 THEN '空调吵' ELSE '空调' END,
        issue_type_id, limit_amount, limit_unit, 3, state, department, '赵', opened_at, due_at FROM late, ticket WHERE ticket.number = 1;
    UPDATE ticket_tally SET tickets = tickets + ${FIRST_OF_LATE} WHERE priority = 3`)
  refillTicketSearch(desk.db)
})
afterEach(() => desk.close())

const found = async (...asked: Parameters<typeof desk.list>) => {
  const { tickets, total, searchedFrom } = await desk.list(...asked)
  return { first: tickets[0]?.number, total, searchedFrom }
}

test('a word that many of the latest tickets hold is looked for in these, says so, and in all when asked', async () => {
  expect(await found({ text: '空调' })).toEqual({ first: FIRST_OF_LATE, total: LATE, searchedFrom: REACH })
  expect(await found({ text: '空调', searchedFrom: 0 })).toEqual({ first: 1, total: LATE + 1, searchedFrom: 0 })
  // What belongs to an answer is asked as far back as it was, also when others were opened since.
  expect(await found({ text: '空调', searchedFrom: REACH }, 'number', 9, 240)).toEqual({
    first: FIRST_OF_LATE + 240,
    total: LATE,
    searchedFrom: REACH,
  })
})

test('what the latest hold seldom or not at all, or what few tickets are left for, is looked for in all', async () => {
  expect(await found({ text: '空调吵' })).toEqual({ first: FIRST_OF_LATE, total: LATE / 10, searchedFrom: 0 })
  expect(await found({ text: '制冷' })).toEqual({ first: 1, total: 1, searchedFrom: 0 })
  expect(await found({ text: '空调', priorities: [1] })).toEqual({ first: 1, total: 1, searchedFrom: 0 })
})

test('a number and a reference are found however old', async () => {
  expect(await found({ text: 'JD-77' })).toEqual({ first: 1, total: 1, searchedFrom: 0 })
  for (const text of ['1', 'ES-000001']) expect((await found({ text, searchedFrom: REACH })).first, text).toBe(1)
})

test('the box for everything shows the newest and counts no further than it says', async () => {
  const { everywhere } = searchService(desk.parts, makeSearchIndex(desk.parts))
  const of = async (text: string) => (await accepted(everywhere({ text, limit: 2 }, desk.asker))).tickets
  const common = await of('空调')
  expect([common.hits.map(({ ticket }) => ticket.number), common.total]).toEqual([
    [FIRST_OF_LATE + LATE - 1, FIRST_OF_LATE + LATE - 2],
    200,
  ])
  const old = await of('制冷')
  expect([old.hits.map(({ ticket }) => ticket.number), old.total]).toEqual([[1], 1])
})
