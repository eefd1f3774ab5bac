import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { thanksService } from '../../../electron/services/agents/thanks.ts'
import { draftsService } from '../../../electron/services/listening/drafts.ts'
import { meetingDraftsService } from '../../../electron/services/meetings/meeting-drafts.ts'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { checkIntegrity } from '../../../electron/storage/file/integrity.ts'
import { attachConversation, takeConversation } from '../../../electron/storage/listening/conversations.ts'
import { bringBackSession } from '../../../electron/storage/team/brought-back.ts'
import { makeJournal } from '../../../electron/storage/team/journal-tables.ts'
import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import { heardRows } from '../../builders/far-hub.ts'
import { aLeavingDesk } from '../../builders/leaving-desk.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aLeavingDesk>>
let alone: typeof desk.alone
let member: typeof desk.member
let memberFolder: string
beforeEach(async () => {
  desk = await aLeavingDesk()
  ;({ alone, member, memberFolder } = desk)
})
afterEach(() => desk.close())

const everybody = () => alone.db.prepare('SELECT name, employee_number AS number FROM person ORDER BY id').all()
const listener = () => alone.db.prepare('SELECT listener_id FROM session').pluck().get()

test('what was heard as a member is there again, with its history and the people it names, and is found', async () => {
  const note = await member.aNote('上周买的今天降价了')
  await accepted(member.notes.undo({ callId: member.call.id }, member.asker))
  await accepted(member.notes.redo({ callId: member.call.id }, member.asker))
  await accepted(member.notes.storeDraft(member.draftWish('还没写完'), member.asker))
  await desk.comesHome()
  const [back, was] = [heardRows(alone.db), heardRows(member.db)]
  expect(back).toEqual(was)
  expect(alone.db.prepare('SELECT text FROM draft').pluck().all()).toEqual(['还没写完'])
  expect(back.note).toMatchObject([{ id: note.id, version: 2 }])
  expect(everybody()).toEqual([{ name: '王敏', number: null }])
  expect(readdirSync(memberFolder)).toEqual(['earshot.db'])
  expect(alone.events.at(-1)).toMatchObject({ kind: 'changed' })
  expect(alone.db.pragma('foreign_key_check')).toEqual([])
  expect(checkIntegrity(alone.db)).toBe('ok')
})

test('it is brought back once, also where it was stopped on the way, and later words take the place of earlier ones', async () => {
  const note = await member.aNote('上周买的今天降价了')
  await desk.leaves()
  bringBackSession(member.db, alone.db, member.session.id)
  const stopped = desk.brings()
  await stopped.close()
  expect(existsSync(join(memberFolder, 'to-bring-back'))).toBe(true)
  member.db.prepare(`UPDATE note SET text = '改过的', version = 1 WHERE id = ?`).run(note.id)
  bringBackSession(member.db, alone.db, member.session.id)
  await desk.brings().done
  expect(alone.db.prepare('SELECT text FROM note').pluck().all()).toEqual(['改过的'])
  expect(heardRows(alone.db)).toEqual(heardRows(member.db))
})

test('a conversation that was taken from its call as a member, or here since it came back, stays away', async () => {
  const callId = member.call.id
  const titles = () => alone.db.prepare('SELECT title FROM conversation').pluck().all()
  const put: Conversation = { callId, title: '通话', pace: 'recorded', lines: [] }
  runOn(member.db, attachConversation(put))
  bringBackSession(member.db, alone.db, member.session.id)
  expect(titles()).toEqual(['通话'])
  runOn(alone.db, takeConversation(callId))
  bringBackSession(member.db, alone.db, member.session.id)
  expect(titles()).toEqual([])
  runOn(alone.db, attachConversation(put))
  runOn(member.db, takeConversation(callId))
  bringBackSession(member.db, alone.db, member.session.id)
  expect(titles()).toEqual([])
})

test('a conversation that was laid beside its call since the desk was alone again stays, whatever was said of it before', async () => {
  const callId = member.call.id
  const titles = () => alone.db.prepare('SELECT title FROM conversation').pluck().all()
  const put = (title: string): Conversation => ({ callId, title, pace: 'recorded', lines: [] })
  const back = () => bringBackSession(member.db, alone.db, member.session.id)
  runOn(member.db, attachConversation(put('通话')))
  back()
  runOn(alone.db, attachConversation(put('补上的')))
  back()
  expect(titles()).toEqual(['补上的'])
  runOn(member.db, takeConversation(callId))
  back()
  expect(titles()).toEqual([])
  runOn(alone.db, attachConversation(put('再补上的')))
  back()
  expect(titles()).toEqual(['再补上的'])
  // Laid and taken once more there: said anew.
  runOn(member.db, attachConversation(put('通话')))
  back()
  expect(titles()).toEqual(['通话'])
  runOn(member.db, takeConversation(callId))
  back()
  expect(titles()).toEqual([])
})

