import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingDraftsService } from '../../../electron/services/meetings/meeting-drafts.ts'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { halfDoneLines } from '../../../electron/storage/meetings/meeting-drafts.ts'
import { aDeskWithSomething } from '../../builders/bringing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

/** What a desk held alone, brought to a hub at the far end of a link. */
let desk: Awaited<ReturnType<typeof aDeskWithSomething>>
beforeEach(async () => {
  desk = await aDeskWithSomething()
})
afterEach(() => desk.close())

const atHub = (sql: string) => desk.hub.db.prepare(sql).all()

test('what went of a session before the desk joined counts on at the hub, and who keeps it is told, masked, before the hub may delete anything of it', async () => {
  const { session, listener } = desk.alone
  await desk.alone.aNote('说完的一句')
  await accepted(desk.alone.sessions.end({ sessionId: session.id }, desk.alone.asker))
  const run = (sql: string, ...values: (string | null)[]) => desk.alone.db.prepare(sql).run(...values)
  const gone = `INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations)
    VALUES (?, ?, ?, '2026-09-01', '2026-09-02T00:00:00.000Z', 3, 0, 1, 0, 1, 0)`
  run(gone, `notes:${session.id}`, 'notes', session.id)
  // The case stays at the desk, and so does what is counted of it.
  run(gone, 'sealed:a-case', 'sealed', session.id)
  run(
    `INSERT INTO retention_keep (session_id, reason, until, at, actor_id) VALUES (?, '仲裁，电话 13812345678', NULL, '2026-09-03T00:00:00.000Z', ?)`,
    ...[session.id, listener],
  )
  await desk.looks()
  await desk.brings()
  expect(atHub('SELECT id, voice, praise, thanks FROM words_gone')).toEqual([
    { id: `notes:${session.id}`, voice: 3, praise: 1, thanks: 1 },
  ])
  const [kept] = atHub('SELECT * FROM retention_keep') as { reason: string; actor_id: string }[]
  expect(kept).toMatchObject({ session_id: session.id, until: null, actor_id: listener })
  expect(kept?.reason).toMatch(/^仲裁/)
  expect(kept?.reason).not.toContain('13812345678')
  const told = desk.hub.lots.flat()
  const kinds = told.map((entry) => ('handedOver' in entry ? 'end' : entry.table))
  expect(kinds.indexOf('end')).toBeGreaterThan(Math.max(kinds.indexOf('retention_keep'), kinds.indexOf('words_gone')))
})

test('half a line of a meeting comes along with its session, though no note of it is half done, and is typed on at the desk', async () => {
  const { session, call } = desk.alone
  const meetings = meetingsService(desk.alone.parts)
  const of = { callId: call.id, meetingId: desk.alone.clock.newId() }
  await accepted(meetings.start(of, desk.alone.asker))
  const half = {
    draftId: desk.alone.clock.newId(),
    meetingId: of.meetingId,
    lineId: null,
    seenVersion: null,
    caret: 20,
  }
  await accepted(meetingDraftsService(desk.alone.parts).storeDraft({ ...half, text: '@李雷 打 13812345678' }, nobody))
  await accepted(desk.alone.sessions.end({ sessionId: session.id }, desk.alone.asker))
  await desk.looks()
  expect(await desk.brings()).toMatchObject({ stage: 'done', counts: { halfDone: 0 } })
  expect(halfDoneLines(desk.db())).toMatchObject([
    { draftId: half.draftId, callId: call.id, text: '@李雷 打 138****5678' },
  ])
  expect(atHub('SELECT id FROM meeting_draft')).toEqual([])
})
