import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendarService } from '../../../electron/services/house/calendar.ts'
import { openDeadlines } from '../../../electron/services/tickets/recounted.ts'
import { appendTicketEvent } from '../../../electron/storage/tickets/ticket-events.ts'
import { numbersHolding } from '../../../electron/storage/tickets/ticket-words.ts'
import { aMeeting } from '../../builders/meetings.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aMeeting>>
beforeEach(async () => {
  desk = await aMeeting()
})
afterEach(() => desk.close())

/** One line closed into one ticket. */
async function closed(said: { dueOn?: string } = {}) {
  const closeId = desk.clock.newId()
  const lineId = await desk.line('改退款页文案', { ownerName: '李雷', ...said })
  const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])], closeId))
  const reopen = () => desk.meetings.reopen({ ...desk.of, closeId }, desk.asker)
  return { ticketId: opened[0]?.ticket.id ?? '', reopen }
}

test('a line whose words somebody quotes in the middle of the closing leaves nothing half done, and all is there to be closed again', async () => {
  const [one, two] = [await desk.line('改文案'), await desk.line('补差价')]
  const wish = [desk.asTicket(one, [desk.first.id]), desk.asTicket(two, [desk.second.id])]
  // As soon as the first ticket quotes, the words of the second line are taken.
  desk.db.exec(`CREATE TRIGGER meanwhile AFTER INSERT ON ticket_quote WHEN NEW.note_id = '${desk.first.id}'
    BEGIN INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES (NEW.ticket_id, '${desk.second.id}', 9); END`)
  expect(await refused(desk.conclude(wish))).toMatchObject({
    ...{ code: 'lines_refused', detail: { lines: [{ lineId: two, why: 'quoted' }] } },
  })
  expect(await desk.list()).toHaveProperty('total', 0)
  expect(await desk.ofCall()).toMatchObject({ closedAt: null, lines: [{ outcome: null }, { outcome: null }] })
  desk.db.exec('DROP TRIGGER meanwhile')
  const { opened } = await accepted(desk.conclude(wish))
  expect(opened.map(({ ticket }) => ticket.title)).toEqual(['改文案', '补差价'])
})

test('a ticket of an English line is called by its whole sentence, and who does it', async () => {
  const lineId = await desk.line('sends a new box', { ownerName: 'Ann' })
  const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])]))
  expect(opened.map(({ ticket }) => [ticket.title, ticket.ownerName])).toEqual([['Ann sends a new box', 'Ann']])
})

test('a ticket mixes no name of one writing with words of another', async () => {
  const lineId = await desk.line('SKU-123 send again', { ownerName: '王敏' })
  const { opened } = await accepted(desk.conclude([desk.asTicket(lineId, [desk.first.id])]))
  expect(opened.map(({ ticket }) => [ticket.title, ticket.ownerName])).toEqual([['SKU-123 send again', '王敏']])
})

test('is not taken back once a ticket of it went out in a file', async () => {
  const { ticketId, reopen } = await closed()
  const nothing = { actorName: '王敏', action: null, from: null, to: null, undoesEventId: null, before: null }
  const event = { ...nothing, id: desk.clock.newId(), at: desk.clock.now(), what: 'exported', remark: 'a.csv' } as const
  await desk.engine.transact(() => appendTicketEvent(ticketId, event))
  expect(await refused(reopen())).toMatchObject({ code: 'already_touched', detail: { ticketNumber: 1 } })
  expect(await desk.list()).toHaveProperty('total', 1)
})

test('taken back, its tickets are found by no word of theirs, and the words may be quoted again', async () => {
  const { reopen } = await closed()
  const found = async () => [...(await desk.engine.read(() => numbersHolding('改退款页')))]
  expect(await found()).toEqual([1])
  await accepted(reopen())
  expect(await found()).toEqual([])
  expect((await desk.list({ text: '降价' })).total).toBe(0)
  const again = await accepted(desk.tickets.open(desk.openWish([desk.first.id]), desk.asker))
  expect((await desk.list({ text: '降价' })).tickets.map(({ id }) => id)).toEqual([again.id])
})

test('a day that people agreed on stays, though the calendar makes it a holiday', async () => {
  const { ticketId } = await closed({ dueOn: '2026-09-23' })
  const calendar = calendarService(desk.parts, openDeadlines(desk.parts))
  const { days } = await accepted(calendar.year({ year: 2026 }, desk.asker))
  const off = { date: '2026-09-23', kind: 'holiday', name: { zh: '停电', en: 'No power' } } as const
  const saved = await accepted(
    calendar.save({ year: 2026, days: [...days, off], seenVersion: null, toldMoves: null }, desk.asker),
  )
  expect(saved.movedCount).toBe(0)
  const { ticket } = await accepted(desk.tickets.get({ ticketId }, desk.asker))
  expect(ticket.dueAt).toBe(shanghai('18:00', '2026-09-23'))
})

test('a quoted note that became praise counts for none of the ticket’s quotes', async () => {
  const ticket = await accepted(desk.tickets.open(desk.openWish([desk.first.id, desk.second.id]), desk.asker))
  const praise = {
    noteId: desk.second.id,
    kind: 'praise',
    text: '很耐心',
    issueTypeId: null,
    seenVersion: null,
  } as const
  await accepted(desk.notes.edit(praise, desk.asker))
  expect((await desk.list()).tickets).toMatchObject([{ id: ticket.id, quoteCount: 1 }])
})
