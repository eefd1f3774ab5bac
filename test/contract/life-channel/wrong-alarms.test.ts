import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { breakSeal } from '../../../electron/storage/file/seal.ts'
import type { CallerDetails } from '../../../shared/contract/life-channel/case-acts.ts'
import { filesBelow } from '../../builders/bytes-of.ts'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'

// Nobody was in danger: the number that somebody told stays nowhere, and what a person wrote by hand is there should it have been none after all.

let folder: ReturnType<typeof aFolder>
let console: Awaited<ReturnType<typeof aConsole>>
let client: ReturnType<typeof clientOf>
let call: Awaited<ReturnType<typeof aCall>>
beforeEach(async () => {
  folder = aFolder()
  console = await aConsole(join(folder.path, 'data'))
  client = clientOf(console.call)
  call = await aCall(client)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const now = () => new Date().toISOString()
const says = (...words: string[]) => ({ grade: 'high', kind: 'suicide', words, earVersion: '1' }) as const
const raise = async (...words: string[]) => {
  const raised = { caseId: v7(), callId: call.callId, origin: 'detected', grade: 'high', raisedAt: now() } as const
  await accepted(client.lifeChannel.raise({ ...raised, evidence: says(...words) }))
  return raised.caseId
}
const keep = (caseId: string, details: CallerDetails) =>
  accepted(client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: now(), details }))
const dismiss = (caseId: string) =>
  accepted(client.lifeChannel.act({ actId: v7(), caseId, at: now(), act: { what: 'dismissed' } }))
const reconsider = (caseId: string, verdict: { what: 'dismissed'; reason: string } | { what: 'restored' }) =>
  accepted(client.lifeChannel.reconsider({ actId: v7(), caseId, sessionId: call.sessionId, verdict }))
const read = (caseId: string) => accepted(client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '回访' }))
/** Files of the data folder, the log of the database among them. */
const holding = (words: RegExp) =>
  filesBelow(join(folder.path, 'data')).filter(({ bytes }) => words.test(bytes.toString('utf8')))
const isNowhere = (words: RegExp) => expect.poll(() => holding(words).map(({ name }) => name), patience).toEqual([])

const told = {
  ...{ callback: '13900008817 / 010-88886666', address: '人民路 12 号 3 楼', remark: '门禁 2580' },
  passedOn: ['13900008817', '人民路 12 号 3 楼'],
}
const own = { callback: '010-88886666', address: '', remark: '门禁 2580' }

test.each([
  ['on its card', (caseId: string) => dismiss(caseId)],
  ['on the page of cases', (caseId: string) => reconsider(caseId, { what: 'dismissed', reason: '听错了' })],
])('a wrong alarm said %s keeps what a person wrote sealed, and nothing that was passed on', async (_, say) => {
  const caseId = await raise('我不想活了')
  await keep(caseId, { callback: '13900008817', address: '', remark: '', passedOn: ['13900008817'] })
  await keep(caseId, told)
  await say(caseId)
  await isNowhere(/13900008817|人民路/u)
  await reconsider(caseId, { what: 'restored' })
  expect((await read(caseId)).details).toMatchObject(own)
})

const details = { callback: '13900008817', address: '', remark: '', passedOn: ['13900008817'] }

test('a wrong alarm that an older Earshot wrote down loses at the next start what it owes', async () => {
  const caseId = await raise('电话 13900008817 我不想活了')
  await keep(caseId, details)
  await console.close()
  const db = new Database(join(folder.path, 'data', 'earshot.db'))
  db.prepare(`INSERT INTO life_event (id, case_id, at, what) VALUES (?, ?, ?, 'dismissed')`).run(v7(), caseId, now())
  db.close()
  // As that Earshot would have left it.
  breakSeal(join(folder.path, 'data', 'earshot.db'))
  expect(holding(/13900008817/u)).not.toEqual([])
  console = await aConsole(join(folder.path, 'data'))
  client = clientOf(console.call)
  await isNowhere(/13900008817/u)
  expect((await read(caseId)).heard?.[0]?.evidence.words).toEqual(['电话 139****8817 我不想活了'])
})

test('a machine that fails right behind a wrong alarm leaves the number in no log of the database either', async () => {
  const caseId = await raise('我不想活了')
  await keep(caseId, details)
  await dismiss(caseId)
  const left = filesBelow(join(folder.path, 'data')).filter(({ name }) => /^earshot\.db(-wal)?$/.test(name))
  await console.close()
  for (const { name, bytes } of left) writeFileSync(join(folder.path, 'data', name), bytes)
  expect(holding(/13900008817/u).map(({ name }) => name)).toEqual([expect.stringMatching(/-wal$/)])
  console = await aConsole(join(folder.path, 'data'))
  client = clientOf(console.call)
  await isNowhere(/13900008817/u)
})

test('a number and an address beside the cry leave the words that were heard as well, and what is heard since', async () => {
  const caseId = await raise('电话 13900008817 他说我现在就要跳下去', '我住在朝阳区人民路 12 号 3 楼')
  await dismiss(caseId)
  const act = { what: 'heard', evidence: says('打我手机 13812345678 我不想活了') } as const
  await accepted(client.lifeChannel.act({ actId: v7(), caseId, at: now(), act }))
  await isNowhere(/13900008817|人民路 12|13812345678/u)
  const heard = (await read(caseId)).heard?.flatMap(({ evidence }) => evidence.words)
  expect(heard?.join()).toMatch(/139\*\*\*\*8817 他说我现在就要跳下去.*我住在朝阳区.*我不想活了/u)
})

test('a number that somebody took out is in no earlier row either; a row without marks was written by hand, and stays', async () => {
  const caseId = await raise('我不想活了')
  await keep(caseId, told)
  const { callback, address, remark } = own
  await keep(caseId, { callback, address, remark })
  await dismiss(caseId)
  await isNowhere(/13900008817|人民路/u)
  expect((await read(caseId)).details).toEqual(own)
})

test('follow-ups keep no number of a wrong alarm, written before it or since', async () => {
  const caseId = await raise('我不想活了')
  await accepted(client.lifeChannel.followUp({ caseId, text: '回拨 13912340001，没人接' }))
  await dismiss(caseId)
  await accepted(client.lifeChannel.followUp({ caseId, text: '又打 13912340003' }))
  await isNowhere(/13912340001|13912340003/u)
  expect((await read(caseId)).followUps.map(({ text }) => text)).toEqual([
    '回拨 139****0001，没人接',
    '又打 139****0003',
  ])
})

test('what a person wrote around a number that was passed on stays without it', async () => {
  const caseId = await raise('我不想活了')
  await keep(caseId, { ...own, callback: '13900008817 妈妈的', passedOn: ['13900008817'] })
  await dismiss(caseId)
  await isNowhere(/13900008817/u)
  expect((await read(caseId)).details).toMatchObject({ callback: '妈妈的' })
})