test.each([
  ['has the same employee number', '王敏', '7', '王小敏', '7', true],
  ['has the same name and department, and no number', '王敏', null, '王敏', '7', true],
  ['has the same name and another number', '王敏', '8', '王敏', '7', false],
])('who %s', async (_, nameHere, numberHere, nameThere, numberThere, isSame) => {
  const here = await alone.aPerson(nameHere, { employeeNumber: numberHere })
  member.db.prepare('UPDATE person SET name = ?, employee_number = ?').run(nameThere, numberThere)
  await desk.comesHome()
  expect(listener() === here).toBe(isSame)
  expect(everybody().length).toBe(isSame ? 1 : 2)
})

test('of two who are alike nobody is taken for the other', async () => {
  for (let count = 0; count < 2; count += 1)
    alone.db
      .prepare(`INSERT INTO person (id, name, department, role) VALUES (?, '王敏', '客服部', 'listener')`)
      .run(`p${count}`)
  await desk.comesHome()
  expect(listener()).toBe(member.listener)
  expect(everybody().length).toBe(3)
})

test('what is half done stays whose it was, under the record that this database has of them', async () => {
  const { name, department } = member.db.prepare('SELECT name, department FROM person').get() as Record<string, string>
  alone.db
    .prepare(`INSERT INTO person (id, name, department, role) VALUES ('same', ?, ?, 'listener')`)
    .run(name, department)
  await accepted(member.notes.storeDraft(member.draftWish('很耐心', { kind: 'praise' }), member.asker))
  await desk.comesHome()
  expect(alone.db.prepare('SELECT actor_id FROM draft').pluck().all()).toEqual(['same'])
})

test('what is half done in both is followed: finished or thrown away in one it does not come back in the other, and the words written last stay', async () => {
  const drafts = ['a', 'b', 'c'].map((draftId) => member.draftWish('还没写完', { draftId }))
  const [saved, thrownAway, goesOn] = drafts
  for (const draft of drafts) await accepted(member.notes.storeDraft(draft, member.asker))
  await desk.comesHome()
  const words = () => alone.db.prepare('SELECT id, text FROM draft ORDER BY id').all()
  expect(words().length).toBe(3)

  // A member of the same hub again.
  const joined = new Database(join(memberFolder, 'earshot.db'))
  joined.prepare('DELETE FROM draft WHERE id IN (?, ?)').run(saved?.draftId, thrownAway?.draftId)
  joined.prepare(`UPDATE draft SET text = '写到了后面', stored_at = '2099-01-01T00:00:00.000Z'`).run()
  joined.close()
  await desk.comesHomeAgain()
  expect(words()).toEqual([{ id: goesOn?.draftId, text: '写到了后面' }])

  // Alone it is gone on with, later.
  alone.db.prepare(`UPDATE draft SET text = '一个人写完', stored_at = '2100-01-01T00:00:00.000Z'`).run()
  await desk.comesHomeAgain()
  expect(words()).toEqual([{ id: goesOn?.draftId, text: '一个人写完' }])
  alone.db.prepare('DELETE FROM draft').run()
  await desk.comesHomeAgain()
  expect(words()).toEqual([])
})

test('a line half typed for a meeting stays where its call was sealed at the hub: it is not finished', async () => {
  const meetings = { ...meetingsService(member.parts), ...meetingDraftsService(member.parts) }
  const of = { callId: member.call.id, meetingId: member.clock.newId() }
  await accepted(meetings.start(of, member.asker))
  const half = { draftId: member.clock.newId(), meetingId: of.meetingId, lineId: null, seenVersion: null, caret: 0 }
  await accepted(meetings.storeDraft({ ...half, text: '改退款页' }, member.asker))
  await desk.comesHome()
  const joined = new Database(join(memberFolder, 'earshot.db'))
  joined.pragma('foreign_keys = OFF')
  joined.prepare(`INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES (?, 'case', 'then')`).run(of.callId)
  joined.prepare('DELETE FROM meeting_draft').run()
  joined.close()
  await desk.comesHomeAgain()
  expect(alone.db.prepare('SELECT text FROM meeting_draft').pluck().all()).toEqual(['改退款页'])
})

test('agents and thanks come back: with the pseudonyms they had, with the next one where another has it here, and as they were last', async () => {
  const agents = agentsService(member.parts, { makesKeys: true })
  const thanks = thanksService(member.parts)
  const callId = member.call.id
  const { day, place } = await accepted(agents.name({ callId, typed: '1001' }, member.asker))
  const other = await member.nextCall()
  const free = await accepted(agents.name({ callId: other.id, typed: '1002' }, member.asker))
  const { id: noteId } = await member.aNote('很耐心', { kind: 'praise' })
  await accepted(thanks.collect({ noteId }, member.asker))
  alone.db.prepare('INSERT INTO agent (id, day, place) VALUES (?, ?, ?)').run('f'.repeat(32), day, place)
  bringBackSession(member.db, alone.db, member.session.id)
  const told = agentsService(alone.parts, { makesKeys: true })
  const placeOf = async (id: string) => (await accepted(told.ofCall({ callId: id }, member.asker)))?.place
  expect(await placeOf(callId)).toBe((place ?? 0) + 1)
  expect(await placeOf(other.id)).toBe(free.place)
  const waiting = async () => (await accepted(thanksService(alone.parts).list({ state: 'waiting' }, nobody))).thanks
  expect(await waiting()).toMatchObject([{ praise: '很耐心' }])

  await accepted(agents.takeBack({ callId }, member.asker))
  await accepted(thanks.takeBack({ noteId }, member.asker))
  bringBackSession(member.db, alone.db, member.session.id)
  expect(await placeOf(callId)).toBeNull()
  expect(await waiting()).toEqual([])
})

