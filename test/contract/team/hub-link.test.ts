import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from '../../../electron/system-clock.ts'
import { type LinkParts, openHubLink, type RetryingLink } from '../../../electron/team/hub-link.ts'
import { HubAway } from '../../../electron/team/hub-link-port.ts'
import { certificates } from '../../builders/certificates.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { aSmallHub, type SmallHubOptions, TOKEN } from '../../builders/small-hub.ts'

type Hub = Awaited<ReturnType<typeof aSmallHub>>
const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close()
})

async function aHub(options: SmallHubOptions = {}): Promise<Hub> {
  const hub = await aSmallHub({ answer: () => ({ ok: true, value: 'done' }), ...options })
  opened.push({ close: () => hub.stop().catch(() => {}) })
  return hub
}

function aLink(hub: Pick<Hub, 'address' | 'hubId'>, change: Partial<LinkParts> = {}): RetryingLink {
  const link = openHubLink({
    ...{ address: new URL(hub.address), fingerprint: null, token: TOKEN, appVersion: '0.0.0', hubId: hub.hubId },
    clock: systemClock,
    ...change,
    pace: { heartbeatMs: 100, firstRetryMs: 20, longestRetryMs: 100, ...change.pace },
  })
  opened.push(link)
  return link
}

const isHere = (link: RetryingLink) => vi.waitFor(() => expect(link.state().kind).toBe('here'), patience)
const reasonOf = (fate: PromiseSettledResult<unknown>) => fate.status === 'rejected' && fate.reason.isUnknown
const isNot = (link: RetryingLink, kind: string) => vi.waitFor(() => expect(link.state().kind).not.toBe(kind), patience)

test('a question asked while the connection is just being made waits for it, and is answered', async () => {
  const hub = await aHub()
  const link = aLink(hub)
  expect(await link.ask('people.list', {})).toEqual({ ok: true, value: 'done' })
  expect(link.state()).toMatchObject({ kind: 'here', welcome: { me: hub.me, generation: 1 } })
})

test('a hub that has too much to do is asked again, under the same id', async () => {
  let times = 0
  const hub = await aHub({
    answer: () => {
      times += 1
      return times === 1 ? { ok: false, code: 'hub_busy', detail: {} } : { ok: true, value: times }
    },
  })
  const link = aLink(hub)
  const id = v7()
  expect(await link.ask('bookings.reserve', {}, id)).toEqual({ ok: true, value: 2 })
  expect(hub.asked.map(({ command }) => command)).toEqual([id, id])
  expect([link.state().kind, link.isBusy()]).toEqual(['here', true])
})

test('a command cut before anything was done, or before its answer came, is sent again under its id and done once', async () => {
  let times = 0
  const hub = await aHub({
    answer: () => {
      times += 1
      return { ok: true, value: times }
    },
  })
  const link = aLink(hub)
  await isHere(link)
  hub.faults.cutBeforeDoing = 1
  const [first, second] = [v7(), v7()]
  expect(await link.ask('bookings.reserve', {}, first)).toEqual({ ok: true, value: 1 })
  hub.faults.cutBeforeAnswer = 1
  expect(await link.ask('bookings.reserve', {}, second)).toEqual({ ok: true, value: 2 })
  expect(hub.asked.map(({ command }) => command)).toEqual([first, first, second, second])
})

test('a command is not sent again for ever: whoever asked is told that nobody knows', async () => {
  const hub = await aHub()
  const link = aLink(hub)
  await isHere(link)
  hub.faults.cutBeforeDoing = 100
  await expect(link.ask('bookings.reserve', {}, v7())).rejects.toMatchObject({ isUnknown: true })
  expect(hub.asked.length).toBe(3)
})

test('a hub that does not come back in time: a command’s fate is unknown, a question’s is not; then nothing is even sent', async () => {
  const hub = await aHub({ answer: () => undefined })
  const link = aLink(hub, { pace: { resentWithinMs: 50, settledWithinMs: 20 } })
  await isHere(link)
  const fates = Promise.allSettled([link.ask('people.list', {}), link.ask('bookings.reserve', {}, v7())])
  await vi.waitFor(() => expect(hub.asked.length).toBe(2), patience)
  await hub.stop()
  expect((await fates).map(reasonOf)).toEqual([false, true])
  await expect(link.ask('bookings.reserve', {}, v7())).rejects.toMatchObject({ isUnknown: false })
  expect(link.state().kind).toBe('away')
})

test('a hub that comes back is found by itself, also after many tries', async () => {
  const hub = await aHub()
  const link = aLink(hub, { pace: { settledWithinMs: 1 } })
  await isHere(link)
  await hub.stop()
  await isNot(link, 'here')
  await pause(400)
  await hub.startAgain()
  await isHere(link)
  expect(hub.generation()).toBe(2)
})

