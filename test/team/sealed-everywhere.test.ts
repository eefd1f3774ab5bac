import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { filesBelow } from '../builders/bytes-of.ts'
import { aCall, accepted, aFolder, aNoteIn } from '../builders/console.ts'
import { everything } from '../builders/exports.ts'
import { patience } from '../builders/patience.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** A real hub on a real PostgreSQL, and whole consoles at it. */
let watched: Awaited<ReturnType<typeof aWatchedHub>>
let share: string
const { aDesk, ends } = teamsOfTests()
beforeEach(async () => {
  watched = await aWatchedHub()
  const folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  ends.push(folder.remove, watched.close)
})

const SECRETS = {
  note: '琥珀鲸鱼在窗台',
  view: '鸦青麋鹿想走',
  title: '石榴狐狸标题',
  line: '烟紫獾子会上',
  name: '豆绿鹭鸶',
  said: '靛蓝鹳鸟对话',
  file: '竹青鸊鷉录音',
  praise: '藕荷鹧鸪表扬',
  remark: '秋香豺狗备注',
  reference: 'SEALED-REF-9',
  named: '月白鹈鹕导出',
}
const FILE = {
  ...{ vcon: '0.0.1', uuid: v7(), parties: [{ name: '来电', role: 'contact' }] },
  dialog: [{ type: 'text', start: '2026-09-18T01:00:00Z', parties: [0], originator: 0, body: SECRETS.said }],
}
/** Where the words of a case lie from then on, and who reads them says why. */
const SEALED = 'life_sealed'

async function aMember(name: string, role: 'note_taker' | 'coordinator') {
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

/** The tables of the hub in which one of the words stands. */
async function tablesTelling(): Promise<string[]> {
  const { rows: tables } = await watched.database.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  )
  const telling: string[] = []
  for (const { name } of tables as { name: string }[]) {
    const { rows: found } = await watched.database.query(
      `SELECT 1 FROM ${name} AS held WHERE ${Object.values(SECRETS)
        .map((word) => `held::text LIKE '%${word}%'`)
        .join(' OR ')} LIMIT 1`,
    )
    if (found.length > 0) telling.push(name)
  }
  return telling.sort()
}

/** Files below a folder that hold one of the words, or are called so. */
const filesTelling = (folder: string): string[] =>
  filesBelow(folder)
    .filter(({ name, bytes }) => Object.values(SECRETS).some((word) => bytes.includes(word) || name.includes(word)))
    .map(({ name }) => name)

test('of a sealed call no table of the hub, no byte at another desk, no file and no calendar holds a word', async () => {
  const [east, west] = [await aMember('陈静', 'note_taker'), await aMember('周宁', 'coordinator')]
  const { sessionId, callId } = await aCall(east.client)
  const note = await aNoteIn(east.client, callId, 1, SECRETS.note)
  await aNoteIn(east.client, callId, 2, SECRETS.view)
  await accepted(east.client.sessions.setReference({ callId, reference: SECRETS.reference }))
  const praise = { noteId: v7(), callId, kind: 'praise', text: SECRETS.praise, offsetMs: 3_000 } as const
  await accepted(east.client.notes.add({ ...praise, issueTypeId: null }))
  await accepted(east.client.thanks.collect({ noteId: praise.noteId }))
  const base64 = Buffer.from(JSON.stringify(FILE)).toString('base64')
  await accepted(east.client.conversations.attach({ callId, fileName: `${SECRETS.file}.vcon.json`, base64 }))
  await accepted(east.client.sessions.endCall({ callId }))
  const of = { callId, meetingId: v7() }
  await accepted(east.client.meetings.start(of))
  await accepted(east.client.meetings.setAttendees({ ...of, attendees: [SECRETS.name], seenVersion: null }))
  const line = { lineId: v7(), draftId: null, ownerName: SECRETS.name, text: SECRETS.line, dueOn: null }
  await accepted(east.client.meetings.addLine({ ...of, ...line }))
  const wish = { title: SECRETS.title, issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  const ticket = await accepted(east.client.tickets.open({ ...wish, noteIds: [note.id] }))
  const claim = { action: 'claim', ownerName: '王敏', remark: SECRETS.remark } as const
  await accepted(east.client.tickets.move({ ticketId: ticket.id, seenVersion: null, ...claim }))
  await accepted(east.client.sessions.end({ sessionId }))

  // The file goes out, into a folder that nobody asks about; how it was asked for stays.
  const elsewhere = join(share, '..', 'elsewhere')
  mkdirSync(elsewhere)
  const looked = { by: 'filter', filter: { ...everything.filter, text: SECRETS.title } } as const
  const whole = { selection: looked, scope: SECRETS.named, isNamed: true, language: 'zh', folder: elsewhere } as const
  await accepted(east.client.exports.start({ ...whole, formats: ['csv'] }))

  // The other desk reads all of it, and keeps what it was told for when its hub is away.
  const page = { filter: everything.filter, sort: 'number', limit: 9, offset: 0 } as const
  const reads = async () => {
    const answers = [
      await west.client.notes.ofCall({ callId }),
      await west.client.tickets.get({ ticketId: ticket.id }),
      await west.client.tickets.list(page),
      await west.client.meetings.ofCall({ callId }),
      await west.client.meetings.list({ limit: 9, offset: 0 }),
      await west.client.conversations.ofCall({ callId }),
      await west.client.thanks.list({ state: 'waiting' }),
      await west.client.sessions.calls({ sessionId }),
      await west.client.exports.list({ limit: 9 }),
    ]
    return JSON.stringify(answers)
  }
  await vi.waitFor(async () => {
    const told = await reads()
    for (const word of Object.values(SECRETS)) expect(told).toContain(word)
  }, patience)
  await accepted(west.client.search.everywhere({ text: SECRETS.said, limit: 9 }))
  await vi.waitFor(() => expect(filesTelling(west.folder)).not.toEqual([]), patience)
  expect(await tablesTelling()).toContain('note')

  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(east.client.lifeChannel.raise({ ...raised, raisedAt: watched.house.clock.now() }))
  await vi.waitFor(async () => expect(await tablesTelling()).toEqual([SEALED]), patience)
  await vi.waitFor(async () => {
    const told = await reads()
    for (const word of Object.values(SECRETS)) expect(told).not.toContain(word)
  }, patience)
  await vi.waitFor(() => expect(filesTelling(west.folder)).toEqual([]), patience)

  const selection = { selection: everything, scope: '全部', folder: share } as const
  for (const desk of [west, east])
    await desk.client.exports.start({ ...selection, language: 'zh', formats: ['csv', 'xlsx', 'markdown'] })
  await accepted(west.client.workspace.backUpNow({}))
  await accepted(west.client.settings.save({ calendarFolder: share }))
  expect(filesTelling(share)).toEqual([])
  await west.close()
  expect(filesTelling(west.folder)).toEqual([])
  expect(await tablesTelling()).toEqual([SEALED])
})
