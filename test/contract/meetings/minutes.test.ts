import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../shared/contract/contract.ts'
import { accepted } from '../../builders/console.ts'
import { aConsoleWithShare } from '../../builders/console-with-share.ts'
import { aMeetingWithALine } from '../../builders/kept-meetings.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { sendAgain, settledExport } from '../../builders/settled-export.ts'

let share: string
let data: string
let client: Client
let close: () => Promise<void>
let of: { callId: string; meetingId: string }
let lineId: string
const clock = aClock()
beforeEach(async () => {
  ;({ share, data, client, close } = await aConsoleWithShare({ clock }))
  const made = await aMeetingWithALine(client)
  of = made.of
  lineId = made.lineId
})
afterEach(() => close())

const write = (change: { folder?: string; language?: 'zh' | 'en' } = {}) =>
  client.meetings.writeMinutes({ callId: of.callId, folder: share, language: 'zh', ...change })
const written = async (change?: Parameters<typeof write>[0]) => settledExport(client, await accepted(write(change)))
const read = ({ fileName }: { fileName: string }) => readFileSync(join(share, fileName), 'utf8')
const outbox = () => readdirSync(join(data, 'outbox'))
const ledger = () => accepted(client.exports.list({ limit: 9 }))
const edit = (text: string, ownerName: string | null = null) =>
  accepted(client.meetings.editLine({ ...of, lineId, draftId: null, seenVersion: null, text, ownerName, dueOn: null }))

/** A cry in the call of the meeting. */
async function sealed() {
  const raised = { caseId: v7(), callId: of.callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  return {
    wasWrong: () =>
      accepted(
        client.lifeChannel.act({ actId: v7(), caseId: raised.caseId, at: clock.now(), act: { what: 'dismissed' } }),
      ),
  }
}

test('minutes go out whole, under the name of their call and minute, and no two over each other; nothing is left behind', async () => {
  const first = await written()
  expect(first).toMatchObject({ kind: 'minutes', state: 'delivered', ticketCount: 0 })
  expect(first.fileName).toMatch(/^听线纪要_第1通_2026-09-18_0900_01\.md$/)
  expect(read(first)).toContain('| 改文案 | 还没有人 |  | 未定 |')
  const second = await written()
  expect(readdirSync(share).toSorted()).toEqual([first.fileName, second.fileName].toSorted())
  expect((await written({ language: 'en' })).fileName).toBe('Earshot-minutes_call-1_2026-09-18_0900_01.md')
  expect(outbox()).toEqual([])
})

test('again they say what their meeting says by then, in a file of its own; what changed since is not counted', async () => {
  const first = await written()
  await edit('改退款页', '李雷')
  const again = await accepted(client.exports.again({ exportId: first.id, what: 'all' }))
  await vi.waitFor(async () => expect(await ledger()).toMatchObject([{ state: 'delivered' }, {}]), patience)
  expect(read(again)).toContain('| 改退款页 | 李雷 |')
  expect(read(first)).toContain('| 改文案 |')
  expect(await client.exports.again({ exportId: first.id, what: 'changed' })).toMatchObject({ code: 'nothing_changed' })
  expect(await accepted(client.exports.changedSince({ exportIds: [first.id] }))).toEqual([])
  expect(await accepted(client.exports.get({ exportId: first.id }))).toMatchObject({
    choice: { by: 'minutes', callId: of.callId, callNumber: 1 },
  })
})

test('who came and who does it stand there by their whole names', async () => {
  await edit('改退款页', '李志强（华东）')
  await accepted(
    client.meetings.setAttendees({ ...of, attendees: ['王小敏', '市场部 赵雅芝', '客户李建国'], seenVersion: null }),
  )
  const page = read(await written())
  expect(page).toContain('| 改退款页 | 李志强（华东） |')
  expect(page).toContain('王小敏、市场部 赵雅芝、客户李\\*')
})

test('words that somebody took the mask from are masked once more, and said; there is no markup', async () => {
  const typed = '打 13912345678\n# 退款'
  const { callId } = of
  const note = { noteId: v7(), kind: 'voice', text: typed, offsetMs: 1_000, issueTypeId: null } as const
  const session = await accepted(client.sessions.current({}))
  const { id } = await accepted(client.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }))
  await accepted(client.notes.add({ ...note, callId: id }))
  await accepted(client.notes.unmask({ noteId: note.noteId, typed, at: 6 }))
  of = { callId: id, meetingId: v7() }
  await accepted(client.meetings.start(of))
  lineId = v7()
  const line = { ownerName: '<b>', text: 'a | b', dueOn: null }
  await accepted(client.meetings.addLine({ ...of, lineId, draftId: null, ...line }))
  expect(await accepted(client.meetings.minutes({ callId: id }))).toMatchObject({
    ...{ maskedAgain: 1, voices: [{ text: '打 139****5678\n# 退款' }] },
  })
  expect(await accepted(client.meetings.minutes({ callId }))).toMatchObject({ maskedAgain: 0 })
  const text = read(await written())
  expect(text).toContain('139\\*\\*\\*\\*5678 \\# 退款')
  expect(text).toContain('| a \\| b | \\<b\\> |')
})

