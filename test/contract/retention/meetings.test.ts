import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { truthOn } from '../../../electron/services/exports/export-truth.ts'
import { exportsService } from '../../../electron/services/exports/exports.ts'
import { minutesService } from '../../../electron/services/meetings/minutes.ts'
import { isOnPostgres } from '../../builders/engine.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { someoneForgetting } from '../../builders/retention.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

// Asked of both engines: a meeting is emptied at a hub as at a desk.
let desk: Awaited<ReturnType<typeof someoneForgetting>>
beforeEach(async () => {
  desk = await someoneForgetting()
})
afterEach(() => desk.close())

const WORD = '紫檀木匣子'

/** A meeting about the call of the session, of which nothing was noted. */
async function aMeeting() {
  await accepted(desk.sessions.endCall({ callId: desk.call.id }, desk.asker))
  const of = { callId: desk.call.id, meetingId: desk.clock.newId() }
  await accepted(desk.meetings.start(of, desk.asker))
  await accepted(desk.meetings.setAttendees({ ...of, attendees: [`姓${WORD}`], seenVersion: null }, desk.asker))
  const lineIds = [desk.clock.newId(), desk.clock.newId()]
  const line = { draftId: null, ownerName: `找${WORD}`, dueOn: null }
  for (const lineId of lineIds)
    await accepted(desk.meetings.addLine({ ...of, lineId, ...line, text: `查${WORD}` }, desk.asker))
  const [, struck = ''] = lineIds
  await accepted(desk.meetings.removeLine({ ...of, lineId: struck, seenVersion: null, isRemoved: true }, desk.asker))
  await accepted(desk.meetings.setSolved({ ...of, isSolved: true }, desk.asker))
  return of
}

test('a meeting goes with its session though nothing was noted: who came, what was said, and what was struck off; that it was, and was solved, is counted on', async () => {
  await aMeeting()
  await desk.leave()
  await desk.rule({ notes: 30 })
  const months = () => accepted(desk.meetings.months({}, nobody))
  const before = await months()
  expect(await accepted(desk.meetings.ofCall({ callId: desk.call.id }, nobody))).toMatchObject({ wordsGone: null })
  expect(before).not.toEqual([])
  await desk.daysPass(29)
  expect(await desk.forget()).toBe(0)
  expect(await desk.tablesWith(WORD)).toEqual(['meeting', 'meeting_line'])
  await desk.daysPass(2)
  expect(await desk.forget()).toBe(1)
  expect(await desk.tablesWith(WORD)).toEqual([])
  expect(await months()).toEqual(before)
  const meeting = await accepted(desk.meetings.ofCall({ callId: desk.call.id }, nobody))
  const wordsGone = { keptUntil: expect.any(String), goneAt: expect.any(String) }
  expect(meeting).toMatchObject({ attendees: [], lines: [{ text: '—', ownerName: null }], wordsGone })
  const { meetings } = await accepted(desk.meetings.list({ limit: 5, offset: 0 }, nobody))
  expect(meetings).toMatchObject([{ attendees: [], wordsGone }])
  expect(await desk.forget()).toBe(0)
})

test('minutes that wait for their folder are made anew as words go, and say none of them', async () => {
  const truth = truthOn(desk.parts, isOnPostgres() ? 'engine' : 'file')
  const exports = exportsService(desk.parts, aTakingDrop(), truth)
  const minutes = minutesService(desk.parts, exports)
  const away = join(desk.parts.dataFolder, '..', `away-${desk.clock.newId()}`)
  await aMeeting()
  const wish = { callId: desk.call.id, folder: away, language: 'zh' } as const
  const parked = await accepted(minutes.writeMinutes(wish, desk.asker))
  const waits = () =>
    vi.waitFor(async () => {
      await exports.look()
      const [record] = await accepted(exports.list({ limit: 1 }, nobody))
      expect(record).toMatchObject({ state: 'waiting', reason: 'folder_missing' })
    }, patience)
  const bytes = () => readFileSync(join(desk.parts.dataFolder, 'outbox', `${parked.id}.md`), 'utf8')
  await waits()
  expect(bytes()).toContain(WORD)
  await desk.leave()
  await desk.rule({ notes: 30 })
  await desk.daysPass(31)
  expect(await desk.forget()).toBe(1)
  await waits()
  expect(bytes()).not.toContain(WORD)
  expect(bytes()).toMatch(/与会人：姓名 \d{4}-\d\d-\d\d 按保留期限删除了/)
  await exports.close()
})
