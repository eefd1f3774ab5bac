import { readdirSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringBackSession } from '../../../electron/storage/team/brought-back.ts'
import { keepChangedElsewhere } from '../../../electron/storage/team/changed-elsewhere.ts'
import { aLeavingDesk } from '../../builders/leaving-desk.ts'

// What others made of notes at a hub, as it comes home with a desk that left.

let desk: Awaited<ReturnType<typeof aLeavingDesk>>
let alone: typeof desk.alone
let member: typeof desk.member
beforeEach(async () => {
  desk = await aLeavingDesk()
  ;({ alone, member } = desk)
})
afterEach(() => desk.close())

const notesHere = () => alone.db.prepare('SELECT text FROM note').pluck().all()

test('what others made of a note comes home, but not where its call is sealed at this desk, whatever its hub knows of that', async () => {
  const [open, sealed] = [await member.aNote('上周买的'), await member.aNote('今天降价了')]
  const elsewhere = (noteId: string) => {
    const note = member.db.prepare('SELECT * FROM note WHERE id = ?').get(noteId) as { text: string }
    return { noteId, note: { ...note, text: `${note.text}，别人补的`, version: 9 }, events: [], changes: [] }
  }
  const other = await member.nextCall()
  member.db.prepare('UPDATE note SET call_id = ? WHERE id = ?').run(other.id, sealed.id)
  keepChangedElsewhere(member.db, [elsewhere(open.id), elsewhere(sealed.id)])
  member.db.pragma('foreign_keys = OFF')
  member.db.prepare(`INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES (?, 'case', 'then')`).run(other.id)
  // Another call, which was sealed while the desk was alone.
  alone.db.pragma('foreign_keys = OFF')
  alone.db.prepare(`INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES ('another', 'case', 'then')`).run()
  await desk.comesHome()
  expect(alone.db.prepare('SELECT text FROM note ORDER BY id').pluck().all()).toEqual([
    '上周买的，别人补的',
    '今天降价了',
  ])
  // Fetched when it was sealed already.
  member.db.exec('DELETE FROM changed_elsewhere')
  keepChangedElsewhere(member.db, [elsewhere(sealed.id)])
  expect(
    member.db.prepare(`SELECT count(*) FROM changed_elsewhere WHERE note_json LIKE '%降价了%'`).pluck().get(),
  ).toBe(0)
})

test('what was taken back at the hub and here, and done again there, keeps nothing from coming home', async () => {
  const { id: noteId } = await member.aNote('上周买的')
  const call_id = member.call.id
  bringBackSession(member.db, alone.db, member.session.id)
  const added = member.db.prepare('SELECT id FROM note_event').pluck().get() as string
  const event = (id: string, undoes_event_id: string) => ({
    ...{ id, note_id: noteId, call_id, at: '2026-09-18T02:00:00.000Z', actor_id: null, what: 'undone' },
    ...{ before_json: null, undoes_event_id },
  })
  const columns = Object.keys(event('', ''))
  const here = `INSERT INTO note_event (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`
  alone.db.prepare(here).run(event('here', added))
  const note = member.db.prepare('SELECT * FROM note').get() as Record<string, string>
  const events = [event('there', added), event('again', 'there')]
  keepChangedElsewhere(member.db, [{ noteId, note: { ...note, text: '别人改的', version: 9 }, events, changes: [] }])
  await desk.comesHome()
  expect(notesHere()).toEqual(['别人改的'])
  expect(readdirSync(desk.memberFolder)).toEqual(['earshot.db'])
  expect(alone.db.prepare('SELECT id FROM note_event ORDER BY rowid').pluck().all()).toEqual([added, 'here'])
})

test('somebody who notes meanwhile waits for some of them, not for all', async () => {
  const noteIds: string[] = []
  for (let count = 0; count < 120; count += 1) noteIds.push((await member.aNote(`第 ${count} 句`)).id)
  const row = (noteId: string) => member.db.prepare('SELECT * FROM note WHERE id = ?').get(noteId) as { text: string }
  keepChangedElsewhere(
    member.db,
    noteIds.map((noteId) => ({
      noteId,
      note: { ...row(noteId), text: '别人改的', version: 9 },
      events: [],
      changes: [],
    })),
  )
  await desk.leaves()
  let isDone = false
  const done = desk.brings().done.then(() => {
    isDone = true
  })
  const seen = new Set<number>()
  for (; !isDone; await nextTurn()) seen.add(notesHere().filter((text) => text === '别人改的').length)
  await done
  expect([...seen].some((count) => count > 0 && count < 120)).toBe(true)
  expect(new Set(notesHere())).toEqual(new Set(['别人改的']))
})
