import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hubRetention } from '../../electron/compose/hub-retention.ts'
import { deleteDue } from '../../electron/services/retention/deleting.ts'
import { retentionService } from '../../electron/services/retention/retention.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import type { PostgresEngine } from '../../electron/storage/engine/postgres.ts'
import { storeConversation } from '../../electron/storage/listening/conversations.ts'
import { aForgettingMember } from '../builders/forgetting-member.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { rulesOf } from '../builders/retention-rules.ts'
import { nobody } from '../builders/seats.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** A real hub on a real PostgreSQL, and a desk with a file of its own on a real socket. */
type Watched = Awaited<ReturnType<typeof aWatchedHub>>
let house: Watched['house']
let hub: Watched['hub']
let database: Watched['database']
let ends: Watched['ends']
let close: Watched['close']
let caughtUp: Watched['caughtUp']
beforeEach(async () => {
  ;({ house, hub, database, ends, close, caughtUp } = await aWatchedHub())
})
afterEach(() => close())

const retentionOf = async (days: Parameters<typeof rulesOf>[0]) => {
  const retention = retentionService(house.parts)
  await accepted(retention.saveRules({ rules: rulesOf(days), isUnderstood: true, seenVersion: null }, nobody))
  return retention
}
const WORD = '紫檀木匣子'

async function aDesk() {
  const desk = await aForgettingMember(hub, house)
  ends.push(desk.close)
  return desk
}

/** It tells of everything once more, as from a copy that was restored. */
async function tellsAgain(desk: Awaited<ReturnType<typeof aDesk>>) {
  desk.db.exec('DROP TABLE journal; DELETE FROM handed_over')
  for (const name of desk.db.prepare('SELECT name FROM sqlite_temp_schema').pluck().all() as string[])
    desk.db.exec(`DROP TRIGGER ${name}`)
  desk.belongs()
  const again = desk.connects()
  await vi.waitFor(() => expect(again.uploader.progress().rows).toBe(0), patience)
  await again.disconnects()
}

test('a desk that was sent away brings what no hub ever heard when it is back, however late, and nothing of what went', async () => {
  const desk = await aDesk()
  const { sessionId, callId, end } = await desk.aSession(WORD)
  await retentionOf({ notes: 30 })
  const changed = { noteId: desk.clock.newId(), callId, kind: 'voice', issueTypeId: null, offsetMs: 7 } as const
  await accepted(desk.notes.add({ ...changed, text: `${WORD}，后来改了` }, desk.asker))
  const first = desk.connects()
  await vi.waitFor(() => expect(first.uploader.progress().rows).toBe(0), patience)
  await first.disconnects()
  await first.mirror.close()
  await desk.daysPass(1)
  const noteId = desk.clock.newId()
  await accepted(
    desk.notes.add({ noteId, callId, kind: 'voice', issueTypeId: null, offsetMs: 9, text: '从未上去的话' }, desk.asker),
  )
  await accepted(desk.notes.edit({ ...changed, text: '改成从未上去的话', seenVersion: null }, desk.asker))
  const lines = [{ atMs: 0, speaker: 'customer' as const, text: '从未上去的录音' }]
  const talk = { title: 'a.srt', pace: 'recorded' as const, lines }
  await desk.parts.engine.transact(() => storeConversation({ callId, ...talk }))
  const { id: nextCall } = await accepted(
    desk.sessions.nextCall({ sessionId, reference: '从未上去的单号' }, desk.asker),
  )
  await end()
  // Its desk was sent away; somebody at the hub ended the session and so took it over.
  await database.query('UPDATE session SET ended_at = $1, handed_over_at = $1', [house.clock.now()])
  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  const again = desk.connects()
  await vi.waitFor(() => expect(again.uploader.progress().rows).toBe(0), patience)
  await caughtUp(again.mirror)
  await desk.words.run()
  // They are new here, whenever they were heard.
  await desk.daysPass(3)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(0)
  const hubHas = async (sql: string) => (await database.query(sql)).rows
  expect(await hubHas('SELECT text FROM note ORDER BY offset_ms')).toEqual([
    { text: '改成从未上去的话' },
    { text: '从未上去的话' },
  ])
  // Not what it said before, which this hub knew.
  expect(await hubHas('SELECT what, before_json AS before FROM note_event ORDER BY at, note_id, what')).toEqual([
    { what: 'edited', before: null },
    { what: 'added', before: null },
  ])
  expect(await hubHas('SELECT id, reference FROM call ORDER BY number')).toEqual([
    { id: callId, reference: null },
    { id: nextCall, reference: '从未上去的单号' },
  ])
  expect(await hubHas('SELECT lines_json AS lines FROM conversation')).toEqual([{ lines: talk.lines }])
  expect(await hubHas('SELECT view::int, voice::int FROM words_gone')).toEqual([{ view: 1, voice: 0 }])
})

test('what a note said before that a ticket quotes went with the rest, and no desk that is put back from a copy brings it again', async () => {
  const desk = await aDesk()
  const { sessionId, callId, end } = await desk.aSession(WORD)
  const voice = { noteId: desk.clock.newId(), callId, kind: 'voice', issueTypeId: null, offsetMs: 7 } as const
  await accepted(desk.notes.add({ ...voice, text: WORD }, desk.asker))
  // No ticket quotes it.
  await accepted(desk.sessions.nextCall({ sessionId, reference: WORD }, desk.asker))
  await end()
  await retentionOf({ notes: 30 })
  const first = desk.connects()
  await vi.waitFor(() => expect(first.uploader.progress().rows).toBe(0), patience)
  await first.disconnects()
  const noteIds = desk.db.prepare('SELECT id FROM note').pluck().all() as string[]
  const wish = { title: '没人管', issueTypeId: 'coupon', priority: 3 as const, department: '营销部', noteIds }
  await accepted(ticketsService(house.parts).open(wish, nobody))
  const earlier = async () => (await database.query('SELECT id FROM note_event WHERE before_json IS NOT NULL')).rows
  expect(await earlier()).toHaveLength(1)
  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  expect(await earlier()).toEqual([])
  await tellsAgain(desk)
  expect(await earlier()).toEqual([])
  expect((await database.query('SELECT id FROM note')).rows).toHaveLength(2)
})

