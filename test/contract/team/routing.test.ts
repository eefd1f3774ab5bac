import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { FILE_INPUT_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import { aCall, accepted, aNoteIn } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import type { AskedOfHub } from '../../builders/small-hub.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

const { aHub, aDesk, joined } = teamsOfTests()

const ok = (value: unknown) => ({ ok: true, value })
const noSuch = { ok: false, code: 'not_found', detail: {} }
const ticket = {
  ...{
    id: v7(),
    number: 1,
    title: '价保',
    issueTypeId: 'coupon',
    priority: 2,
    state: 'unclaimed',
    department: '商品',
    ownerName: null,
  },
  ...{ openedAt: '2026-11-26T09:00:00.000Z', dueAt: '2026-11-27T09:00:00.000Z', answerBy: null, pausedAt: null },
  ...{ pausedWorkingMs: 0, closedAt: null, quoteCount: 1, version: 1 },
}
const list = { filter: {}, sort: 'newest', limit: 10, offset: 0 }
const wish = { title: '价保', issueTypeId: 'coupon', priority: 2, department: '商品' }

/** A member at a hub that answers so; what is not there is answered with an empty list. */
async function aMember(answers: Record<string, (asked: AskedOfHub) => unknown> = {}) {
  const hub = await aHub({ answer: (asked) => answers[asked.call]?.(asked) ?? ok([]) })
  const desk = await aDesk()
  await joined(desk, hub)
  const linkIs = (kind: string) =>
    vi.waitFor(
      async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind } }),
      patience,
    )
  await linkIs('here')
  await vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ hasCopies: true }),
    patience,
  )
  hub.asked.length = 0
  return {
    hub,
    desk,
    client: desk.client,
    linkIs,
    goAway: async () => {
      await hub.stop()
      await linkIs('away')
    },
    comeBack: async () => {
      await hub.startAgain()
      await linkIs('here')
    },
  }
}

test('what all share is asked of the hub, what is this desk’s is not; a change has an id and its topics are told at once', async () => {
  const { hub, desk, client } = await aMember({ 'tickets.withdraw': () => ok(ticket) })
  expect(await client.people.list({})).toEqual(ok([]))
  await accepted(client.settings.get({}))
  await accepted(client.sessions.current({}))
  await accepted(client.notes.halfDone({}))
  expect(await desk.call('people.list', { padding: 'x'.repeat(FILE_INPUT_LIMIT_BYTES) })).toMatchObject({
    code: 'too_large',
  })
  for (const depth of [100, 5_000, 200_000]) {
    const deep: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    for (const call of ['people.list', 'tickets.withdraw'])
      expect(await desk.call(call, { deep })).toEqual({ ok: false, code: 'bad_input', detail: { issues: [] } })
  }
  expect(hub.asked.map(({ call }) => call)).toEqual(['people.list'])
  desk.events.length = 0
  await desk.call('tickets.withdraw', { ticketId: ticket.id })
  expect(hub.asked.at(-1)?.command).toMatch(/^[0-9a-f-]{14}7/)
  expect(desk.events).toContainEqual({ kind: 'changed', topics: ['tickets', 'notes'] })
})

test('what the hub refuses is told as it is; what is no answer by the contract goes to no window', async () => {
  const person = {
    id: v7(),
    name: '王敏',
    department: '',
    role: 'queen',
    employeeNumber: null,
    email: null,
    version: 1,
  }
  const { client } = await aMember({
    'tickets.get': () => noSuch,
    'people.list': () => ok(Array.from({ length: 1_200 }, () => person)),
    'rooms.list': () => ok([{ name: 7 }]),
    'tickets.departments': () => ({ ok: false, code: 'launch', detail: {} }),
    'tickets.issueTypes': () => 'nonsense',
    'people.add': () => ({ ok: false, code: 'not_allowed', detail: { needs: ['coordinator'] } }),
  })
  expect(await client.tickets.get({ ticketId: v7() })).toEqual(noSuch)
  expect(await client.people.add({ ...person, role: 'listener' })).toMatchObject({ code: 'not_allowed' })
  for (const answer of [
    await client.people.list({}),
    await client.rooms.list({}),
    await client.tickets.departments({}),
    await client.tickets.issueTypes({}),
  ])
    expect(answer).toEqual({
      ok: false,
      code: 'unexpected',
      detail: { reference: expect.stringMatching(/^[0-9A-F]{8}$/) },
    })
})

