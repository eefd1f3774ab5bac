import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TOLD_AT_ONCE } from '../../../electron/storage/exports/export-delivery.ts'
import { forgetLookedFor } from '../../../electron/storage/exports/forgotten-words.ts'
import { anExportHouse, type ExportHouse } from '../../builders/exports.ts'
import { notesOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

const TICKETS = 2 * TOLD_AT_ONCE + 1

let house: ExportHouse
beforeEach(async () => {
  house = await anExportHouse({}, {}, aTakingDrop)
  await house.aTicket()
  house.parts.db.exec(`WITH RECURSIVE step (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM step WHERE number < ${TICKETS})
    INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
    SELECT 'ticket-' || number, '券', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', opened_at, due_at FROM step, (SELECT opened_at, due_at FROM ticket LIMIT 1)`)
})
afterEach(() => house.close())

const told = () =>
  Number(house.parts.db.prepare("SELECT count(*) FROM ticket_event WHERE what = 'exported'").pluck().get())
const allTold = () => vi.waitFor(() => expect(told()).toBe(TICKETS), patience)

test('a note is saved while the tickets of a large file are being told of it', async () => {
  const notes = notesOf(house.parts)
  const session = await accepted(house.sessions.current({}, nobody))
  const call = await accepted(house.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }, nobody))
  const toldAtTheNote: number[] = []
  const { push } = house.events
  house.events.push = (event) => {
    if (event.kind === 'changed' && event.topics.includes('tickets') && toldAtTheNote.length === 0) {
      const wish = {
        noteId: v7(),
        callId: call.id,
        kind: 'voice',
        text: '还在吗',
        offsetMs: 1,
        issueTypeId: null,
      } as const
      notes.add(wish, nobody)
      toldAtTheNote.push(told())
    }
    return push.call(house.events, event)
  }
  await accepted(house.start())
  await allTold()
  expect(toldAtTheNote).toEqual([TOLD_AT_ONCE])
  expect(house.parts.db.prepare("SELECT count(*) FROM note WHERE text = '还在吗'").pluck().get()).toBe(1)
})

test('what was not told at the end of the program is told after the next start', async () => {
  await accepted(house.start())
  await allTold()
  house.parts.db.exec(`DELETE FROM ticket_event WHERE what = 'exported' AND ticket_id IN (SELECT id FROM ticket WHERE number > 700);
    UPDATE export_record SET told_tickets = 700`)
  await house.restart()
  await house.exports().begin()
  expect(told()).toBe(TICKETS)
})

/** The names under which tickets say that they went out, each once. */
const names = () =>
  house.parts.db
    .prepare("SELECT DISTINCT remark FROM ticket_event WHERE what = 'exported' ORDER BY remark")
    .pluck()
    .all()

test('the name of a large file is forgotten in the story of each of its tickets, bit by bit, also after a restart in between', async () => {
  const session = await accepted(house.sessions.current({}, nobody))
  const call = await accepted(house.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }, nobody))
  const [file] = await accepted(house.start({ scope: '匣子里的遗书', isNamed: true }))
  await allTold()
  expect(names()).toEqual([file?.fileName])
  await house.parts.engine.transact(() => forgetLookedFor(call.id, house.parts.clock.now()))
  const nameless = file?.fileName.replace('匣子里的遗书', '名称不再保留')
  await house.restart()
  await house.exports().begin()
  expect(names()).toEqual([nameless])
  expect(told()).toBe(TICKETS)
  const stored = JSON.stringify(house.parts.db.prepare('SELECT * FROM export_record').all())
  expect(stored).not.toContain('遗书')
})

test('a name that is forgotten while tickets are being told of the file is told to none of them any more', async () => {
  const session = await accepted(house.sessions.current({}, nobody))
  const call = await accepted(house.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }, nobody))
  const { push } = house.events
  let isForgotten = false
  house.events.push = (event) => {
    if (event.kind === 'changed' && event.topics.includes('tickets') && !isForgotten && told() === TOLD_AT_ONCE) {
      isForgotten = true
      void house.parts.engine.transact(() => forgetLookedFor(call.id, house.parts.clock.now()))
    }
    return push.call(house.events, event)
  }
  await accepted(house.start({ scope: '匣子里的遗书', isNamed: true }))
  await allTold()
  expect(isForgotten).toBe(true)
  expect(names()).toEqual([expect.stringContaining('名称不再保留')])
})

test('files with a whole archive in them are looked through one after the other: others get their turn between', async () => {
  const ticket = await house.aTicket('尿布尺码')
  await accepted(house.start({ selection: { by: 'ids', ticketIds: [ticket.id] } }))
  await house.allIn('delivered')
  const { db } = house.parts
  const ticketNumbers = [...Array.from({ length: 20_000 }, (_, index) => 1_000_000 + index), ticket.number]
  const columns = db
    .prepare(`SELECT name FROM pragma_table_info('export_record') WHERE name NOT IN ('id', 'selection_json')`)
    .pluck()
    .all()
    .join(', ')
  const insert = db.prepare(
    `INSERT INTO export_record (id, selection_json, ${columns}) SELECT ?, ?, ${columns} FROM export_record LIMIT 1`,
  )
  for (let file = 0; file < 9; file += 1) insert.run(v7(), JSON.stringify({ ticketNumbers }))
  let turns = 0
  const turn = () => {
    turns += 1
    immediate = setImmediate(turn)
  }
  let immediate = setImmediate(turn)
  const { total } = await accepted(house.exports().find({ text: '尿布尺码', limit: 3 }, nobody))
  clearImmediate(immediate)
  expect(total).toBe(10)
  expect(turns).toBeGreaterThanOrEqual(8)
})
