import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { lossAgainst } from '../../../electron/storage/file/loss.ts'
import { openForReading, openForWriting } from '../../../electron/storage/open.ts'
import { aCall, aConsole, accepted, aFolder, aNoteIn, clientOf } from '../../builders/console.ts'
import { aDatabaseOfVersion } from '../../builders/databases.ts'
import { aMeetingWithALine } from '../../builders/kept-meetings.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { openAlike, seatsOf } from '../../builders/rooms.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: ReturnType<typeof clientOf>
const clock = aClock()
beforeEach(async () => {
  folder = aFolder()
  console = await aConsole(folder.path, { clock })
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

/** A session that is over, with one note, and a copy of it; then another session with two notes and a ticket. */
async function twoSessions() {
  const heard = async (numbers: readonly number[]) => {
    const { sessionId, callId } = await aCall(client)
    const notes = []
    for (const number of numbers) notes.push(await aNoteIn(client, callId, number))
    await accepted(client.sessions.end({ sessionId }))
    return notes
  }
  const [first] = await heard([1])
  const copy = await accepted(client.workspace.backUpNow({}))
  clock.advance(60_000)
  await heard([2, 3])
  const wish = { issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  await accepted(client.tickets.open({ ...wish, title: '券用不了', noteIds: [first?.id ?? ''] }))
  return copy
}
const texts = async () => {
  const { sessions } = await accepted(client.sessions.list({ limit: 50 }))
  const notes = await Promise.all(sessions.map(({ id }) => accepted(client.notes.ofSession({ sessionId: id }))))
  return notes
    .flat()
    .map(({ text }) => text)
    .sort()
}
const tickets = async () => (await accepted(client.search.everywhere({ text: '券用不了', limit: 10 }))).tickets.total

test('what would be lost is said by number and by name, and the copy compared is left as it is', async () => {
  const { fileName } = await twoSessions()
  const loss = await accepted(client.workspace.compareBackup({ fileName }))
  expect(loss.counts).toMatchObject({
    newNotes: 2,
    changedNotes: 0,
    newTickets: 1,
    changedTickets: 0,
    sessions: 1,
    people: 0,
    rules: 0,
  })
  expect(loss.notes.map(({ text }) => text).sort()).toEqual(['第 2 句话', '第 3 句话'])
  expect(loss.tickets).toEqual([{ number: 1, title: '券用不了' }])
  const newest = await accepted(client.workspace.backUpNow({}))
  const nothing = await accepted(client.workspace.compareBackup({ fileName: newest.fileName }))
  expect(Object.values(nothing.counts).every((count) => count === 0)).toBe(true)
  expect(nothing.wordsBack).toBe(0)
  // One seat more, other times, and a year entered.
  const seats = await seatsOf(client)
  const hours = { opensAt: '09:00', closesAt: '18:00', slotMinutes: 30 } as const
  await openAlike(client, { ...hours, seatCount: seats.length + 1 })
  const days = [{ date: '2027-01-01', kind: 'holiday', name: { zh: '元旦', en: 'New Year' } }] as const
  await accepted(client.calendar.save({ year: 2027, days: [...days], seenVersion: null, toldMoves: null }))
  const ruled = await accepted(client.workspace.compareBackup({ fileName: newest.fileName }))
  expect(ruled.counts).toMatchObject({ rules: 3, newNotes: 0, bookings: 0 })
})

test('a line of a meeting that is half typed is among what would be lost, also where the copy is older than meetings', async () => {
  const { of } = await aMeetingWithALine(client)
  const { fileName } = await accepted(client.workspace.backUpNow({}))
  const draft = { draftId: v7(), meetingId: of.meetingId, lineId: null, seenVersion: null }
  await accepted(client.meetings.storeDraft({ ...draft, text: '@李雷 补', caret: 5 }))
  const loss = await accepted(client.workspace.compareBackup({ fileName }))
  expect(loss.counts).toMatchObject({ drafts: 1, newNotes: 0 })
  const older = aDatabaseOfVersion(28)
  const db = openForReading(join(folder.path, 'earshot.db'))
  expect(lossAgainst(db, older.path).counts.drafts).toBe(1)
  db.close()
  older.remove()
})

test('meetings and their lines, conversations, lenses and thanks are among what would be lost, but for what was emptied since; words that went come back', async () => {
  const met = await aMeetingWithALine(client)
  await accepted(client.meetings.setAttendees({ ...met.of, attendees: ['李雷'], seenVersion: null }))
  const { fileName } = await accepted(client.workspace.backUpNow({}))
  const line = { ...met.of, draftId: null, ownerName: null, text: '改了文案', dueOn: null }
  await accepted(client.meetings.editLine({ ...line, lineId: met.lineId, seenVersion: null }))
  await accepted(client.meetings.addLine({ ...line, lineId: v7() }))
  await accepted(client.meetings.setSolved({ ...met.of, isSolved: true }))
  await aMeetingWithALine(client)
  const { callId } = met.of
  const db = openForWriting(join(folder.path, 'earshot.db'))
  db.prepare(`INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, '通话', 'recorded', '[]')`).run(
    callId,
  )
  const loss = await accepted(client.workspace.compareBackup({ fileName }))
  expect(loss).toMatchObject({ counts: { meetings: 2, meetingLines: 3, conversations: 1, cases: 0 }, wordsBack: 0 })
  // As the rules of retention leave it.
  db.exec(`UPDATE meeting SET attendees_json = '[]', solved_at = NULL; UPDATE meeting_line SET text = '—', owner_name = NULL;
    DELETE FROM conversation; INSERT INTO words_gone SELECT kind || ':' || id, kind, id, '2026-09-01', '', 0, 0, 0, 0, 0, 0, 0
      FROM session, (SELECT 'notes' AS kind UNION SELECT 'conversations')`)
  const emptied = await accepted(client.workspace.compareBackup({ fileName }))
  expect(emptied).toMatchObject({ counts: { meetings: 1, meetingLines: 0, conversations: 0 }, wordsBack: 1 })
  // What was written into it since that copy, and went later.
  const again = await accepted(client.workspace.backUpNow({}))
  db.exec(`UPDATE words_gone SET gone_at = 'later'`)
  expect(await accepted(client.workspace.compareBackup(again))).toMatchObject({ wordsBack: 1 })
  const older = aDatabaseOfVersion(28)
  expect(lossAgainst(db, older.path).counts).toMatchObject({ meetings: 2, meetingLines: 0, cases: 0 })
  db.close()
  older.remove()
})

test('of a call that was sealed since no count says that there was anything, but the one of cases', async () => {
  const { fileName } = await accepted(client.workspace.backUpNow({}))
  const { of } = await aMeetingWithALine(client)
  const { callId } = of
  const praise = { noteId: v7(), callId, kind: 'praise', text: '很耐心', offsetMs: 0, issueTypeId: null } as const
  await accepted(client.notes.add(praise))
  await accepted(client.thanks.collect({ noteId: praise.noteId }))
  await accepted(client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
  const counts = async () => {
    const loss = await accepted(client.workspace.compareBackup({ fileName }))
    return Object.entries(loss.counts).flatMap(([what, count]) => (count === 0 ? [] : [what]))
  }
  expect(await counts()).toEqual(['newNotes', 'sessions', 'meetings', 'meetingLines', 'lenses', 'thanks'])
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  expect(await counts()).toEqual(['sessions', 'cases'])
})

test('going back brings the copy, keeps what was there as a copy, and is itself taken back', async () => {
  const { fileName } = await twoSessions()
  const back = await accepted(client.workspace.goBackTo({ fileName }))
  expect(back.status.state).toBe('ready')
  expect([await texts(), await tickets()]).toEqual([['第 1 句话'], 0])
  expect((await accepted(client.workspace.backups({}))).map((backup) => backup.fileName)).toContain(back.undoFileName)
  clock.advance(60_000)
  const again = await accepted(client.workspace.goBackTo({ fileName: back.undoFileName }))
  expect([await texts(), await tickets()]).toEqual([['第 1 句话', '第 2 句话', '第 3 句话'], 1])
  expect(again.undoFileName).not.toBe(back.undoFileName)
  const { sessionId, callId } = await aCall(client)
  await aNoteIn(client, callId, 4)
  await accepted(client.sessions.end({ sessionId }))
  await console.close()
  console = await aConsole(folder.path, { clock })
  client = clientOf(console.call)
  expect((await texts()).at(-1)).toBe('第 4 句话')
})

test('an export that waits for its drive is sent after going back and forth again', async () => {
  const { fileName } = await twoSessions()
  const drive = aFolder()
  const share = join(drive.path, 'share')
  const wish = { scope: '全部', language: 'zh', formats: ['csv'], folder: share } as const
  await accepted(
    client.exports.start({ ...wish, formats: [...wish.formats], selection: { by: 'range', range: 'all' } }),
  )
  const comes = (state: string) =>
    vi.waitFor(async () => {
      const [record] = await accepted(client.exports.list({ limit: 1 }))
      expect(record?.state).toBe(state)
      return record?.id ?? ''
    }, patience)
  await comes('waiting')
  const { undoFileName } = await accepted(client.workspace.goBackTo({ fileName }))
  expect(await accepted(client.exports.list({ limit: 1 }))).toEqual([])
  clock.advance(60_000)
  await accepted(client.workspace.goBackTo({ fileName: undoFileName }))
  mkdirSync(share)
  const exportId = await comes('waiting')
  await client.exports.retry({ exportId, folder: null })
  await comes('delivered')
  drive.remove()
})

describe('is refused, and nothing is changed,', () => {
  test('while somebody listens', async () => {
    const { fileName } = await twoSessions()
    await aCall(client)
    expect(await client.workspace.goBackTo({ fileName })).toMatchObject({ code: 'listening' })
    expect(await texts()).toHaveLength(3)
  })

  test('while another thread still reads what lies there: its log would go into the copy', async () => {
    const { fileName } = await twoSessions()
    const reader = openForReading(join(folder.path, 'earshot.db'))
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM note').get()
    await accepted(
      client.people.add({ name: '王敏', department: '', role: 'coordinator', employeeNumber: null, email: null }),
    )
    expect(await client.workspace.goBackTo({ fileName })).toMatchObject({ code: 'busy' })
    expect([await texts(), await tickets()]).toEqual([['第 1 句话', '第 2 句话', '第 3 句话'], 1])
    reader.close()
    await accepted(client.workspace.goBackTo({ fileName }))
    expect([await texts(), await tickets()]).toEqual([['第 1 句话'], 0])
  })

  test.each([
    ['that is not there', 'not_found', (path: string) => rmSync(path)],
    ['that is spoilt', 'not_good', (path: string) => writeFileSync(path, 'x'.repeat(9_000))],
  ])('for a copy %s', async (_name, code, spoil) => {
    const { fileName } = await twoSessions()
    spoil(join(folder.path, 'backups', fileName))
    expect(await client.workspace.goBackTo({ fileName })).toMatchObject({ code })
    expect(await client.workspace.compareBackup({ fileName })).toMatchObject({ code })
    expect(await texts()).toHaveLength(3)
  })
})
