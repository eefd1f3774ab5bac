import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ExportState } from '../../shared/contract/exports/exports.ts'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aFolder, aNoteIn } from '../builders/console.ts'
import { aCuttingWire } from '../builders/cutting-wire.ts'
import { everything } from '../builders/exports.ts'
import { aHub, aRawDesk, type RunningHub } from '../builders/hub.ts'
import { aMeetingWithALine } from '../builders/kept-meetings.ts'
import { someoneListening } from '../builders/listening.ts'
import { patience } from '../builders/patience.ts'
import { sendAgain, settledExport } from '../builders/settled-export.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'

/** Whole consoles at a real hub, which put files into a real folder. */
let house: Awaited<ReturnType<typeof someoneListening>>
let hub: RunningHub
let share: string
const { aDesk, ends } = teamsOfTests()
beforeEach(async () => {
  house = await someoneListening()
  hub = await aHub(house.url)
  const folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  ends.push(
    () => folder.remove(),
    () => house.close(),
    () => hub.close(),
  )
})

type Desk = Awaited<ReturnType<typeof aDesk>>

const linkIs = (desk: Desk, kind: string) =>
  vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind } }),
    patience,
  )

async function aMember(name: string, address = `http://${hub.host}`): Promise<Desk> {
  // Nothing here is about a wire that falls silent, and a busy machine is no such wire.
  const desk = await aDesk({
    linkPace: { ...linkPace, heartbeatMs: 10_000, settledWithinMs: 3_000, resentWithinMs: 10_000 },
  })
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  await accepted(desk.client.team.join({ address, code, name, deskName: name }))
  await linkIs(desk, 'here')
  return desk
}
async function hearsTickets(desk: Desk, ...titles: readonly string[]): Promise<void> {
  const { callId } = await aCall(desk.client)
  for (const [index, title] of titles.entries()) {
    const note = await aNoteIn(desk.client, callId, index + 1, `${title}，打 13812345678 找我`)
    const wish = { title, issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
    await accepted(desk.client.tickets.open({ ...wish, noteIds: [note.id] }))
  }
}
const start = (desk: Desk) =>
  desk.client.exports.start({ selection: everything, scope: '全部', language: 'zh', formats: ['csv'], folder: share })
const ledgerOf = (desk: Desk) => accepted(desk.client.exports.list({ limit: 10 }))
const allAre = (desk: Desk, state: ExportState, count: number) =>
  vi.waitFor(async () => {
    const records = await ledgerOf(desk)
    expect(records.map((record) => record.state)).toEqual(Array<ExportState>(count).fill(state))
    return records
  }, patience)
const contents = () => readdirSync(share).map((name) => readFileSync(join(share, name), 'utf8'))

test('what was opened at one desk another puts into a folder; the ledger is everybody’s, each file in the hands of its desk', async () => {
  const [east, west] = [await aMember('陈静'), await aMember('周宁')]
  await hearsTickets(east, '降价补差', '包装破了')
  const [started] = await accepted(start(west))
  const exportId = started?.id ?? ''
  const [delivered] = await allAre(east, 'delivered', 1)
  expect(delivered).toMatchObject({ id: exportId, ticketCount: 2, exportedBy: '周宁', folder: share })
  for (const words of ['降价补差', '包装破了']) expect(contents()[0]).toContain(words)
  expect(contents()[0]).not.toContain('13812345678')
  const [ticket] = (
    await accepted(east.client.tickets.list({ filter: everything.filter, sort: 'number', limit: 1, offset: 0 }))
  ).tickets
  const { events } = await accepted(east.client.tickets.get({ ticketId: ticket?.id ?? '' }))
  expect(events.at(-1)).toMatchObject({ what: 'exported', actorName: '周宁', remark: delivered?.fileName })

  for (const asked of [
    east.client.exports.retry({ exportId, folder: null }),
    east.client.exports.confirmFolder({ exportId }),
    east.client.exports.cancel({ exportId }),
  ])
    expect(await asked).toMatchObject({ code: 'at_other_desk' })
  // Nor by a window of its desk, or by the wire, whatever a desk says.
  expect(await west.call('deskExports.ended', { exportId, state: 'failed' })).toMatchObject({ code: 'no_hub' })
  const { token } = await hub.joined({ role: 'note_taker' }, '外人')
  const raw = await aRawDesk(hub.host, token)
  const lies = { exportId, fileName: 'x.csv', sha256: 'a', sizeBytes: 1 }
  expect(await raw.ask('deskExports.delivered', lies)).toMatchObject({ code: 'at_other_desk' })
  expect(await raw.ask('deskExports.goAgain', { exportIds: [exportId], folder: null })).toMatchObject({ value: [] })
  raw.close()

  // Both for the same folder at one moment: each file has a name of its own, and none is written over.
  await Promise.all([accepted(start(east)), accepted(start(west)), accepted(start(east)), accepted(start(west))])
  const records = await allAre(west, 'delivered', 5)
  expect(readdirSync(share).sort()).toEqual(records.map(({ fileName }) => fileName).sort())
  expect(new Set(records.map(({ fileName }) => fileName)).size).toBe(5)
  for (const each of contents()) expect(each).toContain('包装破了')
})

test('the hub goes away between the pages, and then at every message in turn: the file waits, goes on by itself and is there once; a new one is refused before anything is made', async () => {
  let wireIs: 'whole' | 'whole until a page' | 'cut' | 'breaking' = 'whole'
  let passed = 0
  let breakAt = 1
  const wire = await aCuttingWire(hub.host, (from, piece) => {
    if (wireIs === 'whole until a page' && from === 'hub' && piece.includes('"issueTypeNameZh"')) wireIs = 'cut'
    if (wireIs !== 'breaking') return wireIs === 'cut'
    passed += 1
    if (passed < breakAt) return false
    passed = 0
    breakAt += 1
    return true
  })
  ends.push(wire.close)
  const east = await aMember('陈静')
  const west = await aMember('周宁', wire.address.href)
  const { id: ticketId } = await house.aTicket({ title: '降价补差' })
  wireIs = 'whole until a page'
  await accepted(start(west))
  await linkIs(west, 'away')
  expect(await start(west)).toMatchObject({ code: 'offline' })
  expect(await ledgerOf(east)).toMatchObject([{ state: 'preparing' }])
  expect(readdirSync(share)).toEqual([])

  wireIs = 'breaking'
  const [record] = await allAre(east, 'delivered', 1)
  await vi.waitFor(async () => {
    const { events } = await accepted(east.client.tickets.get({ ticketId }))
    expect(events.filter(({ what }) => what === 'exported')).toHaveLength(1)
  }, patience)
  expect(breakAt).toBeGreaterThan(5)
  expect(readdirSync(share)).toEqual([record?.fileName])
  expect(contents()[0]).toContain('降价补差')
})

test('what a desk says of a file is as short for a whole archive as for a few tickets: no message grows too long', async () => {
  await house.aTicket({ title: '降价补差' })
  const database = await connectionTo(house.url)
  await database.query(`INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
    SELECT '019f0000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'), '券' || number, 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', opened_at, due_at
    FROM generate_series(2, 1000) AS number, (SELECT opened_at, due_at FROM ticket LIMIT 1) AS first`)
  let longest = 0
  const wire = await aCuttingWire(hub.host, (from, piece) => {
    if (from === 'desk') longest = Math.max(longest, piece.length)
    return false
  })
  ends.push(wire.close)
  const desk = await aMember('周宁', wire.address.href)
  const [started] = await accepted(start(desk))
  await allAre(desk, 'delivered', 1)
  const exportId = started?.id ?? ''
  // Chosen one by one, as far as anybody knows; and what changed since, which is all of them.
  await database.query(`UPDATE export_record SET choice_json = '{"by":"tickets"}'`)
  await accepted(desk.client.exports.again({ exportId, what: 'all' }))
  await allAre(desk, 'delivered', 2)
  await database.query(
    `INSERT INTO ticket_event (id, ticket_id, at, what) SELECT '01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'), id, opened_at, 'edited' FROM ticket`,
  )
  await database.end()
  await accepted(desk.client.exports.again({ exportId, what: 'changed' }))
  expect((await allAre(desk, 'delivered', 3)).map(({ ticketCount }) => ticketCount)).toEqual([1_000, 1_000, 1_000])
  // The longest asks for a page of two hundred.
  expect(longest).toBeLessThan(2_500)
})

test('whoever is a listener by now exports nothing, also where the desk does not know it yet', async () => {
  const desk = await aMember('周宁')
  await house.aTicket({ title: '降价补差' })
  const database = await connectionTo(house.url)
  await database.query("UPDATE person SET role = 'listener' WHERE name = '周宁'")
  await database.end()
  expect(await start(desk)).toMatchObject({ code: 'not_allowed', detail: { needs: ['note_taker', 'coordinator'] } })
  expect(await ledgerOf(desk)).toEqual([])
  expect(readdirSync(share)).toEqual([])
})

test('minutes say what was written at their desk a moment ago, and everybody finds who wrote them; thanks of one desk go out from another once its folder is there', async () => {
  const [east, west] = [await aMember('陈静'), await aMember('周宁')]
  const { of } = await aMeetingWithALine(east.client)
  await accepted(
    east.client.meetings.addLine({
      ...of,
      lineId: v7(),
      draftId: null,
      ownerName: '李雷',
      text: '今晚回访',
      dueOn: null,
    }),
  )
  const where = { folder: share, language: 'zh' as const }
  const begun = await accepted(east.client.meetings.writeMinutes({ callId: of.callId, ...where }))
  const written = await settledExport(east.client, begun)
  expect(written).toMatchObject({ kind: 'minutes', state: 'delivered', exportedBy: '陈静' })
  expect(contents()[0]).toContain('| 今晚回访 | 李雷 |')
  expect(await ledgerOf(west)).toMatchObject([{ id: written.id, kind: 'minutes', exportedBy: '陈静' }])
  await accepted(west.client.exports.again({ exportId: written.id, what: 'all' }))
  expect(await allAre(east, 'delivered', 2)).toMatchObject([
    { kind: 'minutes', exportedBy: '周宁' },
    { id: written.id },
  ])

  const praise = {
    noteId: v7(),
    callId: of.callId,
    kind: 'praise',
    text: '很耐心',
    offsetMs: 9,
    issueTypeId: null,
  } as const
  await accepted(east.client.notes.add(praise))
  await accepted(east.client.thanks.collect({ noteId: praise.noteId }))
  const thanks = async (state: 'waiting' | 'handed_over') => (await accepted(west.client.thanks.list({ state }))).thanks
  await vi.waitFor(async () => expect(await thanks('waiting')).toHaveLength(1), patience)
  const parked = await accepted(west.client.thanks.writePage({ ...where, folder: join(share, 'later') }))
  const page = await settledExport(west.client, parked)
  expect(page).toMatchObject({ kind: 'thanks', state: 'waiting', exportedBy: '周宁' })
  expect(await thanks('waiting')).toMatchObject([{ fileName: page.fileName }])
  expect(await east.client.thanks.writePage(where)).toMatchObject({ code: 'none_waiting' })
  mkdirSync(join(share, 'later'))
  await sendAgain(west.client, page.id)
  await vi.waitFor(
    async () => expect(await thanks('handed_over')).toMatchObject([{ praise: '很耐心', fileName: page.fileName }]),
    patience,
  )
})

test('a file that waits at one desk is made anew as another desk seals a call in it, and has none of its words when its folder is back', async () => {
  const [east, west] = [await aMember('陈静'), await aMember('周宁')]
  const { callId } = await aCall(east.client)
  const cry = await aNoteIn(east.client, callId, 1, '说了想死')
  const wish = { issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  await accepted(east.client.tickets.open({ ...wish, title: '说了想死', noteIds: [cry.id] }))
  await house.aTicket({ title: '降价补差' })
  const later = join(share, 'later')
  const wished = {
    selection: everything,
    scope: '全部',
    language: 'zh',
    formats: ['csv' as const],
    folder: later,
  } as const
  const [parked] = await accepted(west.client.exports.start({ ...wished, formats: ['csv'] }))
  const exportId = parked?.id ?? ''
  await allAre(west, 'waiting', 1)
  // A member of a company keeps its own beside what the computer had before.
  const own = readdirSync(west.folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(`${exportId}.csv`),
  )
  const bytes = () => readFileSync(join(west.folder, own ?? ''), 'utf8')
  expect(bytes()).toContain('想死')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(east.client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  await vi.waitFor(async () => {
    expect(await ledgerOf(west)).toMatchObject([{ state: 'waiting', ticketCount: 1 }])
    expect(bytes()).not.toContain('想死')
  }, patience)
  mkdirSync(later)
  await sendAgain(west.client, exportId)
  const [record] = await allAre(west, 'delivered', 1)
  const text = readFileSync(join(later, record?.fileName ?? ''), 'utf8')
  expect(text).toContain('降价补差')
  expect(text).not.toContain('想死')
})

test('a file of a desk goes nowhere before the hub knows of the calls that were sealed there, and then without them', async () => {
  const east = await aMember('陈静')
  const { callId } = await aCall(east.client)
  const cry = await aNoteIn(east.client, callId, 1, '说了想死')
  const wish = { issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  await accepted(east.client.tickets.open({ ...wish, title: '说了想死', noteIds: [cry.id] }))
  await house.aTicket({ title: '降价补差' })
  const later = join(share, 'later')
  const selection = { selection: everything, scope: '全部', language: 'zh', folder: later } as const
  const [parked] = await accepted(east.client.exports.start({ ...selection, formats: ['csv'] }))
  await allAre(east, 'waiting', 1)

  const database = await connectionTo(house.url)
  // The tables are there for the tests behind this one, too.
  ends.push(async () => {
    await database.query('DROP TRIGGER IF EXISTS not_now ON sealed_call')
    await database.end()
  })
  await database.query(`CREATE FUNCTION not_now() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = 'check_violation'; END $$`)
  await database.query('CREATE TRIGGER not_now BEFORE INSERT ON sealed_call FOR EACH ROW EXECUTE FUNCTION not_now()')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(east.client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  await vi.waitFor(
    async () => expect(await accepted(east.client.team.waiting({}))).toMatchObject([{ why: 'refused' }]),
    patience,
  )
  mkdirSync(later)
  // What was on its way already, for its folder was seen, may wait once more: whoever sees that presses again.
  await vi.waitFor(async () => {
    await sendAgain(east.client, parked?.id ?? '')
    expect((await ledgerOf(east))[0]?.state).not.toBe('waiting')
  }, patience)

  await database.query('DROP TRIGGER not_now ON sealed_call')
  await accepted(east.client.team.tryNow({}))
  const [record] = await allAre(east, 'delivered', 1)
  const text = readFileSync(join(later, record?.fileName ?? ''), 'utf8')
  expect(text).toContain('降价补差')
  expect(text).not.toContain('想死')
})