const GONE_AT_HUB = `INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations)
  VALUES ('notes:' || :sessionId, 'notes', :sessionId, '2026-09-01', '2026-09-02T00:00:00.000Z', 2, 0, 0, 0, 0, 0)`
const countedHere = () => alone.db.prepare('SELECT voice FROM words_gone').pluck().all()
const notesHere = () => alone.db.prepare('SELECT text FROM note').pluck().all()

describe('what the hub deleted', () => {
  test('counts on at a desk that left, and goes from what it held before it joined, once', async () => {
    await member.aNote('上周买的今天降价了')
    // It was brought along: the desk's own file has it still.
    await accepted(member.sessions.end({ sessionId: member.session.id }, member.asker))
    bringBackSession(member.db, alone.db, member.session.id)
    member.db.prepare('DELETE FROM note_event').run()
    member.db.prepare('DELETE FROM note').run()
    member.db.prepare(GONE_AT_HUB).run({ sessionId: member.session.id })
    await desk.comesHome()
    expect(notesHere()).toEqual([])
    expect(countedHere()).toEqual([2])
    await desk.comesHomeAgain()
    expect(countedHere()).toEqual([2])
    expect(alone.db.prepare(`SELECT * FROM note_search WHERE note_search MATCH '"上周"'`).all()).toEqual([])
  })

  test('stays where something of the session is half done, or has not gone up, and is not counted twice', async () => {
    await member.aNote('上周买的今天降价了')
    member.db.prepare(GONE_AT_HUB).run({ sessionId: member.session.id })
    makeJournal(member.db, member.clock.now, () => {})
    await desk.comesHome()
    expect([notesHere(), countedHere()]).toEqual([['上周买的今天降价了'], []])
    const joined = new Database(join(memberFolder, 'earshot.db'))
    joined.prepare('DELETE FROM journal').run()
    joined.close()
    const half = member.draftWish('还没写完', { draftId: 'a' })
    await accepted(draftsService(alone.parts, { note: null }).storeDraft(half, nobody))
    await desk.comesHomeAgain()
    expect([notesHere(), countedHere()]).toEqual([['上周买的今天降价了'], []])
    alone.db.prepare('DELETE FROM draft').run()
    await desk.comesHomeAgain()
    expect([notesHere(), countedHere()]).toEqual([[], [2]])
  })
})

test('who keeps a session is known at a desk that left, also of one that was brought along; the last word stands', async () => {
  const sessionId = member.session.id
  bringBackSession(member.db, alone.db, sessionId)
  const row = { reason: '仲裁', until: null, at: '2026-09-03T00:00:00.000Z', actor_id: member.listener }
  const wait = member.db.prepare(`INSERT INTO mirror_later (what, row_id, row_json) VALUES ('retention_keep', ?, ?)`)
  wait.run(sessionId, JSON.stringify({ session_id: sessionId, ...row }))
  wait.run('elsewhere', JSON.stringify({ session_id: 'elsewhere', ...row }))
  await desk.comesHome()
  const kept = () => alone.db.prepare('SELECT session_id, reason FROM retention_keep').all()
  expect(kept()).toEqual([{ session_id: sessionId, reason: '仲裁' }])
  const joined = new Database(join(memberFolder, 'earshot.db'))
  const keep = `INSERT INTO retention_keep (session_id, reason, until, at, actor_id) VALUES (?, '又一次', NULL, '2026-09-04T00:00:00.000Z', NULL)`
  joined.prepare(keep).run(sessionId)
  joined.close()
  await desk.comesHomeAgain()
  expect(kept()).toEqual([{ session_id: sessionId, reason: '又一次' }])
})

test('a conversation of a session that was brought along, and taken from its call at the hub, goes from the desk that left', async () => {
  const callId = member.call.id
  bringBackSession(member.db, alone.db, member.session.id)
  runOn(alone.db, attachConversation({ callId, title: '通话', pace: 'recorded', lines: [] }))
  const wait = member.db.prepare(
    `INSERT INTO mirror_later (what, row_id, row_json) VALUES ('conversation_taken', ?, ?)`,
  )
  for (const id of [callId, 'elsewhere']) wait.run(id, JSON.stringify({ call_id: id }))
  await desk.comesHome()
  expect(alone.db.prepare('SELECT title FROM conversation').pluck().all()).toEqual([])
  expect(alone.db.prepare('SELECT call_id FROM conversation_taken').pluck().all()).toEqual([callId])
})
