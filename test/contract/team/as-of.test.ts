import { expect, test, vi } from 'vitest'
import { accepted } from '../../builders/console.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { linkPace, teamsOfTests } from '../../builders/team-desk.ts'

const { aHub, aDesk, joined } = teamsOfTests()
const HOUR_MS = 3_600_000
const list = { filter: {}, sort: 'newest', limit: 10, offset: 0 }

test('what was kept while nothing was told to have changed is as of when the hub was here last, in the next run too; what was kept before a change is not', async () => {
  const page = { tickets: [], total: 0, searchedFrom: 0, alike: [] }
  const answers: Record<string, unknown> = { 'tickets.departments': ['商品'], 'tickets.list': page }
  const hub = await aHub({ answer: ({ call }) => ({ ok: true, value: answers[call] ?? [] }) })
  const desk = await aDesk()
  const { client } = desk
  await joined(desk, hub)
  const linkIs = (kind: string) =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind } }), patience)
  await linkIs('here')
  await accepted(client.tickets.departments({}))
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5))
  await aMoment()
  hub.tell({ kind: 'changed', topics: ['exports'] })
  await vi.waitFor(() => expect(desk.events).toContainEqual({ kind: 'changed', topics: ['exports'] }), patience)
  await aMoment()
  expect(await desk.call('tickets.list', list)).toEqual({ ok: true, value: page })
  await vi.waitFor(() => expect(hub.asked.map(({ call }) => call)).toContain('tickets.list'), patience)
  await aMoment()
  await hub.stop()
  await linkIs('away')
  const asOf = async (call: string, input: unknown) => ((await desk.call(call, input)) as { asOf?: string }).asOf ?? ''
  const status = await accepted(client.team.status({}))
  const lastHere = status.kind === 'member' ? status.asOf : null
  expect(await asOf('tickets.list', list)).toBe(lastHere)
  const before = await asOf('tickets.departments', {})
  expect(before < String(lastHere)).toBe(true)
  await desk.startAgain()
  expect(await asOf('tickets.list', list)).toBe(lastHere)
  expect(await asOf('tickets.departments', {})).toBe(before)
  expect(await accepted(client.team.status({}))).toMatchObject({ asOf: lastHere })
})

test('a machine that slept with its desk open, and ended before it noticed that nobody answers: all is as of the evening, by the hub’s clock', async () => {
  const hub = await aHub()
  // A year ahead: the greeting tells it so.
  const clock = aClock(new Date().toISOString())
  clock.step(365 * 24 * HOUR_MS)
  const desk = await aDesk({ clock, linkPace: { ...linkPace, heartbeatMs: 600_000 } })
  await joined(desk, hub)
  const memberIs = (what: object) =>
    vi.waitFor(async () => expect(await accepted(desk.client.team.status({}))).toMatchObject(what), patience)
  // Nothing but what is copied was ever shown here.
  await memberIs({ link: { kind: 'here' }, hasCopies: true })
  hub.goSilent()
  hub.greetsNobody()
  const evening = new Date().toISOString()
  clock.advance(9 * HOUR_MS)
  await desk.startAgain()
  await memberIs({ link: { kind: 'away' }, asOf: expect.any(String) })
  const status = await accepted(desk.client.team.status({}))
  const asOf = status.kind === 'member' ? status.asOf : null
  expect(Date.parse(evening) - Date.parse(asOf ?? '')).toSatisfy((ms: number) => Math.abs(ms) < HOUR_MS)
})
