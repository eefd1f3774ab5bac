import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { aConsole, accepted, aFolder, clientOf } from '../../builders/console.ts'
import { aMeetingWithALine } from '../../builders/kept-meetings.ts'
import { aClock } from '../../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
let share: string
let console: OpenConsole
let client: Client
let meeting: Meeting
const clock = aClock()
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  console = await aConsole(join(folder.path, 'data'), { clock })
  client = clientOf(console.call)
  const { of } = await aMeetingWithALine(client)
  const found = await accepted(client.meetings.ofCall({ callId: of.callId }))
  if (found === null) throw new Error('no meeting')
  meeting = found
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const wish = (change: { folder?: string } = {}) => ({
  ...{
    folder: share,
    language: 'zh' as const,
    meeting,
    voices: [{ offsetMs: 65_000, text: '打 13912345678\n# 退款' }],
  },
  ...change,
})

test('minutes go out whole, under the name of their call and minute, and no two over each other; nothing is left behind', async () => {
  const { fileName } = await accepted(client.meetings.writeMinutes(wish()))
  expect(fileName).toMatch(/^听线纪要_第1通_2026-09-18_0900_01\.md$/)
  const text = readFileSync(join(share, fileName), 'utf8')
  expect(text).toContain('| 改文案 | 还没有人 |  | 未定 |')
  const second = await accepted(client.meetings.writeMinutes({ ...wish(), language: 'zh' }))
  expect(readdirSync(share).toSorted()).toEqual([fileName, second.fileName].toSorted())
  const english = await accepted(client.meetings.writeMinutes({ ...wish(), language: 'en' }))
  expect(english.fileName).toBe('Earshot-minutes_call-1_2026-09-18_0900_01.md')
  expect(readdirSync(join(folder.path, 'data', 'outbox'))).toEqual([])
})

test('words that are handed in for minutes are masked once more, and no markup', async () => {
  const [line] = meeting.lines
  if (line === undefined) throw new Error('no line')
  meeting = { ...meeting, attendees: ['13812345678'], lines: [{ ...line, ownerName: '<b>13712345678', text: 'a | b' }] }
  const { fileName } = await accepted(client.meetings.writeMinutes(wish()))
  const text = readFileSync(join(share, fileName), 'utf8')
  expect(text).toContain('139\\*\\*\\*\\*5678 \\# 退款')
  expect(text).toContain('138\\*\\*\\*\\*5678')
  expect(text).toContain('| a \\| b | \\<b\\>137\\*\\*\\*\\*5678 |')
})

test('a folder that takes nothing is named with its reason; of a call that was sealed meanwhile nothing is written', async () => {
  expect(await client.meetings.writeMinutes(wish({ folder: 'share' }))).toMatchObject({ code: 'folder_not_absolute' })
  const own = wish({ folder: join(folder.path, 'data') })
  expect(await client.meetings.writeMinutes(own)).toMatchObject({ code: 'data_folder' })
  const raised = { caseId: v7(), callId: meeting.callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  expect(await client.meetings.writeMinutes(wish())).toMatchObject({ code: 'sealed' })
  expect(readdirSync(share)).toEqual([])
  await accepted(
    client.lifeChannel.act({ actId: v7(), caseId: raised.caseId, at: clock.now(), act: { what: 'dismissed' } }),
  )
  rmSync(share, { recursive: true })
  expect(await client.meetings.writeMinutes(wish())).toMatchObject({
    ...{ code: 'not_taken', detail: { reason: 'folder_missing' } },
  })
})
