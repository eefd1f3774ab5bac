import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { v7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aDeskOfCases } from '../builders/desk-of-cases.ts'
import { aRawDesk } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** A real hub on a real PostgreSQL, and whole consoles at it: one hears a call, another raises a case about it, a third looks for it. */
let watched: Awaited<ReturnType<typeof aWatchedHub>>
const { aDesk, ends } = teamsOfTests()
beforeEach(async () => {
  watched = await aWatchedHub()
  ends.push(watched.close)
})

async function aMember(name: string, role: 'note_taker' | 'coordinator' = 'note_taker') {
  const desk = await aDesk({
    linkPace: { ...linkPace, heartbeatMs: 10_000, settledWithinMs: 3_000, resentWithinMs: 10_000 },
  })
  const { code } = await watched.hub.house.makeCode({ role })
  await accepted(desk.client.team.join({ address: `http://${watched.hub.host}`, code, name, deskName: name }))
  await vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )
  return desk
}
type Member = Awaited<ReturnType<typeof aMember>>

const SAID = '琥珀鲸鱼在窗台'
const HALF = '豆绿鹭鸶没写完'

/** The tables of a desk's own file in which the words stand, as they lie on its disk. */
function tablesTelling({ folder }: Member, words = [SAID, HALF]): string[] {
  const db = new Sqlite(join(folder, 'team', watched.hub.house.id, 'earshot.db'), { readonly: true })
  const names = db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`).pluck()
  const tables = (names.all() as string[]).filter((name) => !name.startsWith('sqlite_') && name !== 'life_sealed')
  const telling = tables.filter((name) => {
    const told = JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all())
    return words.some((word) => told.includes(word))
  })
  db.close()
  return telling
}

async function aHeardCall(east: Member, isOver: boolean) {
  const { sessionId, callId } = await aCall(east.client)
  const note = await aNoteIn(east.client, callId, 1, SAID)
  await accepted(east.client.sessions.endCall({ callId }))
  if (isOver) await accepted(east.client.sessions.end({ sessionId }))
  return { sessionId, callId, note }
}

/** What a desk sees of the call: its notes, what search finds, and its ticket. */
const seenBy = async ({ client }: Member, callId: string, ticketId?: string) => ({
  notes: (await accepted(client.notes.ofCall({ callId }))).map(({ text }) => text),
  found: (await accepted(client.search.everywhere({ text: SAID, limit: 9 }))).voices.total,
  quoted: ticketId === undefined ? null : JSON.stringify(await client.tickets.get({ ticketId })).includes(SAID),
})

async function raises({ client }: Member, callId: string) {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  const wish = { ...raised, raisedAt: watched.house.clock.now() }
  return {
    caseId: raised.caseId,
    again: () => accepted(client.lifeChannel.raise(wish)),
    first: await accepted(client.lifeChannel.raise(wish)),
  }
}
const says = ({ client }: Member, caseId: string, what: 'dismissed' | 'restored') =>
  accepted(client.lifeChannel.act({ actId: v7(), caseId, at: watched.house.clock.now(), act: { what } }))

test.each([
  ['when it is the hub’s', true],
  ['while its session goes on at its desk', false],
] as const)(
  'a call that another desk heard is sealed everywhere by whoever raises it, and a wrong alarm opens it, %s',
  async (_, isOver) => {
    const [east, west, third] = [await aMember('陈静'), await aMember('周宁', 'coordinator'), await aMember('李雷')]
    const { callId, note } = await aHeardCall(east, isOver)
    const wish = { title: '价保', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
    const ticket = isOver ? await accepted(east.client.tickets.open({ ...wish, noteIds: [note.id] })) : undefined
    const asItWas = { notes: [SAID], found: 1, quoted: isOver ? true : null }
    const all = async (expected: object) => {
      for (const desk of [third, west, east])
        await vi.waitFor(async () => expect(await seenBy(desk, callId, ticket?.id)).toEqual(expected), patience)
    }
    await all(asItWas)
    if (!isOver)
      await accepted(
        east.client.notes.storeDraft({
          callId,
          draftId: v7(),
          noteId: null,
          kind: 'voice',
          text: HALF,
          caret: 1,
          offsetMs: 2_000,
          issueTypeId: null,
        }),
      )
    const { caseId, again } = await raises(west, callId)
    await all({ notes: [], found: 0, quoted: isOver ? false : null })
    await vi.waitFor(() => expect(tablesTelling(east)).toEqual([]), patience)
    await vi.waitFor(async () => expect(await again()).toEqual({ isSealed: true }), patience)
    await vi.waitFor(async () => {
      const read = await accepted(west.client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '回访' }))
      expect(read).toMatchObject({ notes: [{ text: SAID }], halfDone: isOver ? [] : [HALF] })
    }, patience)

    await says(west, caseId, 'dismissed')
    await all(asItWas)
    await vi.waitFor(() => expect(tablesTelling(east)).toContain('note'), patience)
    await says(west, caseId, 'restored')
    await all({ notes: [], found: 0, quoted: isOver ? false : null })
    await vi.waitFor(() => expect(tablesTelling(east)).toEqual([]), patience)
    await areUp(east, west)
    await hasCaughtUp(third)
    expect(tablesTelling(third, [caseId, callId])).toEqual([])
  },
)

test('that a case was raised is told to the desk that heard its call and to its raiser’s, and to no other', async () => {
  const [east, west] = [await aDeskOfCases(watched.hub), await aDeskOfCases(watched.hub, undefined, '周宁')]
  ends.push(east.desk.close, west.desk.close)
  const sessionId = await east.desk.anHour(null)
  const callId = String(east.desk.db.prepare('SELECT id FROM call WHERE session_id = ?').pluck().get(sessionId))
  const stranger = await aRawDesk(watched.hub.host, (await watched.hub.joined({ role: 'coordinator' }, '李雷')).token)
  ends.push(stranger.close)
  const before = await toldSince(stranger, null)
  const caseId = await west.raises(callId)
  const { uploader } = west.desk.connects()
  await vi.waitFor(() => expect(uploader.progress()).toMatchObject({ rows: 0 }), patience)
  const notJoined = await toldSince(stranger, before.cursor)
  east.desk.connects()
  const copies = ({ desk }: typeof east) =>
    desk.db.prepare('SELECT case_id, call_id FROM raised_elsewhere').all() as object[]
  for (const desk of [east, west])
    await vi.waitFor(() => expect(copies(desk)).toEqual([{ case_id: caseId, call_id: callId }]), patience)
  for (const { lots } of [notJoined, await toldSince(stranger, before.cursor), await toldSince(stranger, null)])
    expect(JSON.stringify(lots)).not.toContain(caseId)
})

interface ToldLot {
  readonly cursor: string
  readonly hasMore: boolean
}

/** All lots that a desk is told, as they come over the wire. */
async function toldSince(desk: Awaited<ReturnType<typeof aRawDesk>>, since: string | null) {
  const lots: ToldLot[] = []
  for (let cursor = since, hasMore = true; hasMore; ) {
    const lot = (await accepted(desk.say({ since: cursor }) as never)) as ToldLot
    lots.push(lot)
    cursor = lot.cursor
    hasMore = lot.hasMore
  }
  return { lots, cursor: lots.at(-1)?.cursor ?? '' }
}

/** Its copies are as the hub was at this moment. */
async function hasCaughtUp({ folder }: Member) {
  const desk = await aRawDesk(watched.hub.host, (await watched.hub.joined({ role: 'listener' }, '赵磊')).token)
  ends.push(desk.close)
  const xid = (cursor: string) => Number((JSON.parse(cursor) as string[])[2])
  const { cursor } = await toldSince(desk, null)
  await vi.waitFor(() => {
    const db = new Sqlite(join(folder, 'team', watched.hub.house.id, 'earshot.db'), { readonly: true })
    const here = String(db.prepare('SELECT cursor FROM mirror').pluck().get())
    db.close()
    expect(xid(here)).toBeGreaterThanOrEqual(xid(cursor))
  }, patience)
}

test('whoever heard the call says that it was a wrong alarm as well; a case of their own that stands keeps it sealed', async () => {
  const [east, west] = [await aMember('陈静', 'coordinator'), await aMember('周宁', 'coordinator')]
  const { callId, sessionId } = await aHeardCall(east, false)
  await vi.waitFor(async () => expect((await seenBy(west, callId)).notes).toEqual([SAID]), patience)
  const theirs = await raises(west, callId)
  await vi.waitFor(() => expect(tablesTelling(east)).toEqual([]), patience)
  const own = await raises(east, callId)
  await says(west, theirs.caseId, 'dismissed')
  await areUp(east, west)
  await says(east, own.caseId, 'dismissed')
  await vi.waitFor(async () => expect((await seenBy(west, callId)).notes).toEqual([SAID]), patience)
  await says(west, theirs.caseId, 'restored')
  await vi.waitFor(() => expect(tablesTelling(east)).toEqual([]), patience)
  await vi.waitFor(async () => expect((await seenBy(west, callId)).notes).toEqual([]), patience)
  const verdict = { what: 'dismissed', reason: '念的是小说' } as const
  await accepted(east.client.lifeChannel.reconsider({ actId: v7(), caseId: theirs.caseId, sessionId, verdict }))
  for (const desk of [east, west])
    await vi.waitFor(async () => expect((await seenBy(desk, callId)).notes).toEqual([SAID]), patience)
  // The card of whoever raised it leaves, as it does where it was said.
  await vi.waitFor(async () => {
    const inHand = await accepted(west.client.lifeChannel.inHand({}))
    expect(inHand.map(({ case: one }) => [one.id, one.state])).toEqual([[theirs.caseId, 'dismissed']])
  }, patience)
  await areUp(east, west)
})

test.each(['before', 'after'])(
  'raised while the hub is away, it seals as soon as the desk is back, %s the call is up',
  async (when) => {
    const east = await aDeskOfCases(watched.hub)
    ends.push(east.desk.close)
    const west = await aDeskOfCases(watched.hub, undefined, '周宁')
    ends.push(west.desk.close)
    const sessionId = await east.desk.anHour(null)
    const callId = String(east.desk.db.prepare('SELECT id FROM call WHERE session_id = ?').pluck().get(sessionId))
    const goesUp = async ({ desk }: typeof east) => {
      const { uploader } = desk.connects()
      await vi.waitFor(() => expect(uploader.progress()).toMatchObject({ rows: 0 }), patience)
      expect([...uploader.progress().setAside]).toEqual([])
    }
    const atHub = () => accepted(watched.hub.own('notes.ofCall', { callId }) as never) as Promise<object[]>
    if (when === 'after') await goesUp(east)
    if (when === 'after') expect(await atHub()).not.toEqual([])
    const caseId = await west.raises(callId)
    await goesUp(west)
    if (when === 'before') await goesUp(east)
    expect(await atHub()).toEqual([])
    const listed = await accepted(watched.hub.own('lifeChannel.list', { limit: 5 }) as never)
    expect(listed).toMatchObject({ total: 1, cases: [{ id: caseId, callId, sessionId }] })
    await west.acts(caseId, 'dismissed')
    await vi.waitFor(async () => expect(await atHub()).not.toEqual([]), patience)
  },
)

test('nobody but who raised it and who heard its call adds to a case', async () => {
  const [east, west] = [await aDeskOfCases(watched.hub), await aDeskOfCases(watched.hub, undefined, '周宁')]
  ends.push(east.desk.close, west.desk.close)
  const sessionId = await east.desk.anHour(null)
  const callId = String(east.desk.db.prepare('SELECT id FROM call WHERE session_id = ?').pluck().get(sessionId))
  east.desk.connects()
  const caseId = await west.raises(callId)
  west.desk.connects()
  const atHub = () => accepted(watched.hub.own('lifeChannel.list', { limit: 5 }) as never)
  await vi.waitFor(async () => expect(await atHub()).toMatchObject({ cases: [{ id: caseId, callId }] }), patience)
  const stranger = await aRawDesk(watched.hub.host, (await watched.hub.joined({ role: 'note_taker' }, '李雷')).token)
  ends.push(stranger.close)
  const dismissed = { id: v7(), case_id: caseId, at: watched.house.clock.now(), actor_id: null, what: 'dismissed' }
  const entries = [{ table: 'life_event', row: { ...dismissed, which: null, remark: null } }] as const
  expect(await stranger.say({ rows: { generation: 1, entries } })).toMatchObject({ ok: false, code: 'not_yours' })
})

const areUp = async (...desks: Member[]) => {
  for (const { client } of desks)
    await vi.waitFor(
      async () => expect(await accepted(client.team.status({}))).toMatchObject({ waiting: { rows: 0 } }),
      patience,
    )
}
