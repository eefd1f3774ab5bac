import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarService } from '../../../electron/services/house/calendar.ts'
import { openDeadlines } from '../../../electron/services/tickets/recounted.ts'
import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

// In turns of this process, which the desk's own file alone takes part in.
let desk: Awaited<ReturnType<typeof someoneListening>>
let calendar: ReturnType<typeof calendarService>
beforeEach(async () => {
  desk = await someoneListening()
  calendar = calendarService(desk.parts, openDeadlines(desk.parts))
})
afterEach(() => desk.close())

const OTHERS = `title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_by, opened_at, due_at,
  answer_by, paused_at, paused_working_ms, closed_at`
const COLUMNS = `id, ${OTHERS}`

const year = (number: number) => accepted(calendar.year({ year: number }, desk.asker))
const save = (number: number, days: SpecialDay[] | null, more: { toldMoves?: string } = {}) =>
  calendar.save({ year: number, days, seenVersion: null, toldMoves: null, ...more }, desk.asker)
/** 2026 as it ships, and this day off as well. */
const with2026 = async (date: string): Promise<SpecialDay[]> => [
  ...(await year(2026)).days,
  { date, kind: 'holiday', name: { zh: '公司活动', en: 'Company event' } },
]
const dueAt = async (ticketId: string) => (await accepted(desk.tickets.get({ ticketId }, desk.asker))).ticket.dueAt

/** So many that they are counted in more than one turn. */
const manyTickets = async () => {
  const { id } = await desk.aTicket({ issueTypeId: 'delivery' })
  desk.parts.db.exec(`WITH RECURSIVE counted (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counted WHERE number < 999)
    INSERT INTO ticket (${COLUMNS}) SELECT printf('%s-%03d', id, counted.number), ${OTHERS} FROM ticket, counted`)
  return id
}

test('deadlines of a thousand tickets are counted while others are answered; what changes meanwhile is told, too', async () => {
  const claimed = await manyTickets()
  const days = await with2026('2026-09-18')
  const order: string[] = []
  const saving = refused(save(2026, days)).finally(() => order.push('told'))
  await setImmediate()
  await accepted(desk.move(claimed, 'claim', { ownerName: '李强' }))
  const fresh = await desk.aTicket({ issueTypeId: 'delivery', title: '又一张' })
  order.push('answered')
  const asked = await saving
  expect(order).toEqual(['answered', 'told'])
  expect(asked).toMatchObject({ code: 'moves_deadlines', detail: { count: 1_001 } })
  expect((await year(2026)).version).toBe(0)
  const { mark } = asked.detail as { mark: string }
  expect(await accepted(save(2026, days, { toldMoves: mark }))).toMatchObject({ movedCount: 1_001 })
  expect(await dueAt(fresh.id)).toBe(shanghai('18:00', '2026-09-20'))
})

test('they are counted in one go where tickets change all the time', async () => {
  const claimed = await manyTickets()
  let isOver = false
  const changing = (async () => {
    while (!isOver) {
      desk.parts.db.prepare('UPDATE ticket SET version = version + 1 WHERE id = ?').run(claimed)
      await setImmediate()
    }
  })()
  expect(await refused(save(2026, await with2026('2026-09-18')))).toMatchObject({ detail: { count: 1_000 } })
  isOver = true
  await changing
})
