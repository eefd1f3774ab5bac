import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import { aMemberOfHub } from '../builders/member-of-hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { nobody } from '../builders/seats.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** A real hub on a real PostgreSQL that goes back to what it was before, and a desk with a file of its own on a real socket. */
type Watched = Awaited<ReturnType<typeof aWatchedHub>>
let hub: Watched['hub']
let database: Watched['database']
let ends: Watched['ends']
let close: Watched['close']
let caughtUp: Watched['caughtUp']
beforeEach(async () => {
  ;({ hub, database, ends, close, caughtUp } = await aWatchedHub())
})
afterEach(() => close())

async function aDesk() {
  const joined = await hub.joined({ role: 'note_taker' }, '罗佳')
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`))
  ends.push(desk.close)
  desk.db.function('life_opened', (_: unknown, payload: unknown) => String(payload))
  const life = lifeChannelService(desk.parts, makeSealing(desk.parts, plainSealer), plainSealer)
  const aSession = async () => {
    const start = { bookingId: null, listenerId: desk.asker.personId, purpose: 'listen' } as const
    const { id: sessionId } = await accepted(desk.sessions.start(start, desk.asker))
    const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, desk.asker))
    const end = () => accepted(desk.sessions.end({ sessionId }, desk.asker))
    return { sessionId, callId, end }
  }
  const aNote = (callId: string, text: string) => {
    const wish = { noteId: desk.clock.newId(), callId, kind: 'voice', text, offsetMs: 0, issueTypeId: null } as const
    return accepted(desk.notes.add(wish, desk.asker))
  }
  const raises = async (callId: string) => {
    const how = { origin: 'key', grade: null, evidence: null, raisedAt: desk.clock.now() } as const
    const caseId = desk.clock.newId()
    await accepted(life.raise({ caseId, callId, ...how }, nobody))
    const act = { what: 'dismissed' } as const
    const dismisses = () => accepted(life.act({ actId: desk.clock.newId(), caseId, at: desk.clock.now(), act }, nobody))
    return { caseId, dismisses }
  }
  return { ...desk, aSession, aNote, raises }
}
type Desk = Awaited<ReturnType<typeof aDesk>>

const allUp = ({ uploader }: ReturnType<Desk['connects']>) =>
  vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)

/** What the hub has now it had in another history. */
function isOfAnotherHistory({ db }: Desk): void {
  const [, ...place] = JSON.parse(String(db.prepare('SELECT cursor FROM mirror').pluck().get())) as string[]
  db.prepare('UPDATE mirror SET cursor = ?').run(JSON.stringify(['another', ...place]))
}
const forgets = (...tables: string[]) =>
  database.query(`SET session_replication_role = replica; ${tables.map((table) => `DELETE FROM ${table};`).join(' ')}`)
const texts = async () => (await database.query('SELECT text FROM note ORDER BY text')).rows.map(({ text }) => text)

test.each([
  ['nothing of it', ['note_event', 'note', 'call', 'session']],
  ['its beginning', ['note_event', 'note']],
])(
  'of a session that goes on while the hub is put back the hub has all in the end, where its copy had %s',
  async (_, lost) => {
    const desk = await aDesk()
    const { sessionId, callId, end } = await desk.aSession()
    await desk.aNote(callId, '第一句')
    const before = desk.connects()
    await allUp(before)
    await caughtUp(before.mirror)
    await before.disconnects()
    await forgets(...lost)
    isOfAnotherHistory(desk)
    // Said while the hub was away.
    await desk.aNote(callId, '第二句')
    const again = desk.connects()
    await vi.waitFor(async () => expect(await texts()).toEqual(['第一句', '第二句']), patience)
    expect(again.uploader.progress().setAside.size).toBe(0)
    await end()
    await allUp(again)
    expect((await database.query('SELECT id, handed_over_at IS NOT NULL AS up FROM session')).rows).toEqual([
      { id: sessionId, up: true },
    ])
  },
)

test('a call that was sealed after the copy was made is sealed again by a hub that has its session whole, and a wrong alarm is none there', async () => {
  const desk = await aDesk()
  const { sessionId, callId, end } = await desk.aSession()
  await desk.aNote(callId, '紫檀木匣子')
  await end()
  const before = desk.connects()
  await allUp(before)
  await caughtUp(before.mirror)
  const raised = await desk.raises(callId)
  await allUp(before)
  expect(await texts()).toEqual(['—'])
  await before.disconnects()
  // As the copy has it: nobody had cried for help.
  await forgets('sealed_call', 'life_sealed', 'life_event', 'life_case')
  await database.query(`UPDATE note SET text = '紫檀木匣子', removed_at = NULL`)
  isOfAnotherHistory(desk)
  const again = desk.connects()
  const sealedAtHub = async () => (await database.query('SELECT call_id FROM sealed_call')).rows
  await vi.waitFor(async () => expect(await sealedAtHub()).toEqual([{ call_id: callId }]), patience)
  await allUp(again)
  expect(await texts()).toEqual(['—'])
  expect((await database.query('SELECT id FROM life_case')).rows).toEqual([{ id: raised.caseId }])

  // Taken back at the desk, and then the copy has the seal.
  await raised.dismisses()
  await allUp(again)
  await vi.waitFor(async () => expect(await texts()).toEqual(['紫檀木匣子']), patience)
  await again.disconnects()
  await database.query(
    `INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES ($1, $2, '2026-09-18T01:00:00.000Z')`,
    [callId, raised.caseId],
  )
  isOfAnotherHistory(desk)
  await allUp(desk.connects())
  await vi.waitFor(async () => expect(await sealedAtHub()).toEqual([]), patience)
  expect(desk.db.prepare('SELECT session_id FROM handed_over').pluck().all()).toEqual([sessionId])
})

test('rows that went up after what the desk had read of its hub, which then goes back to before them, go up once more', async () => {
  const desk = await aDesk()
  const { callId } = await desk.aSession()
  const before = desk.connects()
  await allUp(before)
  await caughtUp(before.mirror)
  // While it goes on nobody reads of what begins after it.
  await database.query('BEGIN')
  const [slow] = (await database.query('SELECT CAST(pg_current_xact_id() AS text) AS xid')).rows
  await desk.aNote(callId, '第一句')
  await allUp(before)
  await before.disconnects()
  await database.query('COMMIT')
  await forgets('note_event', 'note')
  await database.query('DELETE FROM hub_feed WHERE xid > CAST($1 AS xid8)', [slow?.xid])
  await allUp(desk.connects())
  await vi.waitFor(async () => expect(await texts()).toEqual(['第一句']), patience)
})

test('what somebody heard whom the copy does not know goes up once more, as heard by nobody the hub knows', async () => {
  const desk = await aDesk()
  const before = desk.connects()
  const sun = '01990000-0000-7000-8000-0000000000aa'
  await database.query(`INSERT INTO person (id, name, department, role) VALUES ($1, '孙悦', '', 'listener')`, [sun])
  await caughtUp(before.mirror)
  const start = { bookingId: null, listenerId: sun, purpose: 'listen' } as const
  const { id: sessionId } = await accepted(desk.sessions.start(start, desk.asker))
  const { id: callId } = await accepted(desk.sessions.nextCall({ sessionId, reference: null }, desk.asker))
  await desk.aNote(callId, '第一句')
  await allUp(before)
  await caughtUp(before.mirror)
  await before.disconnects()
  await forgets('note_event', 'note', 'call', 'session')
  await database.query('DELETE FROM person WHERE id = $1', [sun])
  isOfAnotherHistory(desk)
  await desk.aNote(callId, '第二句')
  const again = desk.connects()
  await vi.waitFor(async () => expect(await texts()).toEqual(['第一句', '第二句']), patience)
  expect(again.uploader.progress().setAside.size).toBe(0)
  expect((await database.query('SELECT id, listener_id FROM session')).rows).toEqual([
    { id: sessionId, listener_id: null },
  ])
})