test('minutes wait for their folder, and go out when it is there; a folder that is none is refused', async () => {
  expect(await write({ folder: 'share' })).toMatchObject({ code: 'folder_not_absolute' })
  expect(await write({ folder: data })).toMatchObject({ code: 'data_folder' })
  expect(await client.meetings.writeMinutes({ callId: v7(), folder: share, language: 'zh' })).toMatchObject({
    code: 'not_found',
  })
  rmSync(share, { recursive: true })
  const parked = await written()
  expect(parked).toMatchObject({ state: 'waiting', reason: 'folder_missing' })
  expect(outbox()).toEqual([`${parked.id}.md`])
  mkdirSync(share)
  await sendAgain(client, parked.id)
  await vi.waitFor(async () => expect(await ledger()).toMatchObject([{ state: 'delivered' }]), patience)
  expect(read(parked)).toContain('改文案')
  expect(outbox()).toEqual([])
})

test('they are found by what a file of theirs is called in either language, and by kind', async () => {
  const { fileName } = await written()
  const find = async (text: string, kind?: 'minutes' | 'tickets') =>
    (await accepted(client.exports.find({ text, limit: 9, kind }))).found.map(({ record }) => record.fileName)
  expect(await find('纪要')).toEqual([fileName])
  expect(await find('minutes')).toEqual([fileName])
  expect(await find('minutes', 'tickets')).toEqual([])
  expect(await accepted(client.exports.list({ limit: 9, kind: 'tickets' }))).toEqual([])
  expect(await accepted(client.exports.list({ limit: 9, kind: 'minutes' }))).toMatchObject([{ fileName }])
})

test('nothing tells of the minutes of a call that is sealed, and what waited for its folder is gone; after a wrong alarm both are there', async () => {
  const out = await written()
  rmSync(share, { recursive: true })
  const parked = await written()
  const { wasWrong } = await sealed()
  expect(await ledger()).toEqual([])
  expect(await accepted(client.exports.find({ text: '纪要', limit: 9 }))).toMatchObject({ found: [] })
  expect(await client.exports.get({ exportId: out.id })).toMatchObject({ code: 'not_found' })
  expect(await client.exports.again({ exportId: out.id, what: 'all' })).toMatchObject({ code: 'not_found' })
  expect(await accepted(client.meetings.minutes({ callId: of.callId }))).toBeNull()
  expect(await write()).toMatchObject({ code: 'sealed' })
  await vi.waitFor(() => expect(outbox()).toEqual([]), patience)
  mkdirSync(share)
  await wasWrong()
  await vi.waitFor(
    async () =>
      expect(await ledger()).toMatchObject([
        { id: parked.id, state: 'delivered' },
        { id: out.id, state: 'delivered' },
      ]),
    patience,
  )
  expect(read(parked)).toContain('改文案')
})
