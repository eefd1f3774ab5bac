import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'

// Who writes on after the call is over writes under its seal: what they take out again is nobody's to read.

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
beforeEach(async () => {
  folder = aFolder()
  console = await aConsole(join(folder.path, 'data'))
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

test('words that were begun in a sealed call and taken out again are not sealed; others stay, and what is left half done', async () => {
  const { callId } = await aCall(client)
  await accepted(client.sessions.endCall({ callId }))
  const caseId = v7()
  const raised = { caseId, callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  const about = {
    callId,
    noteId: null,
    seenVersion: null,
    kind: 'voice',
    issueTypeId: null,
    caret: 0,
    offsetMs: 5,
  } as const
  const types = (draftId: string, text: string) => accepted(client.notes.storeDraft({ ...about, draftId, text }))
  const read = { caseId, readingId: v7(), reason: '回访' }
  const sealed = async () => (await accepted(client.lifeChannel.readSealed(read))).halfDone.toSorted()
  const [slip, left] = [v7(), v7()]
  await types(slip, '个个个')
  await types(left, '她说她在桥上')
  await expect.poll(sealed, patience).toHaveLength(2)
  await types(slip, '')
  expect(await sealed()).toEqual([expect.stringContaining('桥')])
})