test('while the hub is away: copied tables from here, other answers as they last were, nothing else; no change; noting goes on', async () => {
  const page = { tickets: [], total: 0, searchedFrom: 0, alike: [] }
  const { hub, client, goAway, comeBack, desk } = await aMember({
    'tickets.list': () => ok(page),
    'tickets.get': () => noSuch,
    'sessions.list': () => ok({ sessions: [], total: 0 }),
    'notes.ofCall': () => ok([]),
    'desks.makeCode': () => ok({ code: '2XVA-0A57-JD8G', expiresAt: '2026-11-26T10:42:00.000Z' }),
  })
  const before = new Date().toISOString()
  expect(await desk.call('tickets.list', list)).toEqual(ok(page))
  await client.tickets.get({ ticketId: ticket.id })
  await accepted(client.desks.makeCode({ whom: { role: 'listener' } }))
  await vi.waitFor(() => expect(hub.asked).toHaveLength(3), patience)
  await goAway()

  const kept = await desk.call('tickets.list', { limit: 10, offset: 0, sort: 'newest', filter: {} })
  if (!kept.ok) throw new Error(kept.code)
  expect(kept.value).toEqual(page)
  expect(kept.asOf && kept.asOf >= before && kept.asOf <= new Date().toISOString()).toBe(true)
  const offline = { ok: false, code: 'offline', detail: { since: expect.any(String) } }
  expect(await desk.call('tickets.list', { ...list, limit: 11 })).toEqual(offline)
  // A refusal is not kept: it says nothing of what there is.
  expect(await client.tickets.get({ ticketId: ticket.id })).toEqual(offline)
  expect(await desk.call('tickets.withdraw', { ticketId: ticket.id })).toEqual(offline)
  // A code is for whoever asked, and kept nowhere.
  expect(await client.desks.makeCode({ whom: { role: 'listener' } })).toEqual(offline)
  expect(await client.rooms.list({})).toMatchObject({ ok: true, value: [{ seats: expect.any(Array) }] })
  expect(await client.people.list({})).toEqual(ok([]))
  const status = await accepted(client.team.status({}))
  expect(status).toMatchObject({ asOf: expect.any(String), link: { kind: 'away' } })

  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1)
  expect((await accepted(client.sessions.list({ limit: 10 }))).sessions).toMatchObject([{ id: sessionId }])
  expect(await accepted(client.team.status({}))).toMatchObject({ waiting: { calls: 1, notes: 1 }, isUploading: false })
  expect(await accepted(client.team.waiting({}))).toMatchObject([
    { what: 'session', id: sessionId, endedAt: null, counts: { calls: 1, notes: 1 }, why: 'hub_away' },
  ])
  expect(await client.team.leave({})).toMatchObject({ code: 'listening' })
  await accepted(client.sessions.end({ sessionId }))
  expect(await client.team.leave({})).toMatchObject({ code: 'waiting', detail: { calls: 1, notes: 1 } })

  // Of another run, and still.
  await desk.startAgain()
  expect(await desk.call('tickets.list', list)).toMatchObject({ value: page, asOf: kept.asOf })
  expect(await accepted(client.team.status({}))).toMatchObject({ waiting: { notes: 1 }, asOf: kept.asOf })
  // Never asked while the hub was here: what this desk knows is no newer.
  expect(await desk.call('sessions.list', { limit: 7 })).toMatchObject({ ok: true, asOf: kept.asOf })

  desk.events.length = 0
  await comeBack()
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  const sent = hub.uploads.flatMap(({ entries }) => entries.map((entry) => entry.table))
  expect(sent).toEqual(expect.arrayContaining(['session', 'call', 'note']))
  expect(await accepted(client.team.leave({}))).toMatchObject({ status: { kind: 'alone' } })
})

