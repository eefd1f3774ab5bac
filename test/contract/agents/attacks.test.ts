import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { everyAnswer, tellingOf } from '../../builders/every-answer.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { rulesOf } from '../../builders/retention-rules.ts'

/** What somebody may try who wants to know how one agent works: no answer tells it of fewer than five. */
const PRAISE = '蔚蓝鲸鱼很耐心'
const HOUR_MS = 3_600_000

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let sessionId: string
let praisedCallId: string
let curious: string
const clock = aClock()
const settings = someSettings()
beforeEach(async () => {
  folder = aFolder()
  console = await aReadyConsole(join(folder.path, 'data'), { clock, settings })
  client = clientOf(console.call)
  const [listenerId, other] = [await aPerson('王敏'), await aPerson('陈思远')]
  curious = other
  settings.save({ me: listenerId })
  sessionId = (await accepted(client.sessions.start({ bookingId: null, listenerId, purpose: 'listen' }))).id
  praisedCallId = await aCallOf('1001')
  const praise = { noteId: v7(), callId: praisedCallId, kind: 'praise', text: PRAISE, offsetMs: 1_000 } as const
  await accepted(client.notes.add({ ...praise, issueTypeId: null }))
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const aPerson = async (name: string) =>
  (await accepted(client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))).id
async function aCallOf(typed: string): Promise<string> {
  const { id } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  await accepted(client.agents.name({ callId: id, typed }))
  return id
}
const callsOf = async (...agents: string[]) => {
  const calls: string[] = []
  for (const agent of agents) calls.push(await aCallOf(agent))
  return calls
}
async function seal(callId: string) {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
}
/** The calls of the contract that tell somebody else of the praise. */
async function toldToOthers(): Promise<string[]> {
  await accepted(client.sessions.end({ sessionId }))
  settings.save({ me: curious })
  const known = { sessionId, callId: praisedCallId, year: 2026, scope: '全部' }
  return tellingOf(await everyAnswer(console.call, { known, wanted: PRAISE.slice(0, 4) }), PRAISE)
}

test('of five agents praise is told to others, in the notes of its session and call alone', async () => {
  await callsOf('1002', '1003', '1004', '1005')
  await seal(await aCallOf('1006'))
  expect(await toldToOthers()).toEqual(['notes.ofCall', 'notes.ofSession'])
})

test('four agents over two days are no more than four, however many calls they took', async () => {
  await callsOf('1002', '1003', '1004')
  clock.advance(24 * HOUR_MS)
  await callsOf('1001', '1002', '1003', '1004')
  expect(await toldToOthers()).toEqual([])
})

test('one agent typed in five ways is one', async () => {
  await callsOf('工号1001', ' 1001 ', '１００１', '1001号')
  expect(await toldToOthers()).toEqual([])
})

test.each([
  ['of four agents it is not', ['1002', '1003', '1004'], 1],
  ['of five it is', ['1002', '1003', '1004', '1005'], 2],
])('praise is counted to others where it is told: %s', async (_, agents, noteCount) => {
  await callsOf(...agents)
  await accepted(client.sessions.setReference({ callId: praisedCallId, reference: 'CC-7' }))
  const heard = { noteId: v7(), callId: praisedCallId, kind: 'voice', text: '降价没有补差', offsetMs: 2_000 } as const
  await accepted(client.notes.add({ ...heard, issueTypeId: null }))
  const counts = async () => {
    const { sessions } = await accepted(
      client.sessions.list({ listener: '', from: null, to: null, limit: 5, offset: 0 }),
    )
    const one = await accepted(client.sessions.get({ sessionId }))
    const { kinds } = await accepted(client.retention.due({}))
    const found: (number | undefined)[] = []
    for (const text of ['', '王敏'])
      found.push((await accepted(client.search.everywhere({ text, limit: 5 }))).sessions.hits[0]?.session.noteCount)
    return [sessions[0]?.noteCount, one.noteCount, kinds[0]?.items[0]?.wordCount, ...found]
  }
  await accepted(client.sessions.end({ sessionId }))
  const rules = rulesOf({ notes: 7 })
  await accepted(client.retention.saveRules({ rules, isUnderstood: true, seenVersion: 0 }))
  expect(await counts()).toEqual(Array(5).fill(2))
  settings.save({ me: curious })
  expect(await counts()).toEqual(Array(5).fill(noteCount))
  const again = await accepted(client.tickets.callsByReference({ reference: 'CC-7', exceptCallId: v7(), limit: 5 }))
  expect(again.calls.map((call) => call.noteCount)).toEqual([1])
})

test('a passport counts no praise to anybody, also where the duty needs as many notes as there are with it', async () => {
  await callsOf('1002')
  clock.set('2026-09-18T03:00:00.000Z')
  await accepted(client.sessions.end({ sessionId }))
  const me = settings.read().me ?? ''
  const rules = await accepted(client.passports.rules({ year: 2026 }))
  const shown = async (leastNotes: number) => {
    const now = await accepted(client.passports.rules({ year: 2026 }))
    const changed = {
      ...rules.rules,
      leastNotes: { listen: leastNotes, answer: 0 },
      leastMinutes: { listen: 0, answer: 0 },
    }
    await accepted(client.passports.saveRules({ year: 2026, seenVersion: now.version, rules: changed }))
    settings.save({ me: curious })
    const { credits } = await accepted(client.passports.get({ personId: me, year: 2026 }))
    return credits.map(({ why, session }) => [why, session?.noteCount])
  }
  expect(await shown(0)).toEqual([[null, 0]])
  expect(await shown(1)).toEqual([[null, 1]])
  expect(await shown(2)).toEqual([['too_few_notes', 0]])
})

test('an agent who is taken back, or whose call is sealed, counts no more', async () => {
  const [, , , fifth = ''] = await callsOf('1002', '1003', '1004', '1005')
  await seal(fifth)
  const sixth = await aCallOf('1006')
  await accepted(client.agents.takeBack({ callId: sixth }))
  expect(await toldToOthers()).toEqual([])
})