test('what is half done in a session that somebody keeps stays at its desk, and goes when it is let go', async () => {
  const desk = await aDesk()
  const { sessionId, callId, end } = await desk.aSession(WORD)
  const draft = {
    draftId: callId,
    callId,
    noteId: null,
    kind: 'voice',
    caret: 1,
    offsetMs: 0,
    issueTypeId: null,
  } as const
  await accepted(desk.notes.storeDraft({ ...draft, text: '写到一半', seenVersion: null }, desk.asker))
  await end()
  const retention = await retentionOf({ drafts: 20 })
  const { uploader, mirror } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await accepted(retention.keep({ sessionId, reason: '仲裁', until: null }, nobody))
  await desk.daysPass(40)
  await caughtUp(mirror)
  await desk.words.run()
  expect(desk.db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(1)
  await accepted(retention.letGo({ sessionId }, nobody))
  await caughtUp(mirror)
  await desk.words.run()
  expect(desk.db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0)
})

test('of a desk that was sent away and does not come back words go, too: after a week for it to do so, and the days of the rule', async () => {
  const desk = await aDesk()
  const ended = await desk.aSession(WORD)
  await ended.end()
  const { sessionId } = await desk.aSession(WORD)
  await retentionOf({ notes: 30 })
  const { uploader, disconnects } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await disconnects()
  // All but its last row came up.
  await database.query('UPDATE session SET handed_over_at = NULL')
  await desk.daysPass(100)
  const log = { info: () => {}, warn: () => {}, error: (told: string) => expect(told).toBe('') }
  const retention = hubRetention({ ...house.parts, engine: house.engine as PostgresEngine, log, changed: () => {} })
  ends.push(retention.stop)
  const session = async () =>
    (await database.query('SELECT ended_at AS ended, handed_over_at AS up FROM session WHERE id = $1', [sessionId]))
      .rows[0]
  const notes = async () => (await database.query('SELECT id FROM note')).rows.length
  // It goes on somewhere, for all that is known.
  await retention.run()
  expect(await session()).toEqual({ ended: null, up: null })
  await hub.own('desks.revoke', { deskId: desk.deskId })
  await desk.daysPass(6)
  await retention.run()
  expect(await session()).toEqual({ ended: null, up: null })
  await desk.daysPass(2)
  await retention.run()
  const heardAt = desk.db.prepare('SELECT max(created_at) FROM note').pluck().get()
  expect(await session()).toEqual({ ended: heardAt, up: house.clock.now() })
  await desk.daysPass(30)
  await retention.run()
  expect(await notes()).toBe(2)
  await desk.daysPass(1)
  await retention.run()
  expect(await notes()).toBe(0)
})

test('what was said at a meeting goes at the hub; no desk brings it back that was sent away, and what was changed there once, and no hub ever heard, comes', async () => {
  const desk = await aDesk()
  const { callId, end } = await desk.aSession(WORD)
  await accepted(desk.sessions.endCall({ callId }, desk.asker))
  const of = { callId, meetingId: desk.clock.newId() }
  await accepted(desk.meetings.start(of, desk.asker))
  const [stays, changes] = [desk.clock.newId(), desk.clock.newId()]
  const line = { draftId: null, ownerName: '李雷', dueOn: null }
  for (const lineId of [stays, changes])
    await accepted(desk.meetings.addLine({ ...of, lineId, ...line, text: `说的是${WORD}` }, desk.asker))
  await accepted(desk.meetings.setAttendees({ ...of, seenVersion: null, attendees: [WORD] }, desk.asker))
  const first = desk.connects()
  await vi.waitFor(() => expect(first.uploader.progress().rows).toBe(0), patience)
  await first.disconnects()
  await first.mirror.close()
  const change = { ...of, lineId: changes, ...line, seenVersion: 0, text: '改成从未上去的话' }
  await accepted(desk.meetings.editLine(change, desk.asker))
  const never = { ...of, lineId: desk.clock.newId(), ...line, text: '从未上去的一行' }
  await accepted(desk.meetings.addLine(never, desk.asker))
  await end()
  await database.query('UPDATE session SET ended_at = $1, handed_over_at = $1', [house.clock.now()])
  await retentionOf({ notes: 30 })
  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  const hubSays = async () =>
    (
      await database.query(
        `SELECT text, owner_name AS owner FROM meeting_line UNION ALL SELECT attendees_json::text, NULL FROM meeting ORDER BY 1`,
      )
    ).rows
  expect(await hubSays()).toEqual([
    { text: '[]', owner: null },
    { text: '—', owner: null },
    { text: '—', owner: null },
  ])
  for (const _ of ['once', 'twice']) await tellsAgain(desk)
  const came = [
    { text: '[]', owner: null },
    { text: '—', owner: null },
    { text: '从未上去的一行', owner: '李雷' },
    { text: '改成从未上去的话', owner: '李雷' },
  ]
  expect(await hubSays()).toEqual(came)
  // They are new at the hub, and as old as they are there.
  await desk.daysPass(20)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(0)
  expect(await hubSays()).toEqual(came)
  await desk.daysPass(20)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
})