test('a connection that died without a word is noticed by the heartbeat', async () => {
  const hub = await aHub()
  const link = aLink(hub, { pace: { heartbeatMs: 30 } })
  const states: string[] = []
  link.onState(({ kind }) => states.push(kind))
  await isHere(link)
  hub.goSilent()
  await vi.waitFor(() => expect(states.slice(0, 3)).toEqual(['here', 'away', 'here']), patience)
})

test('of a hub that stands still whoever waits is told soon, and nothing more is asked of it; heard again, all goes on over the same connection', async () => {
  let times = 0
  const hub = await aHub({
    answer: () => {
      times += 1
      return { ok: true, value: times }
    },
  })
  const pace = { heartbeatMs: 600_000, silentAfterMs: 300 }
  const link = aLink(hub, { pace: { ...pace, unheardWithinMs: 600_000 } })
  await isHere(link)
  const [reserving, uploading] = [v7(), { table: 'session' as const, handedOver: v7() }]
  hub.goSilent()
  const [command, ...others] = [
    link.ask('bookings.reserve', {}, reserving),
    link.ask('people.list', {}),
    link.upload([uploading]),
  ]
  expect((await Promise.allSettled(others)).map(reasonOf)).toEqual([false, true])
  expect(link.state().kind).toBe('away')
  await expect(link.ask('bookings.reserve', {}, v7())).rejects.toMatchObject({ isUnknown: false })
  hub.speakAgain()
  expect(await command).toMatchObject({ ok: true })
  await isHere(link)
  expect(hub.asked.map(({ command }) => command)).toEqual([reserving, undefined])
  expect(hub.generation()).toBe(1)

  const impatient = aLink(hub, { pace: { ...pace, unheardWithinMs: 10 } })
  await isHere(impatient)
  hub.goSilent()
  await expect(impatient.ask('bookings.reserve', {}, v7())).rejects.toMatchObject({ isUnknown: true })
})

test('a hub that falls silent while it works on an answer is noticed as well; one that only works long is waited for', async () => {
  const answers: (() => void)[] = []
  const hub = await aHub()
  const link = aLink(hub, { pace: { heartbeatMs: 600_000, silentAfterMs: 200 } })
  const states: string[] = []
  await isHere(link)
  link.onState(({ kind }) => states.push(kind))
  hub.answerLater(answers)
  const long = link.ask('people.list', {})
  await pause(700)
  expect(states).toEqual([])
  for (const answer of answers.splice(0)) answer()
  expect(await long).toMatchObject({ ok: true })
  const never = link.ask('people.list', {})
  await vi.waitFor(() => expect(answers).toHaveLength(1), patience)
  hub.goSilent()
  await expect(never).rejects.toMatchObject({ isUnknown: false })
  // Somebody tries by hand: another connection may come about where this one is dead.
  await link.tryNow()
  expect(link.state().kind).toBe('here')
  expect(hub.generation()).toBe(2)
})

test('of all who ask while a hub that says nothing is being tried, only the first waits for it', async () => {
  const hub = await aHub()
  const link = aLink(hub, { pace: { greetedWithinMs: 600_000, settledWithinMs: 200 } })
  await isHere(link)
  hub.greetsNobody()
  hub.cut()
  await isNot(link, 'here')
  await expect(link.ask('people.list', {})).rejects.toBeInstanceOf(HubAway)
  const second = link.ask('people.list', {}).catch(() => 'at once')
  expect(await Promise.race([second, pause(100, 'waits')])).toBe('at once')
})

test('a desk that itself stood still for a while takes no living connection for a dead one', async () => {
  const hub = await aHub()
  const link = aLink(hub, { pace: { heartbeatMs: 50, silentAfterMs: 100 } })
  const states: string[] = []
  link.onState(({ kind }) => states.push(kind))
  await isHere(link)
  for (let still = 0; still < 3; still += 1) {
    const answer = link.ask('people.list', {})
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
    await answer
  }
  expect(states).toEqual(['here'])
})

test.each([
  [401, 'token'],
  [403, 'person_removed'],
] as const)('a hub that says %i is asked at once when somebody says so', async (status, why) => {
  const hub = await aHub()
  hub.faults.refuses = status
  const times = aClock()
  const now = () => {
    times.advance(60_000)
    return times.now()
  }
  const link = aLink(hub, { clock: { ...times, now } })
  await vi.waitFor(() => expect(link.state()).toMatchObject({ kind: 'refused', why }), patience)
  const { since } = link.state()
  await link.tryNow()
  expect(link.state()).toMatchObject({ kind: 'refused', why, since })
  await expect(link.ask('people.list', {})).rejects.toBeInstanceOf(HubAway)
  hub.faults.refuses = null
  await pause(150)
  expect(link.state().kind).toBe('refused')
  await link.tryNow()
  expect(link.state().kind).toBe('here')
})

