import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { rulesOf } from '../../builders/retention-rules.ts'
import { toldInTwin, toldOtherwise } from '../../builders/twins.ts'

/** Two houses that differ by one praise of one of four agents: whoever did not hear it is told the same in both. */
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function aHouse({ isPraised }: { isPraised: boolean }) {
  const folder = aFolder()
  const clock = aClock()
  const settings = someSettings()
  const console: OpenConsole = await aReadyConsole(join(folder.path, 'data'), { clock, settings })
  closing.push(async () => {
    await console.close()
    folder.remove()
  })
  const client = clientOf(console.call)
  const aPerson = async (name: string) =>
    (await accepted(client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null })))
      .id
  const [me, curious] = [await aPerson('王敏'), await aPerson('陈思远')]
  settings.save({ me })
  const { id: sessionId } = await accepted(
    client.sessions.start({ bookingId: null, listenerId: me, purpose: 'listen' }),
  )
  const calls: string[] = []
  for (const typed of ['1001', '1002', '1003', '1004']) {
    const { id } = await accepted(client.sessions.nextCall({ sessionId, reference: `CC-${typed}` }))
    await accepted(client.agents.name({ callId: id, typed }))
    calls.push(id)
  }
  const [callId = ''] = calls
  const note = (kind: 'voice' | 'praise', text: string) =>
    accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 1_000, issueTypeId: null }))
  const noteIds = [(await note('voice', '降价没有补差')).id]
  if (isPraised) {
    const praise = await note('praise', '蔚蓝鲸鱼很耐心')
    await accepted(client.thanks.collect({ noteId: praise.id }))
    noteIds.push(praise.id)
  }
  clock.advance(3_600_000)
  await accepted(client.sessions.end({ sessionId }))
  await accepted(client.retention.saveRules({ rules: rulesOf({ notes: 7 }), isUnderstood: true, seenVersion: 0 }))
  const told = async () => {
    settings.save({ me: curious })
    const known = {
      sessionId,
      callId,
      callIds: [callId],
      sessionIds: [sessionId],
      personId: me,
      year: 2026,
      scope: '全部',
    }
    return toldInTwin(console.call, { known, wanted: '耐心' }, folder.path)
  }
  return { client, noteIds, told }
}

test('somebody else is told the same with and without it', async () => {
  const [praised, plainHouse] = [await aHouse({ isPraised: true }), await aHouse({ isPraised: false })]
  const [one, other] = [await praised.told(), await plainHouse.told()]
  expect(Object.keys(one).length).toBeGreaterThan(80)
  // Leaders are told of praise there, and of no call.
  expect(toldOtherwise(one, other)).toEqual(['thanks.list'])
})

test('the list of thanks leads to no note, and tells no minute', async () => {
  const { client, noteIds } = await aHouse({ isPraised: true })
  const { thanks } = await accepted(client.thanks.list({ state: 'waiting' }))
  expect(thanks).toMatchObject([{ day: '2026-09-18', hour: 9, collectedOn: '2026-09-18' }])
  const told = JSON.stringify(thanks)
  expect(noteIds.filter((id) => told.includes(id))).toEqual([])
  expect(told).not.toMatch(/\d\d:\d\d/)
})
