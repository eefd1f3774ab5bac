import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aMeetingWithALine } from '../../builders/kept-meetings.ts'
import { aClock } from '../../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
const clock = aClock()
const open = async () => {
  console = await aReadyConsole(join(folder.path, 'data'), { clock })
  client = clientOf(console.call)
}
beforeEach(async () => {
  folder = aFolder()
  await open()
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

async function cry(callId: string) {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  const dismissed = { actId: v7(), caseId: raised.caseId, act: { what: 'dismissed' } } as const
  return () => accepted(client.lifeChannel.act({ ...dismissed, at: clock.now() }))
}

test('no meeting begins about a call that is sealed', async () => {
  const { of } = await aMeetingWithALine(client)
  const session = await accepted(client.sessions.current({}))
  const call = await accepted(client.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }))
  const wasWrong = await cry(call.id)
  const start = { callId: call.id, meetingId: v7() }
  expect(await client.meetings.start(start)).toMatchObject({ code: 'sealed' })
  expect(await accepted(client.meetings.ofCall({ callId: of.callId }))).not.toBeNull()
  await wasWrong()
  await accepted(client.meetings.start(start))
})

test('the meeting of a sealed call is in no list and in no month, and is back after a wrong alarm', async () => {
  const { of } = await aMeetingWithALine(client)
  const session = await accepted(client.sessions.current({}))
  await accepted(client.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }))
  const listed = () => accepted(client.meetings.list({ limit: 9 }))
  const months = () => accepted(client.meetings.months({}))
  expect(await listed()).toMatchObject({ total: 1, meetings: [{ callId: of.callId }] })
  const wasWrong = await cry(of.callId)
  expect(await listed()).toEqual({ total: 0, meetings: [] })
  expect(await months()).toEqual([])
  await wasWrong()
  expect(await listed()).toMatchObject({ total: 1, meetings: [{ lineCount: 1 }] })
  expect(await months()).toMatchObject([{ meetings: 1 }])
})

test('whoever saw a line before its call was sealed goes on with it after a wrong alarm', async () => {
  const { of, lineId } = await aMeetingWithALine(client)
  const line = { ...of, lineId, draftId: null, ownerName: null, dueOn: null } as const
  const edited = await accepted(client.meetings.editLine({ ...line, text: '改退款页', seenVersion: null }))
  const session = await accepted(client.sessions.current({}))
  await accepted(client.sessions.nextCall({ sessionId: session?.id ?? '', reference: null }))
  const wasWrong = await cry(of.callId)
  await wasWrong()
  const seenVersion = edited.lines[0]?.version ?? null
  const undone = await accepted(client.meetings.editLine({ ...line, text: '改文案', seenVersion }))
  expect(undone.lines).toMatchObject([{ text: '改文案' }])
})

test('after a restart a meeting has run as long as people went on talking, and then by the clock that nobody sets', async () => {
  const { of } = await aMeetingWithALine(client)
  const ran = async () => (await accepted(client.meetings.ofCall({ callId: of.callId })))?.elapsedMs
  clock.advance(60_000)
  await console.close()
  clock.advance(180_000)
  await open()
  expect(await ran()).toBe(240_000)
  clock.step(-3_600_000)
  clock.advance(5_000)
  expect(await ran()).toBe(245_000)
})
