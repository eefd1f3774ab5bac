import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../../electron/services/life-channel/sealing.ts'
import { sealedOf } from '../../../electron/storage/life-channel/sealed.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, aConsole, aFolder, clientOf } from '../../builders/console.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'

// Who writes on after the call is over writes under its seal: what they take out again is nobody's to read.

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let callId: string
let caseId: string
let meetingId: string
beforeEach(async () => {
  folder = aFolder()
  console = await aConsole(join(folder.path, 'data'))
  client = clientOf(console.call)
  callId = (await aCall(client)).callId
  meetingId = v7()
  await accepted(client.meetings.start({ callId, meetingId }))
  await accepted(client.sessions.endCall({ callId }))
  caseId = v7()
  const raised = { caseId, callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const read = async () => accepted(client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '回访' }))
const sealed = async () => (await read()).halfDone.toSorted()
const types = (draftId: string, text: string) => {
  const about = { callId, noteId: null, seenVersion: null, kind: 'voice', issueTypeId: null } as const
  return accepted(client.notes.storeDraft({ ...about, caret: 0, offsetMs: 5, draftId, text }))
}
const typesLine = (draftId: string, text: string) =>
  accepted(client.meetings.storeDraft({ meetingId, lineId: null, seenVersion: null, caret: 0, draftId, text }))
/** Two that are put away: what is done with the first one leaves the other. */
async function twoPutAway(type: (draftId: string, text: string) => Promise<unknown>, first: string) {
  const [slip, left] = [v7(), v7()]
  await type(slip, first)
  await types(left, '她说她在桥上')
  await expect.poll(sealed, patience).toHaveLength(2)
  return slip
}
const theOther = [expect.stringContaining('桥')]

test('words that were begun in a sealed call and taken out again are not sealed; others stay, and what is left half done', async () => {
  await types(await twoPutAway(types, '个个个'), '')
  expect(await sealed()).toEqual(theOther)
})

test('nor are words that were given up', async () => {
  const draftId = await twoPutAway(types, '个个个')
  await accepted(client.notes.dropDraft({ callId, draftId }))
  expect(await sealed()).toEqual(theOther)
})

test('nor is a line of its meeting that was taken out again', async () => {
  await typesLine(await twoPutAway(typesLine, '个个个'), '')
  expect(await sealed()).toEqual(theOther)
})

test('words that became a note are not half done beside it', async () => {
  const draftId = await twoPutAway(types, '个个个')
  const typed = { kind: 'voice', text: '个个个', offsetMs: 5, issueTypeId: null } as const
  await accepted(client.notes.add({ ...typed, noteId: v7(), callId, draftId }))
  const { notes, halfDone } = await read()
  expect(notes.map(({ text }) => text)).toEqual(['个个个'])
  expect(halfDone).toEqual(theOther)
})

test('words that were refused as a note stay half done', async () => {
  const draftId = await twoPutAway(types, '个个个')
  const typed = { kind: 'voice', text: ' ', offsetMs: 5, issueTypeId: null } as const
  expect(await client.notes.add({ ...typed, noteId: v7(), callId, draftId })).toMatchObject({ code: 'empty' })
  expect(await sealed()).toHaveLength(2)
})

test('what cannot be taken out now is taken out with what happens next; words that are there again stay', async () => {
  const [slip, again] = [await twoPutAway(types, '个个个'), v7()]
  await types(again, '还是要的')
  await expect.poll(sealed, patience).toHaveLength(3)
  const db = new Database(join(folder.path, 'data', 'earshot.db'))
  db.exec(`CREATE TRIGGER full BEFORE DELETE ON life_sealed BEGIN SELECT RAISE(ABORT, 'full'); END`)
  await types(slip, '')
  await types(again, '')
  expect(await sealed()).toHaveLength(3)
  db.exec('DROP TRIGGER full')
  db.close()
  await types(again, '还是要的')
  await expect.poll(sealed, patience).toEqual([...theOther, '还是要的'])
})

test('words given up while the key of what is sealed is away go once it is there', async () => {
  const desk = await someoneListening()
  let isAway = false
  const sealer = { ...plainSealer, open: ({ payload }: { payload: string }) => (isAway ? null : payload) }
  const sealing = makeSealing(desk.parts, sealer)
  const raised = { caseId: v7(), callId: desk.call.id, origin: 'key', grade: null, evidence: null } as const
  const life = lifeChannelService(desk.parts, sealing, sealer)
  await accepted(life.raise({ ...raised, raisedAt: desk.clock.now() }, desk.asker))
  await accepted(desk.sessions.endCall({ callId: desk.call.id }, desk.asker))
  const draft = { callId: desk.call.id, draftId: v7() }
  await accepted(desk.notes.storeDraft(desk.draftWish('个个个', draft), desk.asker))
  sealing.putAway()
  isAway = true
  sealing.takenOut(draft)
  const words = async () => JSON.stringify(await desk.engine.read(() => sealedOf(raised.caseId)))
  expect(await words()).toContain('个个个')
  isAway = false
  await sealing.begin()
  expect(await words()).not.toContain('个个个')
  sealing.stop()
  desk.close()
})
