import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingDraftsService } from '../../../electron/services/meetings/meeting-drafts.ts'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { bringBack, leaveToBringBack } from '../../../electron/team/bring-back.ts'
import { aDeskWithSomething } from '../../builders/bringing.ts'
import { accepted } from '../../builders/outcomes.ts'

/** A desk that worked alone, and its file as a member. */
let desk: Awaited<ReturnType<typeof aDeskWithSomething>>
beforeEach(async () => {
  desk = await aDeskWithSomething()
})
afterEach(() => desk.close())

async function aMeeting() {
  const { parts, call, clock, asker } = desk.alone
  const meetings = { ...meetingsService(parts), ...meetingDraftsService(parts) }
  const of = { callId: call.id, meetingId: clock.newId() }
  await accepted(meetings.start(of, asker))
  return { meetings, of, clock, asker }
}
const ends = () => desk.alone.sessions.end({ sessionId: desk.alone.session.id }, desk.alone.asker)

test('a line half typed for a meeting follows its session to this desk as a member, masked by today’s rules', async () => {
  const { meetings, of, clock, asker } = await aMeeting()
  const half = { draftId: clock.newId(), meetingId: of.meetingId, lineId: null, seenVersion: null, caret: 0 }
  await accepted(meetings.storeDraft({ ...half, text: '改退款页' }, asker))
  desk.alone.db.prepare('UPDATE meeting_draft SET text = ?, caret = 17').run('改退款页，电话 13812345678')
  await ends()
  await desk.looks()
  expect(await desk.brings()).toMatchObject({ stage: 'done' })
  const [line, ...others] = desk.db().prepare('SELECT id, meeting_id, text, caret FROM meeting_draft').all() as {
    text: string
    caret: number
  }[]
  expect(others).toEqual([])
  expect(line).toMatchObject({ id: half.draftId, meeting_id: of.meetingId })
  expect(line?.text).toMatch(/^改退款页，电话 138\*+5678$/)
  expect(line?.caret).toBeLessThanOrEqual(line?.text.length ?? 0)
})

test('who came and who does a line come along by their whole names, and whoever is told as a customer hidden', async () => {
  const { meetings, of, clock, asker } = await aMeeting()
  const line = { lineId: clock.newId(), text: '改退款页', ownerName: '李志强 采购部', dueOn: null }
  await accepted(meetings.addLine({ ...of, ...line } as never, asker))
  await accepted(meetings.setAttendees({ ...of, attendees: ['王小敏经理', '客户李建国'], seenVersion: null }, asker))
  await ends()
  await desk.looks()
  expect(await desk.brings()).toMatchObject({ stage: 'done' })
  expect(desk.hub.db.prepare('SELECT owner_name FROM meeting_line').all()).toEqual([{ owner_name: '李志强 采购部' }])
  expect(desk.hub.db.prepare('SELECT attendees_json FROM meeting').all()).toEqual([
    { attendees_json: '["王小敏经理","客户李*"]' },
  ])
})

test('a meeting that was closed as a member is closed at a desk that left, with what came of its lines; its tickets stay', async () => {
  const { meetings, of, clock, asker } = await aMeeting()
  const line = { lineId: clock.newId(), text: '改退款页', ownerName: '孙悦', dueOn: null }
  await accepted(meetings.addLine({ ...of, ...line } as never, asker))
  await ends()
  const [there, here] = [desk.alone.db, desk.db()]
  for (const sql of [
    `INSERT INTO meeting_close (id, meeting_id, closed_at, closed_by, ran_ms) VALUES ('close', '${of.meetingId}', '2026-09-18T02:00:00.000Z', NULL, 60000)`,
    `INSERT INTO meeting_outcome (line_id, close_id, what, ticket_id, ticket_version) VALUES ('${line.lineId}', 'close', 'decision', NULL, NULL)`,
  ])
    there.prepare(sql).run()
  // What was heard at `alone` stands for a member's file here, and the member's for the one of a desk that is alone.
  const folder = join(desk.alone.parts.dataFolder, 'elsewhere', 'team', 'hub')
  mkdirSync(folder, { recursive: true })
  there.prepare('VACUUM INTO ?').run(join(folder, 'earshot.db'))
  leaveToBringBack(folder)
  const log = desk.alone.parts.log
  const dataFolder = join(desk.alone.parts.dataFolder, 'elsewhere')
  for (const _ of [1, 2]) await bringBack({ dataFolder, db: here as never, log, emit: () => {} }).done
  expect(here.prepare('SELECT id, ran_ms FROM meeting_close').all()).toEqual([{ id: 'close', ran_ms: 60_000 }])
  expect(here.prepare('SELECT line_id, what, ticket_id FROM meeting_outcome').all()).toEqual([
    { line_id: line.lineId, what: 'decision', ticket_id: null },
  ])
})
