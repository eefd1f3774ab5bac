import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { openKeptAnswers } from '../../../electron/storage/team/kept-answers.ts'
import { filesBelow } from '../../builders/bytes-of.ts'
import { aCall, accepted, aNoteIn } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

// What a hub answered of a call, and a seal that comes at that moment: the desk keeps no answer that may quote it.

const { aHub, aDesk, joined } = teamsOfTests()
const CRY = '琥珀鲸鱼'
const ok = (value: unknown) => ({ ok: true, value })

async function aMember() {
  const hub = await aHub({ answer: ({ call }) => ok(call === 'tickets.departments' ? [CRY] : []) })
  const desk = await aDesk()
  await joined(desk, hub)
  const isHere = async () =>
    expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind: 'here' }, hasCopies: true })
  await vi.waitFor(isHere, patience)
  const away = async () => {
    await hub.stop()
    const isAway = async () =>
      expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind: 'away' } })
    await vi.waitFor(isAway, patience)
  }
  const ask = () => desk.call('tickets.departments', {})
  /** Of all files that the desk has. */
  const onDisk = () =>
    filesBelow(desk.folder)
      .filter(({ bytes }) => bytes.includes(CRY))
      .map(({ name }) => name)
  return { hub, desk, ask, away, onDisk }
}

test('an answer that was on its way while a call was sealed is told to whoever asked, and kept nowhere', async () => {
  const { hub, desk, ask, away, onDisk } = await aMember()
  const answers: (() => void)[] = []
  hub.answerLater(answers)
  const asked = ask()
  await vi.waitFor(() => expect(answers).toHaveLength(1), patience)
  desk.events.length = 0
  // The hub sealed a call after it had read, and tells of it first.
  hub.tell({ kind: 'changed', topics: ['lifeChannel'] })
  hub.tell({ kind: 'changed', topics: ['seats'] })
  hub.answerLater(null)
  for (const answer of answers) answer()
  expect(await asked).toEqual(ok([CRY]))
  await away()
  expect(await ask()).toMatchObject({ code: 'offline' })
  expect(onDisk()).toEqual([])
})

test('an answer that came right before the seal is not kept after it', async () => {
  const { hub, ask, away, onDisk } = await aMember()
  const answers: (() => void)[] = []
  hub.answerLater(answers)
  const asked = ask()
  await vi.waitFor(() => expect(answers).toHaveLength(1), patience)
  hub.answerLater(null)
  // Both in one go of the wire: the answer is kept once whoever asked has it.
  for (const answer of answers) answer()
  hub.tell({ kind: 'changed', topics: ['lifeChannel'] })
  expect(await asked).toEqual(ok([CRY]))
  await away()
  expect(await ask()).toMatchObject({ code: 'offline' })
  expect(onDisk()).toEqual([])
})

test('a cry at a desk whose hub is away leaves no answer that may quote its call', async () => {
  const { desk, ask, away, onDisk } = await aMember()
  expect(await ask()).toEqual(ok([CRY]))
  await vi.waitFor(() => expect(onDisk()).not.toEqual([]), patience)
  await away()
  expect(await ask()).toMatchObject({ ok: true, value: [CRY] })
  const raised = { caseId: v7(), callId: null, origin: 'key', grade: null, evidence: null } as const
  await accepted(desk.client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  expect(await ask()).toMatchObject({ code: 'offline' })
  expect(onDisk()).toEqual([])
})

test('what others made of its notes, fetched to come home, is forgotten where a call is sealed before the desk has left', async () => {
  let noteId = ''
  const note = () => ({ noteId, note: { id: noteId, text: CRY }, events: [], changes: [] })
  const answers: Record<string, (input: unknown) => unknown> = {
    'arrivals.changedNotes': (input) => ok((input as { after: string }).after === '' ? [note()] : []),
    // It takes its time to let the desk go.
    'desks.leave': () => undefined,
  }
  const hub = await aHub({ answer: ({ call, input }) => (call in answers ? answers[call]?.(input) : ok([])) })
  const desk = await aDesk()
  await joined(desk, hub)
  const { sessionId, callId } = await aCall(desk.client)
  noteId = (await aNoteIn(desk.client, callId, 1)).id
  await accepted(desk.client.sessions.end({ sessionId }))
  await vi.waitFor(async () => expect(await accepted(desk.client.team.waiting({}))).toEqual([]), patience)
  const left = desk.client.team.leave({})
  await vi.waitFor(() => expect(hub.asked.map(({ call }) => call)).toContain('desks.leave'), patience)
  const [path = ''] = readdirSync(join(desk.folder, 'team'))
  const file = new Database(join(desk.folder, 'team', path, 'earshot.db'), { readonly: true })
  const fetched = () => file.prepare('SELECT count(*) FROM changed_elsewhere').pluck().get()
  expect(fetched()).toBe(1)
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(desk.client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  expect(fetched()).toBe(0)
  file.close()
  await left
})

test('a desk that was killed right after a cry, its hub away, shows no answer that may quote its call as it starts again', async () => {
  const { desk, ask, away, onDisk } = await aMember()
  await away()
  const walkUp = { bookingId: null, listenerId: null, purpose: 'listen' } as const
  const session = await accepted(desk.client.sessions.start(walkUp))
  const { id: callId } = await accepted(desk.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(desk.client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
  // As it was the moment before: sealed, and nothing forgotten yet.
  const [file = ''] = readdirSync(desk.folder, { recursive: true }).filter((name) =>
    /kept-answers\.db$/.test(String(name)),
  )
  await desk.close()
  const kept = openKeptAnswers(dirname(join(desk.folder, String(file))))
  kept.asked('tickets.departments', {})({ value: [CRY], at: new Date().toISOString() })
  kept.close()
  expect(onDisk()).not.toEqual([])
  await desk.startAgain()
  expect(await ask()).toMatchObject({ code: 'offline' })
  expect(onDisk()).toEqual([])
})
