import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { openForWriting } from '../../../electron/storage/open.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { filesBelow } from '../../builders/bytes-of.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'
import { anyTicket } from '../../builders/exports.ts'
import { patience } from '../../builders/patience.ts'
import { aShellWithKeys } from '../../builders/shell-with-keys.ts'

const LOOKED_FOR = '紫檀木匣子'
const NAMED = '匣子里的遗书'

let folder: ReturnType<typeof aFolder>
let share: string
let console: OpenConsole
let client: Client
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  console = await aReadyConsole(join(folder.path, 'data'), { shell: aShellWithKeys })
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const ledger = () => accepted(client.exports.list({ limit: 9 }))
const detail = (exportId: string) => accepted(client.exports.get({ exportId }))
async function heard(words: string) {
  const { callId, sessionId } = await aCall(client)
  const { id } = await aNoteIn(client, callId, 1, words)
  const wish = { title: words, issueTypeId: 'coupon', priority: 2, department: '物流部' } as const
  await accepted(client.tickets.open({ ...wish, noteIds: [id] }))
  return { callId, sessionId }
}
type Wish = Partial<Parameters<Client['exports']['start']>[0]>
async function exported(wish: Wish): Promise<ExportRecord> {
  const filter = { ...anyTicket, departments: ['物流部'] }
  const whole = { selection: { by: 'filter', filter }, scope: '物流部', isNamed: false, language: 'zh' } as const
  const [record] = await accepted(client.exports.start({ ...whole, formats: ['csv'], folder: share, ...wish }))
  const now = async () => (await ledger()).find(({ id }) => id === record?.id)
  await expect.poll(async () => (await now())?.state, patience).toBe('delivered')
  return (await now()) as ExportRecord
}
const lookedFor = (text: string) => {
  const alike = [{ word: text, owners: [], listeners: [] }]
  const filter = { ...anyTicket, text, departments: ['物流部'], searchedFrom: 0, alike }
  return { by: 'filter', filter } as const
}
async function seal(callId: string, sessionId: string) {
  await accepted(client.sessions.end({ sessionId }))
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
}
const readable = () => {
  const bytes = Buffer.concat(filesBelow(join(folder.path, 'data')).map((file) => file.bytes))
  return [LOOKED_FOR, NAMED].filter((words) => bytes.includes(words))
}

test('what was looked for and what a file was called since a call began is told by nothing once that call is sealed; the file says what else was chosen', async () => {
  const { callId, sessionId } = await heard(LOOKED_FOR)
  const other = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  const { id } = await aNoteIn(client, other.id, 2, '包裹没到')
  const wish = { title: '包裹', issueTypeId: 'coupon', priority: 2, department: '物流部' } as const
  await accepted(client.tickets.open({ ...wish, noteIds: [id] }))
  const file = await exported({ selection: lookedFor(LOOKED_FOR), scope: NAMED, isNamed: true })
  const usual = await exported({})
  expect(file.fileName).toContain(NAMED)
  await accepted(client.workspace.backUpNow({}))
  expect(readable()).toEqual([LOOKED_FOR, NAMED])

  await seal(callId, sessionId)
  const told = await detail(file.id)
  expect(told).toMatchObject({
    record: { state: 'delivered', ticketCount: 1, fileName: file.fileName.replace(NAMED, '名称不再保留') },
    scope: '',
    choice: { by: 'filter', isTextGone: true, filter: { text: '', departments: ['物流部'] } },
  })
  expect(JSON.stringify([await ledger(), told])).not.toMatch(/匣子/)
  expect(await accepted(client.exports.find({ text: '匣子', limit: 9 }))).toMatchObject({ total: 0 })
  expect((await detail(usual.id)).record).toEqual(usual)
  expect((await detail(usual.id)).choice).toMatchObject({ by: 'filter', filter: { text: '' } })
  // Neither the database, nor its log, nor its copies.
  await expect.poll(readable, patience).toEqual([])
  // The name that lies in the folder is not ours to change.
  expect(readdirSync(share)).toContain(file.fileName)
  // Where its tickets went out stands in their story, and the same again takes those that are left.
  expect(await client.exports.again({ exportId: file.id, what: 'all' })).toMatchObject({ code: 'nothing_to_export' })
  expect(await client.exports.showInFolder({ exportId: file.id })).not.toMatchObject({ code: 'file_gone' })
})

test('what was asked for before the call began stays, and is looked for again', async () => {
  const { sessionId } = await heard('包裹没到')
  const before = await exported({ selection: lookedFor('包裹'), scope: '包裹周报', isNamed: true })
  const db = openForWriting(join(folder.path, 'data', 'earshot.db'))
  db.prepare(`UPDATE export_record SET created_at = '2026-01-05T01:00:00.000Z'`).run()
  db.close()
  const cry = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  await aNoteIn(client, cry.id, 2, LOOKED_FOR)
  await seal(cry.id, sessionId)
  expect(await detail(before.id)).toMatchObject({ scope: '包裹周报', choice: { filter: { text: '包裹' } } })
  expect((await accepted(client.exports.again({ exportId: before.id, what: 'all' }))).fileName).toContain('包裹周报')
})

test('what is called so while its call is still heard goes with the words of that call', async () => {
  const { callId, sessionId } = await heard('包裹没到')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  const other = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  const { id } = await aNoteIn(client, other.id, 2, '鞋磨脚')
  const wish = { title: '鞋', issueTypeId: 'coupon', priority: 2, department: '物流部' } as const
  await accepted(client.tickets.open({ ...wish, noteIds: [id] }))
  await accepted(client.lifeChannel.raise({ ...raised, callId: other.id, raisedAt: new Date().toISOString() }))
  const file = await exported({ scope: NAMED, isNamed: true })
  await accepted(client.sessions.end({ sessionId }))
  await expect.poll(async () => (await detail(file.id)).record.fileName, patience).not.toContain(NAMED)
  await expect.poll(readable, patience).toEqual([])
})