test.each([
  [4401, 'token'],
  [4403, 'person_removed'],
  [4426, 'other_version'],
] as const)('a hub that ends the connection with %i refuses', async (code, why) => {
  const hub = await aHub()
  const link = aLink(hub)
  await isHere(link)
  hub.closeWith(code)
  await vi.waitFor(() => expect(link.state()).toMatchObject({ kind: 'refused', why }), patience)
})

test('a hub too busy to let this desk in is told from one that is not there; both are tried again', async () => {
  const hub = await aHub()
  const link = aLink(hub)
  await isHere(link)
  hub.faults.refuses = 429
  hub.closeWith(4429)
  const { since } = await vi.waitFor(() => {
    expect(link.state()).toMatchObject({ kind: 'away', isBusy: true })
    return link.state()
  }, patience)
  await pause(50)
  expect(link.state()).toEqual({ kind: 'away', isBusy: true, since })
  hub.faults.refuses = 503
  await vi.waitFor(() => expect(link.state()).toEqual({ kind: 'away', since }), patience)
  hub.faults.refuses = null
  await isHere(link)
})

test('a hub that takes the connection and says nothing is tried again; whoever ends does not wait for it', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const taken = new Set<Socket>()
  silent.on('connection', (socket) => taken.add(socket))
  opened.push({
    close: async () => {
      for (const socket of taken) socket.destroy()
      silent.close()
    },
  })
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  const impatient = aLink({ address, hubId: v7() }, { pace: { greetedWithinMs: 50 } })
  await vi.waitFor(() => expect(taken.size).toBeGreaterThan(2), patience)
  await impatient.close()
  taken.clear()
  const link = aLink({ address, hubId: v7() })
  await vi.waitFor(() => expect(taken.size).toBe(1), patience)
  await link.close()
  expect([...taken].map((socket) => socket.destroyed)).toEqual([false])
})

test('another hub at the same address is none', async () => {
  const hub = await aHub()
  const link = aLink(hub, { hubId: v7() })
  await isNot(link, 'away')
  expect(link.state()).toMatchObject({ kind: 'refused' })
})

test('no more than a bounded number is on its way; the rest follows as answers come', async () => {
  const open: (() => void)[] = []
  const hub = await aHub({ answer: () => undefined })
  const link = aLink(hub)
  await isHere(link)
  hub.answerLater(open)
  const all = Promise.all(Array.from({ length: 100 }, () => link.ask('people.list', {})))
  await vi.waitFor(() => expect(hub.asked.length).toBe(16), patience)
  await pause(50)
  expect(hub.asked.length).toBe(16)
  const answering = setInterval(() => {
    for (const answer of open.splice(0)) answer()
  }, 5)
  expect(await all).toHaveLength(100)
  clearInterval(answering)
})

test('what the hub tells comes through, and only what windows know', async () => {
  const hub = await aHub()
  const link = aLink(hub)
  const heard: unknown[] = []
  link.onEvent((event) => heard.push(event))
  await isHere(link)
  hub.tell({ kind: 'changed', topics: ['bookings', 'of-a-newer-hub'] })
  hub.tell({ kind: 'goTo', path: 'https://elsewhere.example' })
  hub.tell({ kind: 'changed', topics: ['people'] })
  await vi.waitFor(() => expect(heard).toHaveLength(2), patience)
  expect(heard).toEqual([
    { kind: 'changed', topics: ['bookings'] },
    { kind: 'changed', topics: ['people'] },
  ])
})

test('rows and places in the feed go over the same wire', async () => {
  const hub = await aHub()
  const link = aLink(hub)
  expect(await link.upload([{ table: 'session', row: { id: 'x' } }])).toEqual({ ok: true })
  expect(hub.uploads).toEqual([{ generation: 1, entries: [{ table: 'session', row: { id: 'x' } }] }])
  expect(await link.changesSince(null)).toMatchObject({ isAnew: false, cursor: '1' })
})

test('a certificate that nobody vouches for is shown and not spoken to; told to trust it, the desk trusts no other', async () => {
  const hub = await aHub({ tls: certificates.one })
  const stranger = aLink(hub)
  await isNot(stranger, 'away')
  const shown = stranger.state()
  if (shown.kind !== 'refused' || shown.why !== 'certificate') throw new Error('it was spoken to')
  expect(shown.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(hub.connections()).toBe(0)

  const link = aLink(hub, { fingerprint: shown.fingerprint })
  await isHere(link)
  await hub.stop()
  await hub.startAgain(certificates.two)
  await vi.waitFor(() => expect(link.state()).toMatchObject({ kind: 'refused', why: 'certificate' }), patience)
  expect(hub.tokensSeen()).toBe(1)
})
