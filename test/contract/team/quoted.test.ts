import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { searchAgrees } from '../../../electron/storage/tickets/ticket-search.ts'
import { talliesAgree } from '../../../electron/storage/tickets/ticket-tally.ts'
import { keepQuotes, type Quoted } from '../../../electron/team/quoted.ts'
import { Note } from '../../../shared/contract/listening/notes.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { aMember } from '../../builders/member.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

const deadline = {
  ...{ limit: { amount: 4, unit: 'hours' }, agreedAt: null },
  ...{ blocks: [], unknownYears: [], isOfThisCalendar: true },
}

let desk: Awaited<ReturnType<typeof aMember>>
let quoted: Quoted
beforeEach(async () => {
  desk = await aMember()
  quoted = keepQuotes({ ...desk.parts, link: desk.hub.link, restMs: 1 })
})
afterEach(async () => {
  await quoted.close()
  await desk.close()
})

const ticketOf = (change: Partial<Ticket> = {}): Ticket => ({
  ...{ id: desk.clock.newId(), number: 41_207, title: '降价补差没有人告诉过我', issueTypeId: 'coupon', priority: 3 },
  ...{ state: 'unclaimed', department: '营销部', ownerName: null, openedAt: desk.clock.now(), dueAt: desk.clock.now() },
  ...{ answerBy: null, pausedAt: null, pausedWorkingMs: 0, closedAt: null, quoteCount: 1, version: 0, ...change },
})
const remove = (noteId: string) => desk.notes.remove({ noteId, seenVersion: null }, desk.asker)
/** What the hub says of the notes of this session, and of its tickets. */
const hubSays = (notes: Note[], tickets: Ticket[]) =>
  desk.hub.answers((call, input) => {
    if (call === 'notes.ofSession') return { ok: true, value: notes }
    const ticket = tickets.find(({ id }) => id === (input as { ticketId: string }).ticketId)
    const detail = { quotes: [], events: [], actions: [], deadline }
    return ticket === undefined
      ? { ok: false, code: 'not_found', detail: {} }
      : { ok: true, value: { ticket, ...detail } }
  })

test('a note of a session that goes on stays as long as a ticket of the hub quotes it', async () => {
  const note = await desk.aNote('上周买的今天降价了')
  const ticket = ticketOf()
  quoted.noticed('tickets.open', { noteIds: [note.id] }, ticket)
  expect(await refused(remove(note.id))).toEqual({ ok: false, code: 'quoted', detail: { ticketNumber: 41_207 } })
  expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toMatchObject([
    { ticketId: ticket.id },
  ])
  const edit = { noteId: note.id, seenVersion: null, kind: 'view' as const, text: note.text, issueTypeId: null }
  expect(await refused(desk.notes.edit(edit, desk.asker))).toMatchObject({ code: 'last_voice' })

  quoted.noticed('tickets.withdraw', { ticketId: ticket.id }, { ...ticket, quoteCount: 0 })
  await accepted(remove(note.id))
  expect([searchAgrees(desk.db), talliesAgree(desk.db)]).toEqual([true, true])
})

test('a ticket whose opening was never answered is found when the hub is back', async () => {
  const [note, other] = [await desk.aNote('上周买的今天降价了'), await desk.aNote('尿布换号')]
  const ticket = ticketOf()
  hubSays(
    [{ ...note, ticketId: ticket.id }, other].map((each) => Note.parse(each)),
    [ticket],
  )
  desk.hub.comesBack()
  await quoted.catchUp()
  expect(await refused(remove(note.id))).toMatchObject({ code: 'quoted', detail: { ticketNumber: 41_207 } })
  await accepted(remove(other.id))
})

test('what changes at the hub while it is asked for is asked for once more', async () => {
  const note = await desk.aNote('上周买的今天降价了')
  const ticket = ticketOf()
  let asked = 0
  desk.hub.answers((call) => {
    if (call === 'tickets.get') return { ok: true, value: { ticket, quotes: [], events: [], actions: [], deadline } }
    asked += 1
    const value = [Note.parse({ ...note, ticketId: asked === 1 ? null : ticket.id })]
    // Told while the answer that does not hold it is on its way.
    if (asked === 1) void quoted.catchUp()
    return { ok: true, value }
  })
  desk.hub.comesBack()
  await quoted.catchUp()
  expect(await refused(remove(note.id))).toMatchObject({ code: 'quoted', detail: { ticketNumber: 41_207 } })
})

test('a hub of another contract is not asked: it refuses every question', async () => {
  await desk.aNote('上周买的今天降价了')
  let asked = 0
  desk.hub.answers(() => {
    asked += 1
    return { ok: false, code: 'other_version', detail: { isDeskOlder: false } }
  })
  desk.hub.comesBack({ contract: 0 })
  await quoted.catchUp()
  expect(asked).toBe(0)
  desk.hub.goesAway()
  desk.hub.comesBack()
  await quoted.catchUp()
  expect(asked).toBeGreaterThan(0)
})

test('a ticket that somebody else withdrew sets its notes free here', async () => {
  const note = await desk.aNote('上周买的今天降价了')
  quoted.noticed('tickets.open', { noteIds: [note.id] }, ticketOf())
  hubSays([note], [])
  desk.hub.comesBack()
  await quoted.catchUp()
  await accepted(remove(note.id))
})

test('of notes that are not up yet the hub says nothing, and what is known here stays', async () => {
  const note = await desk.aNote('上周买的今天降价了')
  quoted.noticed('tickets.open', { noteIds: [note.id] }, ticketOf())
  hubSays([], [])
  desk.hub.comesBack()
  await quoted.catchUp()
  expect(await refused(remove(note.id))).toMatchObject({ code: 'quoted' })
})

test('an earlier closing of a meeting whose answer was lost does not spoil the answer of a later one', async () => {
  const meetings = meetingsService(desk.parts)
  const of = { callId: desk.call.id, meetingId: desk.clock.newId() }
  const running = await accepted(meetings.start(of, desk.asker))
  const line = { ...of, lineId: desk.clock.newId(), draftId: null, ownerName: null, text: '改文案', dueOn: null }
  await accepted(meetings.addLine(line, desk.asker))
  const { id, number, state, dueAt } = ticketOf()
  const outcome = { what: 'ticket' as const, ticket: { id, number, state, dueAt } }
  const done = { id: line.lineId, ownerName: null, text: line.text, dueOn: null, version: 0, outcome }
  const closed = { closedAt: desk.clock.now(), closeId: desk.clock.newId(), ranMs: 60_000 }
  const answer = { meeting: { ...running, ...closed, lines: [done] }, opened: [] }
  quoted.noticed('meetings.close', { ...of, closeId: closed.closeId }, answer)
  expect(await accepted(meetings.ofCall(of, desk.asker))).toMatchObject({
    ...{ ...closed, lines: [{ outcome: { what: 'ticket', ticket: null } }] },
  })
})
