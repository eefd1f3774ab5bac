import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { rulesOf } from '../../builders/retention-rules.ts'
import { toldInTwin, toldOtherwise } from '../../builders/twins.ts'

/** Two houses that differ by praise of one of four agents, noted and half done: whoever did not hear it is told the same in both. */
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
  const begin = (kind: 'voice' | 'praise', text: string, of: string, noteId: string | null = null) => {
    const draft = { draftId: v7(), callId: of, noteId, kind, text, caret: 0, offsetMs: 1_000, issueTypeId: null }
    return accepted(client.notes.storeDraft(draft))
  }
  const noteIds = [(await note('voice', '降价没有补差')).id]
  await begin('voice', '还没写完', callId)
  if (isPraised) {
    const praise = await note('praise', '蔚蓝鲸鱼很耐心')
    await accepted(client.thanks.collect({ noteId: praise.id }))
    noteIds.push(praise.id)
    await begin('praise', '也很细', callId)
    await begin('voice', '改成原声', callId, praise.id)
  }
  clock.advance(3_600_000)
  await accepted(client.sessions.end({ sessionId }))
  // For the duty it counts without a note as well.
  const { id: quietId } = await accepted(client.sessions.start({ bookingId: null, listenerId: me, purpose: 'answer' }))
  const { id: quietCallId } = await accepted(client.sessions.nextCall({ sessionId: quietId, reference: null }))
  if (isPraised) {
    const alone = { noteId: v7(), callId: quietCallId, kind: 'praise', text: '很耐心', offsetMs: 1_000 } as const
    await accepted(client.notes.add({ ...alone, issueTypeId: null }))
  }
  clock.advance(3_600_000)
  await accepted(client.sessions.end({ sessionId: quietId }))
  // Written in review.
  if (isPraised) await begin('praise', '第二天想起来', quietCallId)
  await accepted(
    client.retention.saveRules({ rules: rulesOf({ notes: 7, drafts: 7 }), isUnderstood: true, seenVersion: 0 }),
  )
  const told = async () => {
    settings.save({ me: curious })
    const known = {
      sessionId,
      callId,
      callIds: [callId, quietCallId],
      sessionIds: [sessionId, quietId],
      personId: me,
      year: 2026,
      scope: '全部',
    }
    return toldInTwin(console.call, { known, wanted: '耐心' }, folder.path)
  }
  return { client, settings, curious, callIds: [callId, quietCallId], noteIds, told }
}

test('somebody else is told the same with and without it', async () => {
  const [praised, plainHouse] = [await aHouse({ isPraised: true }), await aHouse({ isPraised: false })]
  const [one, other] = [await praised.told(), await plainHouse.told()]
  expect(Object.keys(one).length).toBeGreaterThan(80)
  // Leaders are told of praise there, and of no call.
  expect(toldOtherwise(one, other)).toEqual(['thanks.list'])
})

test('the list of thanks leads to no note, and tells no minute', async () => {
  const { client, settings, curious, noteIds } = await aHouse({ isPraised: true })
  settings.save({ me: curious })
  const { thanks } = await accepted(client.thanks.list({ state: 'waiting' }))
  expect(thanks).toMatchObject([{ day: '2026-09-18', hour: 9, collectedOn: '2026-09-18', collectedBy: null }])
  const told = JSON.stringify(thanks)
  expect(noteIds.filter((id) => told.includes(id))).toEqual([])
  expect(told).not.toMatch(/\d\d:\d\d/)
  const madeAt = Number.parseInt(thanks[0]?.id.replace('-', '').slice(0, 12) ?? '', 16)
  expect(new Date(madeAt).toISOString()).toBe('2026-09-18T00:00:00.000Z')
})

test('what is half done of praise is told to whoever began it and to whoever heard the call, and to nobody else', async () => {
  const { client, settings, curious, callIds } = await aHouse({ isPraised: true })
  const [callId = ''] = callIds
  const texts = async () => (await accepted(client.notes.halfDone({}))).map(({ text }) => text).sort()
  const ofCall = async () => (await accepted(client.notes.drafts({ callId }))).map(({ text }) => text).sort()
  expect([await texts(), await ofCall()]).toEqual([
    ['也很细', '改成原声', '第二天想起来', '还没写完'].sort(),
    ['也很细', '改成原声', '还没写完'].sort(),
  ])
  settings.save({ me: curious })
  expect([await texts(), await ofCall()]).toEqual([['还没写完'], ['还没写完']])
  const own = { draftId: v7(), callId, noteId: null, kind: 'praise', text: '我也听到了' } as const
  await accepted(client.notes.storeDraft({ ...own, caret: 0, offsetMs: 1_000, issueTypeId: null }))
  expect(await texts()).toEqual(['我也听到了', '还没写完'])
  settings.save({ me: null })
  expect(await texts()).toEqual(['还没写完'])
})

test('praise, noted and half done, is told to its listener under the record that is kept, too', async () => {
  const { client, settings, curious, callIds } = await aHouse({ isPraised: true })
  const [callId = ''] = callIds
  const goneId = settings.read().me ?? ''
  const merge = { keptId: curious, goneId, seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(client.merges.merge(merge))
  expect(settings.read().me).toBe(curious)
  expect((await accepted(client.notes.ofCall({ callId }))).map(({ kind }) => kind)).toContain('praise')
  expect((await accepted(client.notes.drafts({ callId }))).map(({ text }) => text)).toContain('也很细')
  expect(await accepted(client.agents.ofCall({ callId }))).toMatchObject({ isNamed: true })
})
