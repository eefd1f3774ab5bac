import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { openForReading, openForWriting } from '../../../electron/storage/open.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
const clock = aClock()
beforeEach(async () => {
  folder = aFolder()
  console = await aReadyConsole(folder.path, { clock })
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const copied = async () => {
  clock.advance(1_000)
  return (await accepted(client.workspace.backUpNow({}))).fileName
}
const pathOf = (fileName: string) => join(folder.path, 'backups', fileName)
function saidBy(fileName: string): unknown {
  const db = openForReading(pathOf(fileName))
  try {
    return db.prepare(`SELECT text FROM note WHERE text <> '—' ORDER BY offset_ms`).pluck().all()
  } finally {
    db.close()
  }
}
const raise = async (callId: string) => {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  return raised.caseId
}
const notes = async (callId: string) => (await accepted(client.notes.ofCall({ callId }))).map(({ text }) => text)

test('copies made before a call was sealed and while it was heard lose its words and nothing else; gone back to, it is sealed there and may be opened', async () => {
  const { callId, sessionId } = await aCall(client)
  const note = await aNoteIn(client, callId, 1, '紫檀木匣子')
  const wish = { title: '匣子', issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  const noteIds = [note?.id ?? '']
  await accepted(client.tickets.open({ ...wish, noteIds }))
  const before = await copied()
  const caseId = await raise(callId)
  await aNoteIn(client, callId, 2, '门窗都关了')
  const during = await copied()
  const other = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  await aNoteIn(client, other.id, 3, '别的电话')
  expect(saidBy(during)).toEqual(['紫檀木匣子', '门窗都关了'])
  await accepted(client.sessions.end({ sessionId }))
  await expect.poll(() => [saidBy(before), saidBy(during)], patience).toEqual([[], []])
  const backups = await accepted(client.workspace.backups({}))
  expect(backups.map(({ isGood }) => isGood)).toEqual([true, true])
  await accepted(client.workspace.goBackTo({ fileName: before }))
  await expect
    .poll(async () => (await accepted(client.lifeChannel.list({ limit: 5 }))).cases, patience)
    .toMatchObject([{ id: caseId, state: 'open' }])
  expect(await notes(callId)).toEqual([])
  expect((await accepted(client.search.everywhere({ text: '紫檀', limit: 5 }))).voices.total).toBe(0)
  const verdict = { what: 'dismissed', reason: '念的是小说' } as const
  await accepted(client.lifeChannel.reconsider({ actId: v7(), caseId, sessionId, verdict }))
  expect(await notes(callId)).toEqual(['紫檀木匣子', '门窗都关了'])
})

test('what was cut off is done at the next start, and a copy of a newer schema is left as it is', async () => {
  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  const [older, newer] = [await copied(), await copied()]
  await console.close()
  const old = openForWriting(pathOf(older))
  old.pragma('user_version = 9999')
  old.pragma('journal_mode = DELETE')
  old.close()
  console = await aReadyConsole(folder.path, { clock })
  client = clientOf(console.call)
  await accepted(client.sessions.end({ sessionId }))
  // Closed right after it: the process that looks through the copies is ended.
  await raise(callId)
  await console.close()
  console = await aReadyConsole(folder.path, { clock })
  client = clientOf(console.call)
  await expect.poll(() => saidBy(newer), patience).toEqual([])
  expect(saidBy(older)).toEqual(['紫檀木匣子'])
})

test('one copy that is damaged, or cannot be made anew now, keeps no other from being sealed; the latter is as soon as it can be', async () => {
  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1, '紫檀木匣子')
  const [oldest, held, damaged] = [await copied(), await copied(), await copied()]
  writeFileSync(pathOf(damaged), 'no database'.repeat(1_000))
  const inTheWay = `${pathOf(held)}.unfinished`
  mkdirSync(inTheWay)
  await accepted(client.sessions.end({ sessionId }))
  await raise(callId)
  await expect.poll(() => saidBy(oldest), patience).toEqual([])
  expect(saidBy(held)).toEqual(['紫檀木匣子'])
  rmdirSync(inTheWay)
  const { contacts, version } = await accepted(client.lifeChannel.contacts({}))
  await accepted(client.lifeChannel.saveContacts({ contacts, seenVersion: version }))
  await expect.poll(() => saidBy(held), patience).toEqual([])
})

test('a copy made between an alarm and its dismissal loses the number of somebody who was in no danger, and keeps what a person wrote', async () => {
  const { callId, sessionId } = await aCall(client)
  const caseId = await raise(callId)
  const details = { callback: '13900008817 / 010-88886666', address: '', remark: '', passedOn: ['13900008817'] }
  await accepted(client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: clock.now(), details }))
  const copy = await copied()
  const holds = (words: string) => readFileSync(pathOf(copy)).includes(words)
  expect(holds('13900008817')).toBe(true)
  await accepted(client.lifeChannel.act({ actId: v7(), caseId, at: clock.now(), act: { what: 'dismissed' } }))
  await expect.poll(() => holds('13900008817'), patience).toBe(false)
  expect(holds('010-88886666')).toBe(true)
  await accepted(client.sessions.end({ sessionId }))
  await accepted(client.workspace.goBackTo({ fileName: copy }))
  const inHand = async () => (await accepted(client.lifeChannel.inHand({})))[0]?.details?.callback
  await expect.poll(inHand, patience).toBe('010-88886666')
})
