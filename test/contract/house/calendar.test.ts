import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarService } from '../../../electron/services/house/calendar.ts'
import { openDeadlines } from '../../../electron/services/tickets/recounted.ts'
import type { SpecialDay } from '../../../shared/contract/house/calendar.ts'
import { datesOf } from '../../../shared/domain/house/calendar-days.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

// Friday 2026-09-18 09:00 in Shanghai. A coupon takes four hours, a delivery one working day, packaging fifteen.
let desk: Awaited<ReturnType<typeof someoneListening>>
let calendar: ReturnType<typeof calendarService>
beforeEach(async () => {
  desk = await someoneListening()
  calendar = calendarService(desk.parts, openDeadlines(desk.parts))
})
afterEach(() => desk.close())

const off = (date: string, zh = '公司活动'): SpecialDay => ({ date, kind: 'holiday', name: { zh, en: zh } })
const year = (number: number) => accepted(calendar.year({ year: number }, desk.asker))
const save = (number: number, days: SpecialDay[] | null, more: { toldMoves?: string; seenVersion?: number } = {}) =>
  calendar.save({ year: number, days, seenVersion: null, toldMoves: null, ...more }, desk.asker)
/** 2026 as it ships, and these days off as well. */
const with2026 = async (...dates: string[]) => [...(await year(2026)).days, ...dates.map((date) => off(date))]
const dueAt = async (ticketId: string) => (await accepted(desk.tickets.get({ ticketId }, desk.asker))).ticket.dueAt

test('a year that ships is shown with its days; one that nobody entered is missing', async () => {
  expect(await year(2026)).toMatchObject({ source: 'shipped', version: 0 })
  expect((await year(2026)).days).toHaveLength(39)
  expect(await year(2027)).toEqual({ year: 2027, days: [], source: 'missing', weekdays: [1, 2, 3, 4, 5], version: 0 })
})

test('once 2027 is entered, deadlines count its holidays and say no more that it is missing', async () => {
  desk.clock.set(shanghai('17:00', '2026-12-31'))
  const propose = () => accepted(desk.tickets.proposeDeadline({ issueTypeId: 'coupon', priority: 3 }, desk.asker))
  expect(await propose()).toMatchObject({ dueAt: shanghai('12:00', '2027-01-01'), unknownYears: [2027] })
  const saved = await accepted(save(2027, [off('2027-01-01', '元旦')]))
  expect(saved).toMatchObject({ source: 'entered', version: 1, movedCount: 0 })
  expect(await propose()).toMatchObject({ dueAt: shanghai('12:00', '2027-01-04'), unknownYears: [] })
  expect((await year(2027)).days).toEqual([off('2027-01-01', '元旦')])
})

test('a year without any special day can be entered too, and can be taken back to missing', async () => {
  await accepted(save(2027, []))
  expect(await year(2027)).toMatchObject({ source: 'entered', days: [] })
  await accepted(save(2027, null))
  expect(await year(2027)).toMatchObject({ source: 'missing', version: 2 })
})

