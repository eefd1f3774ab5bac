import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { sendAgain } from '../../builders/settled-export.ts'

const CRY = '说了想死'

let folder: ReturnType<typeof aFolder>
let share: string
let desk: Awaited<ReturnType<typeof aReadyConsole>>
let client: Client
let callId: string
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  desk = await aReadyConsole(join(folder.path, 'data'))
  client = clientOf(desk.call)
  const { sessionId, callId: first } = await aCall(client)
  callId = first
  const cry = await aNoteIn(client, callId, 1, CRY)
  await opens(cry.id)
  await accepted(client.sessions.nextCall({ sessionId, reference: null }))
})
afterEach(async () => {
  await desk.close()
  folder.remove()
})

const opens = (noteId: string, title = CRY) =>
  accepted(client.tickets.open({ title, issueTypeId: 'coupon', priority: 2, department: '物流部', noteIds: [noteId] }))
const ledger = () => accepted(client.exports.list({ limit: 9 }))
const outbox = () => readdirSync(join(folder.path, 'data', 'outbox'))
async function parked() {
  const selection = { by: 'range', range: 'all' } as const
  const wish = { selection, scope: '全部', language: 'zh', formats: ['csv' as const], folder: share } as const
  const [file] = await accepted(client.exports.start({ ...wish, formats: ['csv'] }))
  await vi.waitFor(async () => expect(await ledger()).toMatchObject([{ state: 'waiting' }]), patience)
  const bytes = () => readFileSync(join(folder.path, 'data', 'outbox', `${file?.id}.csv`), 'utf8')
  expect(bytes()).toContain(CRY)
  return { exportId: file?.id ?? '', bytes }
}
const seal = () =>
  accepted(
    client.lifeChannel.raise({
      ...{ caseId: v7(), callId, origin: 'key', grade: null, evidence: null },
      raisedAt: '2026-09-18T01:00:00.000Z',
    }),
  )

test('a file that waits for its folder is made anew without what was sealed, and so it arrives', async () => {
  const session = await accepted(client.sessions.current({}))
  const call = await accepted(client.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }))
  await opens((await aNoteIn(client, call.id, 2, '包裹没到')).id, '查物流')
  const { exportId, bytes } = await parked()
  await seal()
  await vi.waitFor(async () => {
    expect(await ledger()).toMatchObject([{ state: 'waiting', ticketCount: 1 }])
    expect(bytes()).not.toContain(CRY)
  }, patience)
  mkdirSync(share)
  await sendAgain(client, exportId)
  await vi.waitFor(async () => expect(await ledger()).toMatchObject([{ state: 'delivered', ticketCount: 1 }]), patience)
  const [fileName = ''] = readdirSync(share)
  const text = readFileSync(join(share, fileName), 'utf8')
  expect(text).toContain('包裹没到')
  expect(text).not.toContain('想死')
  expect(outbox()).toEqual([])
})

test('a file that told of nothing else goes nowhere, and the ledger says that nothing is left in it', async () => {
  const { exportId } = await parked()
  await seal()
  await vi.waitFor(async () => {
    expect(await ledger()).toMatchObject([{ state: 'cancelled', ticketCount: 0 }])
    expect(outbox()).toEqual([])
  }, patience)
  mkdirSync(share)
  expect(await client.exports.retry({ exportId, folder: null })).toMatchObject({ code: 'not_waiting' })
  expect(readdirSync(share)).toEqual([])
})