test('a picker does not wait for a hub that is slow: it is drawn from the copies, and the hub is here all the same', async () => {
  const { hub, desk, client } = await aMember()
  const somebody = { id: v7(), name: '张岚', department: '', role: 'listener', employee_number: null, email: null }
  hub.copies.push({ table: 'person', row: { ...somebody, removed_at: null, version: 0 } })
  hub.tell({ kind: 'changed', topics: ['people'] })
  const topics = ['people', 'bookings', 'team']
  await vi.waitFor(() => expect(desk.events).toContainEqual({ kind: 'changed', topics }), patience)
  hub.answerLater([])
  expect(await client.people.list({})).toMatchObject(ok([{ id: somebody.id, name: '张岚' }]))
  expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' }, asOf: null })
})

test('a hub whose own database is away is as good as away', async () => {
  let isAway = false
  const offline = { ok: false, code: 'offline', detail: { since: '2026-11-26T10:42:00.000Z' } }
  const { desk } = await aMember({
    'tickets.departments': () => (isAway ? offline : ok(['商品'])),
    'tickets.withdraw': () => offline,
  })
  expect(await desk.call('tickets.departments', {})).toEqual(ok(['商品']))
  isAway = true
  expect(await desk.call('tickets.departments', {})).toEqual({ ...ok(['商品']), asOf: expect.any(String) })
  expect(await desk.call('tickets.withdraw', { ticketId: ticket.id })).toEqual(offline)
})

test('a hub too busy to let this desk in is said to be busy, not gone', async () => {
  const { hub, desk, client, linkIs } = await aMember()
  hub.faults.refuses = 429
  hub.cut()
  await linkIs('away')
  await vi.waitFor(
    async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { isBusy: true } }),
    patience,
  )
  const busy = { ok: false, code: 'hub_busy', detail: {} }
  expect(await desk.call('tickets.withdraw', { ticketId: ticket.id })).toEqual(busy)
  expect(await desk.call('tickets.list', list)).toEqual(busy)
  expect(await client.people.list({})).toEqual(ok([]))
})

test('whoever leaves with something waiting says so, and it goes up when the desk is back in that team', async () => {
  const { hub, desk, client, goAway } = await aMember()
  await goAway()
  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1)
  await accepted(client.sessions.end({ sessionId }))
  expect(await client.team.leave({})).toMatchObject({ code: 'waiting' })
  expect(await accepted(client.team.leave({ withWaiting: true }))).toMatchObject({
    status: { kind: 'alone' },
    isRevoked: false,
  })
  // What was heard as a member is with what the desk held before.
  await vi.waitFor(async () => expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(1), patience)
  await hub.startAgain()
  await joined(desk, hub)
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  expect(hub.uploads.length).toBeGreaterThan(0)
})

test('what goes on here is answered here, with its tickets; what is over and up is the hub’s', async () => {
  const { hub, desk, client } = await aMember({
    'tickets.open': () => ok(ticket),
    'notes.ofCall': () => ok([]),
    'sessions.list': () => ok({ sessions: [], total: 3 }),
  })
  const { callId, sessionId } = await aCall(client)
  const note = await aNoteIn(client, callId, 1)
  await accepted(client.notes.ofCall({ callId }))
  expect(hub.asked).toEqual([])
  // Its notes go up before the ticket is asked for.
  expect(await desk.call('tickets.open', { ...wish, noteIds: [note.id] })).toEqual(ok(ticket))
  expect(hub.uploads.flatMap(({ entries }) => entries.map(({ table }) => table))).toContain('note')
  expect(await accepted(client.notes.ofCall({ callId }))).toMatchObject([{ id: note.id, ticketId: ticket.id }])
  expect(await accepted(client.sessions.list({ limit: 10 }))).toMatchObject({ sessions: [{ id: sessionId }], total: 4 })
  hub.asked.length = 0
  await accepted(client.sessions.end({ sessionId }))
  await vi.waitFor(async () => {
    await accepted(client.notes.ofCall({ callId }))
    expect(hub.asked.map(({ call }) => call)).toContain('notes.ofCall')
  }, patience)
})