describe('deadlines of open tickets', () => {
  test('are moved only once the person was told which', async () => {
    const open = await desk.aTicket({ issueTypeId: 'delivery' })
    expect(open.dueAt).toBe(shanghai('18:00'))
    const early = await desk.aTicket({ title: '今天就要', text: '券用不了' })
    const days = await with2026('2026-09-18')
    const asked = await refused(save(2026, days))
    expect(asked).toMatchObject({
      code: 'moves_deadlines',
      detail: {
        count: 2,
        lateCount: 0,
        moves: [
          { ticketId: early.id, number: 2, from: early.dueAt, isLate: false },
          { ticketId: open.id, from: shanghai('18:00'), to: shanghai('18:00', '2026-09-20'), isLate: false },
        ],
      },
    })
    expect([await year(2026), await dueAt(open.id)]).toMatchObject([{ version: 0 }, shanghai('18:00')])
    const { mark } = asked.detail as { mark: string }
    expect(await accepted(save(2026, days, { toldMoves: mark }))).toMatchObject({ movedCount: 2, version: 1 })
    expect(await dueAt(open.id)).toBe(shanghai('18:00', '2026-09-20'))
    const { events, deadline } = await accepted(desk.tickets.get({ ticketId: open.id }, desk.asker))
    expect(events.at(-1)).toMatchObject({
      what: 'recounted',
      actorName: '王敏',
      remark: '2026-09-18 18:00 → 2026-09-20 18:00',
    })
    expect(deadline.isOfThisCalendar).toBe(true)
    expect(deadline.blocks.at(-1)?.to).toBe(shanghai('18:00', '2026-09-20'))
  })

  test('another ticket opened meanwhile is told first, too', async () => {
    await desk.aTicket({ issueTypeId: 'delivery' })
    const days = await with2026('2026-09-18')
    const first = await refused(save(2026, days))
    await desk.aTicket({ issueTypeId: 'delivery', title: '又一张' })
    const again = await refused(save(2026, days, { toldMoves: (first.detail as { mark: string }).mark }))
    expect(again).toMatchObject({ code: 'moves_deadlines', detail: { count: 2 } })
  })

  test('one that is due earlier than now, because a day is worked after all, is told as overdue', async () => {
    desk.clock.set(shanghai('19:00', '2026-09-24'))
    const ticket = await desk.aTicket({ issueTypeId: 'delivery' })
    expect(ticket.dueAt).toBe(shanghai('18:00', '2026-09-28'))
    desk.clock.set(shanghai('08:00', '2026-09-26'))
    const worked = (await year(2026)).days.filter(({ date }) => date !== '2026-09-25')
    const moves = [{ ticketId: ticket.id, to: shanghai('18:00', '2026-09-25'), isLate: true }]
    expect(await refused(save(2026, worked))).toMatchObject({ detail: { count: 1, lateCount: 1, moves } })
  })

  test('a name alone, or a day that no open ticket counts, moves nothing and asks nothing', async () => {
    await desk.aTicket({ issueTypeId: 'delivery' })
    const renamed = (await year(2026)).days.map((day) => ({ ...day, name: { zh: '改名', en: 'renamed' } }))
    expect(await accepted(save(2026, renamed))).toMatchObject({ movedCount: 0 })
    expect(await accepted(save(2026, [...renamed, off('2026-12-25')]))).toMatchObject({ movedCount: 0 })
  })

  test('of a ticket that is done stay, and are not explained by a calendar that did not count them', async () => {
    const done = await desk.aTicket({ issueTypeId: 'delivery' })
    await accepted(desk.move(done.id, 'claim', { ownerName: '李强' }))
    await accepted(desk.move(done.id, 'resolve'))
    await accepted(save(2026, await with2026('2026-09-18')))
    expect(await dueAt(done.id)).toBe(done.dueAt)
    const { deadline } = await accepted(desk.tickets.get({ ticketId: done.id }, desk.asker))
    expect(deadline.isOfThisCalendar).toBe(false)
  })

  test('stay what the calendar says when an older change of the ticket is taken back', async () => {
    const ticket = await desk.aTicket({ issueTypeId: 'delivery' })
    const claimed = await accepted(desk.move(ticket.id, 'claim', { ownerName: '李强' }))
    const days = await with2026('2026-09-18')
    const { detail } = await refused(save(2026, days))
    await accepted(save(2026, days, { toldMoves: (detail as { mark: string }).mark }))
    const back = await accepted(desk.tickets.undo({ ticketId: ticket.id, eventId: claimed.eventId ?? '' }, desk.asker))
    expect(back).toMatchObject({ state: 'unclaimed', dueAt: shanghai('18:00', '2026-09-20') })
  })

  test('moved by the calendar, a fresh ticket can still be withdrawn: nobody touched it', async () => {
    const ticket = await desk.aTicket({ issueTypeId: 'delivery' })
    const days = await with2026('2026-09-18')
    const { detail } = await refused(save(2026, days))
    await accepted(save(2026, days, { toldMoves: (detail as { mark: string }).mark }))
    await accepted(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))
  })
})

describe('a year that is none is refused', () => {
  test.each([
    ['a day of another year', [off('2028-01-01')], 'date_of_another_year'],
    ['one day twice', [off('2027-01-01'), off('2027-01-01')], 'repeated_date'],
    [
      'hardly a day worked',
      datesOf(2027)
        .slice(0, 181)
        .map((date) => off(date)),
      'too_few_workdays',
    ],
  ])('%s', async (_name, days, code) => {
    expect(await refused(save(2027, days))).toMatchObject({ code })
    expect(await year(2027)).toMatchObject({ source: 'missing' })
  })
})
