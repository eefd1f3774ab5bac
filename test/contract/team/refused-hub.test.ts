import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../electron/system-clock.ts'
import { readAddress } from '../../../electron/team/address.ts'
import { type LinkParts, openHubLink } from '../../../electron/team/hub-link.ts'
import type { LinkState } from '../../../electron/team/hub-link-port.ts'
import { authority, certificates, expiredStranger, vouchedFor } from '../../builders/certificates.ts'
import { patience } from '../../builders/patience.ts'
import { TOKEN } from '../../builders/small-hub.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

// A hub that answers and cannot be taken as it is, and that is set right without anybody at a desk.

const ends: (() => unknown)[] = []
const { aHub } = teamsOfTests()
beforeEach(() => {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, authority])
  ends.push(() => setDefaultCACertificates(before))
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type Hub = Awaited<ReturnType<typeof aHub>>
function aLink(hub: Hub, change: Partial<LinkParts> = {}) {
  const link = openHubLink({
    ...{ address: new URL(hub.address), fingerprint: null, token: TOKEN, appVersion: '0.0.0', hubId: hub.hubId },
    clock: systemClock,
    pace: { firstRetryMs: 20, longestRetryMs: 100, refusedRetryMs: 40 },
    ...change,
  })
  const states: LinkState[] = []
  link.onState((state) => states.push(state))
  ends.push(() => link.close())
  const is = (state: object) => vi.waitFor(() => expect(link.state()).toMatchObject(state), patience)
  return { link, states, is }
}
const tried = (hub: Hub, times: number) =>
  vi.waitFor(() => expect(hub.tokensSeen()).toBeGreaterThanOrEqual(times), patience)

test.each([
  ['expired', { what: 'expired', at: '2022-06-07T01:41:42.000Z' }],
  ['notYet', { what: 'not_yet', at: '2081-08-31T01:41:42.000Z' }],
  ['otherName', { what: 'other_name' }],
] as const)(
  'a certificate that is %s is said to be, hears nothing, and its hub is taken by itself once it has a good one',
  async (which, fault) => {
    const hub = await aHub({ tls: vouchedFor[which] })
    const { states, is } = aLink(hub)
    await is({ kind: 'refused', why: 'certificate', fault })
    expect(hub.tokensSeen()).toBe(0)
    await hub.stop()
    await hub.startAgain(vouchedFor.good)
    await is({ kind: 'here' })
    // Asked again and again, and told once.
    expect(states.filter((state) => state.kind === 'refused')).toHaveLength(1)
  },
)

test('one that nobody vouches for, also where it is over besides, and another one than was compared, are told apart', async () => {
  await aLink(await aHub({ tls: expiredStranger })).is({ why: 'certificate', fault: { what: 'unknown' } })
  const hub = await aHub({ tls: certificates.one })
  await aLink(hub).is({ why: 'certificate', fault: { what: 'unknown' } })
  const fingerprint = Array.from({ length: 32 }, () => '00').join(':')
  await aLink(hub, { fingerprint }).is({ why: 'certificate', fault: { what: 'another' } })
})

test.each([
  [401, 'token'],
  [403, 'person_removed'],
] as const)(
  'a hub that says %i, or another one in its place, is asked now and then, and let in where it has this desk again',
  async (status, why) => {
    const hub = await aHub()
    hub.faults.refuses = status
    const { states, is } = aLink(hub)
    await is({ kind: 'refused', why })
    await tried(hub, 3)
    expect(states.map(({ kind }) => kind)).toEqual(['refused'])
    hub.faults.refuses = null
    await is({ kind: 'here' })
  },
)

test('where somebody greeted as this desk it takes its place again; where they come once more it says so, leaves them alone for a while, and tries again', async () => {
  const hub = await aHub()
  const { states, is } = aLink(hub, { pace: { firstRetryMs: 5, usedElsewhereRetryMs: 400 } })
  await is({ kind: 'here' })
  hub.closeWith(4409)
  await vi.waitFor(() => expect(hub.generation()).toBe(2), patience)
  await is({ kind: 'here' })
  hub.closeWith(4409)
  await is({ kind: 'refused', why: 'used_elsewhere' })
  await is({ kind: 'here' })
  expect([hub.generation(), states.map(({ kind }) => kind)]).toEqual([3, ['here', 'away', 'here', 'refused', 'here']])
})

test('on this very machine an address without a scheme is what is spoken there', async () => {
  const [plain, secure] = [await aHub(), await aHub({ tls: certificates.one })]
  const read = async (port: number) => String(await readAddress(` 127.0.0.1：${port}`))
  expect(await read(plain.port)).toBe(`http://127.0.0.1:${plain.port}/`)
  expect(await read(secure.port)).toBe(`https://127.0.0.1:${secure.port}/`)
  await plain.stop()
  expect(await read(plain.port)).toBe(`http://127.0.0.1:${plain.port}/`)
  for (const scheme of ['http://', 'http：／／'])
    expect(String(await readAddress(`${scheme}127.0.0.1:${secure.port}`))).toBe(`http://127.0.0.1:${secure.port}/`)
})
