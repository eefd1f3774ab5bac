import { expect, test, vi } from 'vitest'
import { accepted } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

const { aHub, aDesk, joined } = teamsOfTests()
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
