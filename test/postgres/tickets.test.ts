import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarService } from '../../electron/services/house/calendar.ts'
import { manyTicketsService } from '../../electron/services/tickets/many-tickets.ts'
import { openDeadlines } from '../../electron/services/tickets/recounted.ts'
import { openTicket } from '../../electron/services/tickets/ticket-opening.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { postgresText } from '../../electron/storage/engine/postgres-text.ts'
import { type Query, rows, write } from '../../electron/storage/engine/query.ts'
import { roomToChange } from '../../electron/storage/house/room.ts'
import { pageQuery } from '../../electron/storage/tickets/ticket-list.ts'
import { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import { someoneListening } from '../builders/listening.ts'
import { accepted, type Refused, refused } from '../builders/outcomes.ts'
import { waitingHere } from '../builders/waiting-locks.ts'

/** Two hubs on one database, each with connections of its own. */
let desk: Awaited<ReturnType<typeof someoneListening>>
let hubs: ReturnType<typeof aHub>[]
const aHub = () => {
  const engine = postgresEngine({ connectionString: desk.url, max: 8 })
  const parts = { ...desk.parts, engine }
  return {
    tickets: ticketsService(parts),
    many: manyTicketsService(parts),
    calendar: calendarService(parts, openDeadlines(parts)),
    close: () => engine.close(),
  }
}
beforeEach(async () => {
  desk = await someoneListening()
  hubs = [aHub(), aHub()]
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await desk.close()
})

const hubOf = (turn: number) => hubs[turn % hubs.length] ?? aHub()
const open = (noteId: string, turn: number) => hubOf(turn).tickets.open(desk.openWish([noteId]), desk.asker)
const aFewNotes = async (count: number) => {
  const noteIds: string[] = []
  for (let note = 0; note < count; note += 1) noteIds.push((await desk.aNote(`第${note}句`)).id)
  return noteIds
}

test('tickets opened at once at two hubs have numbers of their own, and are all counted', async () => {
  const opened = await Promise.all((await aFewNotes(16)).map((noteId, turn) => accepted(open(noteId, turn))))
  expect(new Set(opened.map(({ number }) => number)).size).toBe(16)
  // Each moves between two kinds while others are counted into them.
  await Promise.all(
    opened.map(({ id: ticketId }, turn) =>
      accepted(
        hubOf(turn + 1).tickets.move(
          { ticketId, seenVersion: null, action: 'claim', ownerName: '李强', remark: null },
          desk.asker,
        ),
      ),
    ),
  )
  const count = (state: 'unclaimed' | 'in_progress') => desk.list({ states: [state] }, 'number', 1)
  expect([(await count('unclaimed')).total, (await count('in_progress')).total]).toEqual([0, 16])
})

test('one voice counts once: of eight who open a ticket of it at once, one does, and the others are told its number', async () => {
  for (const noteId of await aFewNotes(4)) {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, turn) => open(noteId, turn)))
    const winner = answers.find((answer) => answer.ok)
    const losers = answers.filter((answer) => !answer.ok)
    expect(losers).toHaveLength(7)
    const detail = { ticketNumber: winner?.ok ? winner.value.number : 0 }
    for (const loser of losers) expect(loser).toMatchObject({ code: 'already_quoted', detail })
  }
  expect((await desk.list()).total).toBe(4)
})

/** Until it is over, or waits for what a transaction holds. */
function* until(isOver: () => boolean): Query<void> {
  while (!isOver() && (yield* waitingHere()) === 0) yield* rows('SELECT pg_sleep(0.02)')
}

test('a holiday entered while a ticket is being opened waits for it, and tells of its deadline', async () => {
  const [noteId = ''] = await aFewNotes(1)
  const shipped = await accepted(hubOf(0).calendar.year({ year: 2026 }, desk.asker))
  const holiday = { date: '2026-09-18', kind: 'holiday' as const, name: { zh: '公司活动', en: 'Company event' } }
  let saving: Promise<Refused> | null = null
  let isOver = false
  await desk.engine.transact(function* (): Query<void> {
    const opened = yield* openTicket(desk.parts, desk.openWish([noteId]), desk.asker)
    expect(opened.ok).toBe(true)
    const wish = { year: 2026, seenVersion: null, days: [...shipped.days, holiday], toldMoves: null }
    saving ??= refused(hubOf(1).calendar.save(wish, desk.asker)).finally(() => {
      isOver = true
    })
    yield* until(() => isOver)
  })
  expect(await saving).toMatchObject({ code: 'moves_deadlines', detail: { count: 1 } })
})

test('no ticket comes, goes or changes while the rules of the house are being changed', async () => {
  const [noteId = ''] = await aFewNotes(1)
  const { id: ticketId } = await desk.aTicket()
  const seen = { ticketId, seenVersion: null }
  const move = { action: 'claim', ownerName: '李强', remark: null } as const
  const { tickets, many } = hubOf(1)
  const changes = {
    open: () => open(noteId, 1),
    edit: () => tickets.edit({ ...desk.openWish([]), ...seen }, desk.asker),
    move: () => tickets.move({ ...seen, ...move }, desk.asker),
    undo: () => tickets.undo({ ticketId, eventId: ticketId }, desk.asker),
    withdraw: () => tickets.withdraw({ ticketId }, desk.asker),
    change: () => many.change({ tickets: [seen], change: { what: 'move', ...move } }, desk.asker),
    types: () => tickets.saveIssueTypes({ seenVersion: null, issueTypes: [] }, desk.asker),
  }
  const waited: string[] = []
  for (const [name, change] of Object.entries(changes)) {
    let isOver = false
    let changing: Promise<void> | null = null
    await desk.engine.transact(function* (): Query<void> {
      yield* roomToChange()
      changing ??= Promise.resolve(change()).then(() => {
        isOver = true
      })
      yield* until(() => isOver)
      // Asked in here: once this is committed the other may be done before its own end is heard of.
      if (!isOver) waited.push(name)
    })
    await changing
  }
  expect(waited).toEqual(Object.keys(changes))
})

const MANY_TICKETS = `INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
  SELECT 'id' || n, '差价', 'coupon', 2, 'days', 1 + n % 4, CASE WHEN n > 4995 THEN 'unclaimed' ELSE 'closed' END, '营销部', at, at
  FROM (SELECT n, '2026-01-01T00:00:00.' || lpad(CAST(n % 1000 AS text), 3, '0') || 'Z' AS at FROM generate_series(1, 5000) AS n) AS each`

test.each(['due_soonest', 'priority'] as const)(
  'few that are to be done are found among many that are done, %s',
  async (sort) => {
    const engine = postgresEngine({ connectionString: desk.url, max: 1 })
    try {
      await engine.transact(() => write(MANY_TICKETS, []))
      await engine.transact(() => write('ANALYZE ticket', []))
      const filter = TicketFilter.parse({ states: ['unclaimed', 'in_progress'], priorities: [1, 2] })
      const { sql, values } = pageQuery(filter, sort, desk.parts.clock.now(), 80, 0)
      const asked = postgresText(sql, values)
      const plan = await engine.read(() =>
        rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked?.text}`.replaceAll(/\$\d/g, '?'), values),
      )
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text).toContain('ticket_by_state')
      expect(text).not.toMatch(/ticket_by_(?:due|priority)/)
    } finally {
      await engine.close()
    }
  },
)