test('no note is taken away while it is being made a ticket', async () => {
  const { hub, desk, client } = await aMember({ 'tickets.open': () => ok(ticket) })
  const { callId } = await aCall(client)
  const note = await aNoteIn(client, callId, 1)
  const answers: (() => void)[] = []
  hub.answerLater(answers)
  const opened = desk.call('tickets.open', { ...wish, noteIds: [note.id] })
  await vi.waitFor(() => expect(hub.asked.map(({ call }) => call)).toContain('tickets.open'), patience)
  await aNoteIn(client, callId, 2)
  const removed = client.notes.remove({ noteId: note.id, seenVersion: null })
  hub.answerLater(null)
  for (const answer of answers) answer()
  expect(await opened).toEqual(ok(ticket))
  expect(await removed).toMatchObject({ code: 'quoted', detail: { ticketNumber: ticket.number } })
})

test('a session begins with somebody whom the hub has known for a moment', async () => {
  const { hub, client } = await aMember()
  const somebody = { id: v7(), name: '张岚', department: '', role: 'listener', employee_number: null, email: null }
  hub.copies.push({ table: 'person', row: { ...somebody, removed_at: null, version: 0 } })
  const begun = await accepted(client.sessions.start({ bookingId: null, listenerId: somebody.id, purpose: 'listen' }))
  expect(begun).toMatchObject({ listenerId: somebody.id, listenerName: '张岚' })
})

test('a ticket from notes that cannot go up is not asked for', async () => {
  const { hub, desk, client, goAway } = await aMember()
  const { callId } = await aCall(client)
  await goAway()
  const note = await aNoteIn(client, callId, 1)
  expect(await desk.call('tickets.open', { ...wish, noteIds: [note.id] })).toMatchObject({ code: 'offline' })
  expect(hub.asked).toEqual([])
})

test('what became of a change whose answer never came is not known, and nothing is repeated', async () => {
  const { hub, desk, goAway } = await aMember({ 'tickets.withdraw': () => undefined })
  hub.answerLater([])
  const fate = desk.call('tickets.withdraw', { ticketId: ticket.id })
  await vi.waitFor(() => expect(hub.asked).toHaveLength(1), patience)
  await goAway()
  expect(await fate).toEqual({ ok: false, code: 'connection_lost', detail: {} })
})

test.each([
  [2, true],
  [0, false],
])(
  'a hub of contract %i takes what was heard and nothing else; whoever asks is told which program is older',
  async (contract, isDeskOlder) => {
    const hub = await aHub({ contract })
    const desk = await aDesk()
    await joined(desk, hub)
    const { client } = desk
    await vi.waitFor(
      async () =>
        expect(await accepted(client.team.status({}))).toMatchObject({
          otherVersion: { isDeskOlder },
          hasCopies: true,
        }),
      patience,
    )
    const refusal = { ok: false, code: 'other_version', detail: { isDeskOlder } }
    expect(await desk.call('tickets.withdraw', { ticketId: ticket.id })).toEqual(refusal)
    expect(await client.tickets.departments({})).toEqual(refusal)
    expect(await client.people.list({})).toEqual(ok([]))
    expect(hub.asked).toEqual([])
    const { callId } = await aCall(client)
    await aNoteIn(client, callId, 1)
    await vi.waitFor(() => expect(hub.uploads.length).toBeGreaterThan(0), patience)
  },
)

test('what the hub tells goes on to the windows; back again, they ask for everything anew', async () => {
  const { hub, desk, goAway, comeBack } = await aMember()
  desk.events.length = 0
  hub.tell({ kind: 'changed', topics: ['bookings'] })
  await vi.waitFor(() => expect(desk.events).toEqual([{ kind: 'changed', topics: ['bookings'] }]), patience)
  await goAway()
  desk.events.length = 0
  await comeBack()
  const topics = desk.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))
  expect(topics).toEqual(expect.arrayContaining(['team', 'tickets', 'bookings']))
})
