import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { agentsService } from '../../electron/services/agents/agents.ts'
import { thanksService } from '../../electron/services/agents/thanks.ts'
import type { Thanks } from '../../shared/contract/agents/thanks.ts'
import { aMemberOfHub } from '../builders/member-of-hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** A real hub on a real PostgreSQL, and two desks with files of their own on real sockets. */
type Watched = Awaited<ReturnType<typeof aWatchedHub>>
let hub: Watched['hub']
let database: Watched['database']
let ends: Watched['ends']
let close: Watched['close']
beforeEach(async () => {
  ;({ hub, database, ends, close } = await aWatchedHub())
})
afterEach(() => close())

async function aDesk(name: string) {
  const joined = await hub.joined({ role: 'note_taker' }, name)
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`))
  ends.push(desk.close)
  const agents = agentsService(desk.parts, { makesKeys: false })
  const first = desk.connects()
  const keys = () => desk.db.prepare('SELECT count(*) FROM agent_key').pluck().get() as number
  await vi.waitFor(async () => {
    await first.mirror.catchUp()
    expect(keys()).toBeGreaterThan(14)
  }, patience)
  await first.disconnects()
  const session = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: desk.asker.personId, purpose: 'listen' }, desk.asker),
  )
  const aCall = async () =>
    (await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: null }, desk.asker))).id
  const named = (callId: string, typed: string) => accepted(agents.name({ callId, typed }, desk.asker))
  const placeOf = async (callId: string) => (await accepted(agents.ofCall({ callId }, desk.asker)))?.place
  return { ...desk, agents, thanks: thanksService(desk.parts), session, aCall, named, placeOf }
}
const own = <T>(call: string, input: unknown) => accepted(hub.own(call, input) as never) as Promise<T>
const rows = async (sql: string, values: unknown[] = []) => (await database.query(sql, values)).rows

test('named and thanked while the hub is away, both go up once; one who asked for a place that is taken gets the next, also on that desk', async () => {
  const desk = await aDesk('陈静')
  const callId = await desk.aCall()
  const named = await desk.named(callId, 'ZQ-77421')
  const note = { noteId: desk.clock.newId(), callId, kind: 'praise' as const, issueTypeId: null, offsetMs: 5 }
  await accepted(desk.notes.add({ ...note, text: '很耐心' }, desk.asker))
  await accepted(desk.thanks.collect({ noteId: note.noteId }, desk.asker))
  // Another desk was quicker.
  const other = randomBytes(16).toString('hex')
  await database.query('INSERT INTO agent (id, day, place) VALUES ($1, $2, $3)', [other, named.day, named.place])
  const { uploader, mirror } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const list = () => own<{ thanks: Thanks[] }>('thanks.list', { state: 'waiting' })
  const next = (named.place ?? 0) + 1
  expect((await list()).thanks).toMatchObject([{ praise: '很耐心', place: next, day: named.day, collectedBy: null }])
  await vi.waitFor(async () => {
    await mirror.catchUp()
    expect(await desk.placeOf(callId)).toBe(next)
  }, patience)

  await accepted(desk.thanks.takeBack({ noteId: note.noteId }, desk.asker))
  await accepted(desk.agents.takeBack({ callId }, desk.asker))
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  expect((await list()).thanks).toEqual([])
  expect(await rows('SELECT agent_id, version FROM call_agent')).toMatchObject([{ agent_id: null }])
  expect(await rows('SELECT 1 FROM thanks')).toHaveLength(1)
})

test('the same agent has one pseudonym at two desks, and what was typed lies in no table of the hub', async () => {
  const [one, other] = [await aDesk('陈静'), await aDesk('周宁')]
  const calls = [await one.aCall(), await other.aCall()] as const
  await one.named(calls[0], 'ZQ-77421')
  await other.named(calls[1], '工号 zq77421')
  for (const desk of [one, other]) {
    const { uploader } = desk.connects()
    await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  }
  expect(await one.placeOf(calls[0])).toBe(await other.placeOf(calls[1]))
  expect(await rows('SELECT DISTINCT agent_id FROM call_agent')).toHaveLength(1)
  const tables = await rows(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`)
  const holding = async (word: string) => {
    const found = []
    for (const { name } of tables)
      if ((await rows(`SELECT 1 FROM "${name}" AS held WHERE held::text ILIKE $1 LIMIT 1`, [`%${word}%`])).length > 0)
        found.push(name)
    return found
  }
  expect(await holding('77421')).toEqual([])
  // The looking itself finds what does lie there.
  expect(await holding('周宁')).not.toEqual([])
})
