import { existsSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { deleteDue } from '../../electron/services/retention/deleting.ts'
import { retentionService } from '../../electron/services/retention/retention.ts'
import { attachConversation, takeConversation } from '../../electron/storage/listening/conversations.ts'
import { bytesOf } from '../builders/bytes-of.ts'
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

const WORD = '紫檀木匣子'

async function aDesk() {
  const desk = await aForgettingMember(hub, house)
  ends.push(desk.close)
  const holdsWord = () =>
    ['', '-wal'].some(
      (suffix) =>
        existsSync(desk.parts.databasePath + suffix) && bytesOf(desk.parts.databasePath + suffix).includes(WORD),
    )
  return { ...desk, holdsWord }
}
const hubHolds = async () => {
  const told = ['note', 'note_event', 'call'].map(
    (name) => `SELECT 1 FROM ${name} AS held WHERE held::text LIKE '%${WORD}%'`,
  )
  return (await database.query(told.join(' UNION ALL '))).rows.length
}

test('what the hub deleted goes at its desk, too, told of nothing; a desk that was restored brings nothing back; what has not gone up stays', async () => {
  const desk = await aDesk()
  const { sessionId, end } = await desk.aSession(WORD)
  const retention = retentionService(house.parts)
  await accepted(retention.saveRules({ rules: rulesOf({ notes: 30 }), isUnderstood: true, seenVersion: null }, nobody))
  const { uploader, mirror, disconnects } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  // It goes on at its desk: however old it is, nothing of it goes.
  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(0)
  await end()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await desk.daysPass(40)
  expect(await hubHolds()).toBeGreaterThan(2)
  // As long as it is its desk's, too.
  const handedOver = (at: string | null) => database.query('UPDATE session SET handed_over_at = $1', [at])
  await handedOver(null)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(0)
  await handedOver(desk.clock.now())
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  expect(await hubHolds()).toBe(0)
  await disconnects()

  // The desk alone decides nothing, and the hub has not told it yet.
  const late = await desk.aSession(`${WORD}又来了`)
  await late.end()
  await desk.words.run()
  expect(desk.db.prepare('SELECT count(*) FROM note WHERE text LIKE ?').pluck().get(`%${WORD}%`)).toBe(2)

  // As from a copy that was restored: all of it is told once more.
  desk.db.exec('DROP TABLE journal; DELETE FROM handed_over')
  for (const name of desk.db.prepare('SELECT name FROM sqlite_temp_schema').pluck().all() as string[])
    desk.db.exec(`DROP TRIGGER ${name}`)
  desk.belongs()
  const again = desk.connects()
  await vi.waitFor(() => expect(again.uploader.progress().rows).toBe(0), patience)
  expect((await database.query('SELECT call.session_id FROM note JOIN call ON call.id = note.call_id')).rows).toEqual([
    { session_id: late.sessionId },
  ])
  await caughtUp(again.mirror)
  await mirror.close()
  await desk.words.run()
  expect(desk.db.prepare('SELECT text FROM note').pluck().all()).toEqual([`${WORD}又来了，改过`])
  expect(desk.db.prepare('SELECT id FROM call WHERE reference IS NOT NULL').pluck().all()).toEqual([late.callId])
  expect(desk.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(0)
  expect((await accepted(desk.sessions.get({ sessionId }, nobody))).noteCount).toBe(1)

  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  await caughtUp(again.mirror)
  await again.disconnects()
  // Something of it is entered that the hub does not know.
  desk.db.prepare('UPDATE call SET reference = reference WHERE id = ?').run(late.callId)
  await desk.words.run()
  expect(desk.holdsWord()).toBe(true)
  const last = desk.connects()
  await vi.waitFor(() => expect(last.uploader.progress().rows).toBe(0), patience)
  await desk.words.run()
  expect(desk.holdsWord()).toBe(false)
  expect(await hubHolds()).toBe(0)
})

test('a desk that has a note of it half done lets go once that is finished or has gone', async () => {
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
  const rules = { ...rulesOf({ notes: 30, drafts: 60 }) }
  await accepted(retentionService(house.parts).saveRules({ rules, isUnderstood: true, seenVersion: null }, nobody))
  const { uploader, mirror } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await desk.daysPass(40)
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  await caughtUp(mirror)
  await desk.words.run()
  expect(await accepted(desk.notes.halfDone({}, nobody))).toHaveLength(1)
  expect(desk.holdsWord()).toBe(true)
  // By the hub's rule for what is half done, which the desk has a copy of.
  await desk.daysPass(40)
  const wish = { bookingId: null, listenerId: null, purpose: 'listen' } as const
  const { id: empty } = await accepted(desk.sessions.start(wish, desk.asker))
  await accepted(desk.sessions.end({ sessionId: empty }, desk.asker))
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await desk.words.run()
  expect(await accepted(desk.notes.halfDone({}, nobody))).toEqual([])
  expect(desk.holdsWord()).toBe(false)
  expect((await accepted(desk.sessions.get({ sessionId }, nobody))).noteCount).toBe(1)
})

test('a conversation that somebody took from its call at the hub goes at the desk that heard it, told of nothing; what the desk alone says stays', async () => {
  const desk = await aDesk()
  const { callId, end } = await desk.aSession('写完的')
  const lines = [{ atMs: 0, speaker: 'customer' as const, text: WORD }]
  const conversation = { title: 'a.srt', pace: 'recorded', lines } as const
  await desk.parts.engine.transact(() => attachConversation({ ...conversation, callId, lines }))
  const { uploader, mirror } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await end()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const held = () => desk.db.prepare('SELECT call_id FROM conversation').pluck().all()
  const taken = () => desk.db.prepare('SELECT call_id FROM conversation_taken').pluck().all()
  const atHub = conversationsService(house.parts)
  await accepted(atHub.detach({ callId }, nobody))
  await caughtUp(mirror)
  expect([held(), taken()]).toEqual([[], [callId]])
  expect(desk.db.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(0)
  await desk.words.run()
  expect(desk.holdsWord()).toBe(false)
  await house.engine.transact(() => attachConversation({ ...conversation, callId, lines }))
  await caughtUp(mirror)
  expect(taken()).toEqual([])

  // Of what is not handed over the desk alone says so, though the hub tells everything anew.
  const own = await desk.aSession('再一场')
  await desk.parts.engine.transact(() => takeConversation(own.callId))
  desk.db.prepare(`UPDATE mirror SET cursor = 'of another hub'`).run()
  await caughtUp(mirror)
  expect(taken()).toEqual([own.callId])
})
