import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { raiseFor } from '../../builders/full-call.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { rulesOf } from '../../builders/retention-rules.ts'
import { toldInTwin, toldOtherwise } from '../../builders/twins.ts'

/** Two houses that differ by what one sealed call holds: nobody is told by any answer how much it is. */
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function toldInHouse({
  isFull,
  isOn = false,
}: {
  isFull: boolean
  isOn?: boolean
}): Promise<Readonly<Record<string, string>>> {
  const folder = aFolder()
  const clock = aClock()
  const settings = someSettings()
  const console = await aReadyConsole(join(folder.path, 'data'), { clock, settings })
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
  const wish = { bookingId: null, listenerId: me, purpose: 'listen' } as const
  const { id: sessionId } = await accepted(client.sessions.start(wish))
  const aCall = async (typed: string) => {
    const { id } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
    await accepted(client.agents.name({ callId: id, typed }))
    return id
  }
  for (const typed of ['1001', '1002', '1003', '1004', '1005']) {
    const id = await aCall(typed)
    await accepted(client.silverHair.mark({ callId: id, mark: 'marked', origin: 'key' }))
  }
  // Enough for the duty as well, which counts what was sealed.
  const heard = { callId: await aCall('1001'), kind: 'voice', text: '降价没有补差', offsetMs: 1_000 } as const
  await accepted(client.notes.add({ ...heard, noteId: v7(), issueTypeId: null }))
  const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  if (isFull) {
    await accepted(client.agents.name({ callId, typed: '1006' }))
    await accepted(client.sessions.setReference({ callId, reference: 'CC-77' }))
    const note = (kind: 'voice' | 'praise' | 'risk', text: string) =>
      accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 1_000, issueTypeId: null }))
    const praise = await note('praise', '坐席很耐心')
    await accepted(client.thanks.collect({ noteId: praise.id }))
    await note('voice', '我想走了')
    await note('risk', '要留意')
    await accepted(client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
    await accepted(client.silverHair.press({ callId, press: { effort: 5 } }))
    const draft = { draftId: v7(), callId, noteId: null, kind: 'voice', text: '他说家里。' } as const
    await accepted(client.notes.storeDraft({ ...draft, caret: 0, offsetMs: 5, issueTypeId: null }))
    const of = { callId, meetingId: v7() }
    await accepted(client.meetings.start(of))
    await accepted(
      client.meetings.addLine({ ...of, lineId: v7(), draftId: null, ownerName: '王敏', text: '查一下', dueOn: null }),
    )
  }
  await raiseFor(client, callId)
  clock.advance(3_600_000)
  if (!isOn) await accepted(client.sessions.end({ sessionId }))
  clock.advance(86_400_000)
  const rules = rulesOf({ notes: 7, conversations: 7, drafts: 7, sealed: 7 })
  await accepted(client.retention.saveRules({ rules, isUnderstood: true, seenVersion: 0 }))
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
  const span = { from: '2026-09-01', to: '2026-09-30', date: '2026-09-18', month: '2026-09' }
  return toldInTwin(console.call, { known: { ...known, ...span }, wanted: '耐心' }, folder.path)
}

test('nobody is told what a sealed call holds, nor how much', async () => {
  const [full, bare] = [await toldInHouse({ isFull: true }), await toldInHouse({ isFull: false })]
  expect(toldOtherwise(full, bare)).toEqual([])
})

test('while it is still heard, only what the seat goes on with is told', async () => {
  const [full, bare] = [
    await toldInHouse({ isFull: true, isOn: true }),
    await toldInHouse({ isFull: false, isOn: true }),
  ]
  const ofTheSeat = ['sessions.calls', 'notes.ofCall', 'notes.ofSession', 'notes.drafts']
  expect(toldOtherwise(full, bare)).toEqual([...ofTheSeat, 'meetings.ofCall', 'meetings.ofSession'])
})
