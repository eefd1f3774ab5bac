import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, createServer as createNetServer } from 'node:net'
import { generateKeyPair, type JWTPayload } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { consoleOptions } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { anIssuer, CLIENT_ID, comesBackTo } from '../builders/issuer.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

const { aDesk } = teamsOfTests()
let issuer: Awaited<ReturnType<typeof anIssuer>>
let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let wangId: string
const lines: string[] = []
const log = {
  info: () => {},
  warn: (line: string) => void lines.push(line),
  error: (...said: unknown[]) => void lines.push(said.map(String).join()),
}
const others: RunningHub[] = []

beforeAll(async () => {
  ;[issuer, room] = await Promise.all([anIssuer(), anOpenRoom()])
  wangId = await room.aPerson('王敏', { email: 'Wang.Min@Example.com', employeeNumber: 'E-7700418' })
  hub = await anotherHub()
})
afterEach(async () => {
  for (const one of others.splice(1)) await one.close()
})
afterAll(async () => {
  await hub.close()
  await Promise.all([issuer.stop(), room.close()])
})

async function anotherHub(change: object = {}, limits = {}) {
  const one = await aHub(room.url, { log, login: issuer.offer, ...change }, { limits })
  others.push(one)
  return one
}

/** A desk, and the address to which its shell was to send the person. */
async function aDeskWithBrowser(change: object = {}) {
  const sent: URL[] = []
  const openOutside = async (address: URL) => {
    sent.push(address)
    return 'opened' as const
  }
  const desk = await aDesk({ shell: { ...consoleOptions('').shell, openOutside }, ...change })
  const wish = { address: `http://${hub.host}`, deskName: '东窗' }
  const login = async (to = wish) => {
    const state = await accepted(desk.client.team.login(to))
    if (state.kind !== 'waiting') throw new Error(state.kind)
    return { state, address: new URL(state.address) }
  }
  const stands = (state: object) =>
    vi.waitFor(async () => expect(await accepted(desk.client.team.loginState({}))).toEqual(state), patience)
  return { ...desk, sent, wish, login, stands }
}

test('somebody on the list joins by the company’s login, in their own browser, once', async () => {
  const desk = await aDeskWithBrowser()
  const host = new URL(issuer.issuer).host
  expect(await accepted(desk.client.team.loginInfo({ address: hub.host }))).toEqual({ issuerHost: host })
  const { state, address } = await desk.login()
  expect(state).toMatchObject({ issuerHost: host, isOpened: true })
  expect(desk.sent.map(String)).toEqual([state.address])
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    code_challenge_method: 'S256',
    response_type: 'code',
  })

  const back = await comesBackTo(address, 'wang.min@example.com')
  expect(back).toMatchObject({ protocol: 'http:', hostname: '127.0.0.1', pathname: '/callback' })
  const other = new URL(back)
  other.searchParams.set('state', 'another')
  expect((await fetch(other)).status).toBe(400)
  expect((await fetch(new URL('/', back))).status).toBe(400)
  expect(await accepted(desk.client.team.loginState({}))).toEqual(state)
  const page = await fetch(back)
  expect([page.status, page.headers.get('referrer-policy'), await page.text()]).toEqual([
    ...[200, 'no-referrer'],
    expect.stringContaining('这个页面可以关闭了'),
  ])
  await expect(fetch(back)).rejects.toThrow('fetch failed')

  await desk.stands({ kind: 'none' })
  expect(await accepted(desk.client.team.status({}))).toMatchObject({
    ...{ kind: 'member', me: { personId: wangId, name: '王敏', role: 'listener' }, link: { kind: 'here' } },
  })
  expect(desk.events).toContainEqual({
    kind: 'changed',
    topics: expect.arrayContaining(['people', 'settings', 'team']),
  })
  expect(await desk.client.team.login(desk.wish)).toMatchObject({ code: 'already_member' })
  expect(lines).toEqual([])
})

test('a login that comes to nothing says why, and leaves the desk as it was', async () => {
  const desk = await aDeskWithBrowser()
  const { client, login, stands } = desk
  const issuerHost = new URL(issuer.issuer).host
  await fetch(await comesBackTo((await login()).address, null))
  await stands({ kind: 'failed', issuerHost, why: 'denied' })

  const stranger = await login()
  expect(await accepted(client.team.loginState({}))).toMatchObject({ kind: 'waiting' })
  await fetch(await comesBackTo(stranger.address, 'stranger@example.com'))
  await stands({ kind: 'failed', issuerHost, why: 'person_unknown' })
  expect(await accepted(client.team.cancelLogin({}))).toEqual({ kind: 'none' })

  // Begun anew, given up: nobody waits for the browser any more.
  const [first, second] = [await login(), await login()]
  const uri = ({ address }: typeof first) =>
    `${address.searchParams.get('redirect_uri')}?state=${address.searchParams.get('state')}&code=x`
  await expect(fetch(uri(first))).rejects.toThrow('fetch failed')
  expect(await accepted(client.team.cancelLogin({}))).toEqual({ kind: 'none' })
  await expect(fetch(uri(second))).rejects.toThrow('fetch failed')
  const guessed = await login()
  await fetch(uri(guessed))
  await stands({ kind: 'failed', issuerHost, why: 'issuer_refused' })

  const hurried = await aDeskWithBrowser({ loginWithinMs: 30 })
  await hurried.login()
  await hurried.stands({ kind: 'failed', issuerHost, why: 'too_late' })
  expect(await accepted(client.team.status({}))).toEqual({ kind: 'alone' })
})

test('of a login whose token is over by this desk’s clock it says that the clocks are apart', async () => {
  const { login, stands } = await aDeskWithBrowser()
  const { address } = await login()
  const back = await comesBackTo(address, 'wang.min@example.com')
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    // Whoever made it has another hour than whoever reads it.
    issuer.onToken(() => vi.setSystemTime(Date.now() + 3_600_000))
    await fetch(back)
    await stands({ kind: 'failed', issuerHost: new URL(issuer.issuer).host, why: 'clocks_apart' })
  } finally {
    vi.useRealTimers()
  }
})

test('a login that is given up while it is still looked at how its hub is spoken to opens no browser', async () => {
  const { client, wish, sent } = await aDeskWithBrowser()
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // On this machine an address without a scheme is asked for TLS first; whatever comes then goes on to the hub.
  let isFirst = true
  const between = createNetServer((socket) => {
    socket.on('error', () => {})
    if (isFirst) void answered.promise.then(() => socket.destroy())
    else socket.pipe(connect(Number(hub.host.split(':')[1]), '127.0.0.1')).pipe(socket)
    isFirst = false
    asked.resolve()
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  const { port } = between.address() as AddressInfo
  const begun = client.team.login({ ...wish, address: `127.0.0.1:${port}` })
  await asked.promise
  await accepted(client.team.cancelLogin({}))
  answered.resolve()
  expect(await accepted(begun)).toEqual({ kind: 'none' })
  expect(sent).toEqual([])
  between.close()
})

test('a hub without a login offers none, and one set up wrongly sends nobody anywhere', async () => {
  const { client, wish, sent } = await aDeskWithBrowser()
  const at = async (login: object | null) => ({ ...wish, address: `http://${(await anotherHub({ login })).host}` })
  const without = await at(null)
  expect(await accepted(client.team.loginInfo({ address: without.address }))).toEqual({ issuerHost: null })
  expect(await client.team.login(without)).toMatchObject({ code: 'no_login' })
  const page = createServer((_, response) => void response.end('<h1>Intranet</h1>')).listen(0, '127.0.0.1')
  await once(page, 'listening')
  const noLogin = `127.0.0.1:${(page.address() as AddressInfo).port}`
  for (const [url, code, issuerHost] of [
    ['http://127.0.0.1:1', 'issuer_away', '127.0.0.1:1'],
    [`http://${noLogin}`, 'bad_issuer', noLogin],
    ['http://login.example', 'bad_issuer', 'login.example'],
  ] as const)
    expect(await client.team.login(await at({ ...issuer.offer, issuer: url }))).toEqual({
      ...{ ok: false, code, detail: { issuerHost } },
    })
  page.close()
  expect(sent).toEqual([])
  for (const address of ['not an address', 'http://hub.example', '127.0.0.1:1'])
    expect(await client.team.loginInfo({ address })).toMatchObject({ ok: false })
})

const NONCE = 'a-nonce-of-this-login'
const EMAIL = 'wang.min@example.com'
const nowS = () => Math.floor(Date.now() / 1_000)
const claims = (change: Record<string, unknown> = {}): JWTPayload => ({
  ...{ iss: issuer.issuer, aud: CLIENT_ID, sub: 'wang', iat: nowS(), exp: nowS() + 300, nonce: NONCE, email: EMAIL },
  ...change,
})
const show = async (idToken: string, at = hub, nonce = NONCE) => {
  const wish = { idToken, nonce, deskName: '东窗', appVersion: '0.0.0', contract: 1 }
  const answer = await fetch(`http://${at.host}/login`, { method: 'POST', body: JSON.stringify(wish) })
  return { status: answer.status, ...((await answer.json()) as { code?: string; me?: { personId: string } }) }
}

test('a hub takes only what its issuer signed for it and for this login, now, and once', async () => {
  const stranger = await generateKeyPair('ES256')
  const unsigned = (header: object) =>
    `${[header, claims()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
  const forged: Record<string, string> = {
    'another audience': await issuer.signed(claims({ aud: 'another' })),
    'for two, and the other asked': await issuer.signed(claims({ aud: [CLIENT_ID, 'another'], azp: 'another' })),
    'for two, and nobody says who asked': await issuer.signed(claims({ aud: [CLIENT_ID, 'another'] })),
    'another issuer': await issuer.signed(claims({ iss: 'https://login.example' })),
    expired: await issuer.signed(claims({ iat: nowS() - 400, exp: nowS() - 90 })),
    'not at all to expire': await issuer.signed(claims({ exp: undefined })),
    'made long ago': await issuer.signed(claims({ iat: nowS() - 800 })),
    'another nonce': await issuer.signed(claims({ nonce: 'a-nonce-of-another-login' })),
    'no nonce': await issuer.signed(claims({ nonce: undefined })),
    'another key': await issuer.signed(claims(), stranger.privateKey),
    'another key with a name of its own': await issuer.signed(claims(), stranger.privateKey, { kid: 'two' }),
    'signed by nobody': unsigned({ alg: 'none' }),
    'signed by nobody, said otherwise': unsigned({ alg: 'ES256', kid: 'one' }),
    'signed with what everybody knows': unsigned({ alg: 'HS256', kid: 'one' }),
    'no token': 'no-token',
    'nobody in it': await issuer.signed(claims({ email: undefined })),
  }
  const open = await anotherHub({}, { joinTries: 100 })
  const answers: Record<string, unknown> = {}
  for (const [why, token] of Object.entries(forged)) answers[why] = (await show(token, open)).code
  expect(answers).toEqual(Object.fromEntries(Object.keys(forged).map((why) => [why, 'login_invalid'])))
  const doubtful = await issuer.signed(claims({ email_verified: false }))
  expect(await show(doubtful, open)).toMatchObject({ code: 'email_unverified' })

  const good = await issuer.signed(claims())
  expect(await show(good, open)).toMatchObject({ status: 200, me: { personId: wangId } })
  // At another hub too.
  expect(await show(good)).toEqual({ status: 403, code: 'login_used' })
  const byNumber = await anotherHub({ login: { ...issuer.offer, claim: 'staff' } }, { joinTries: 100 })
  expect(await show(await issuer.signed(claims({ staff: 'E-7700418' })), byNumber)).toMatchObject({
    me: { personId: wangId },
  })
  expect(await show(await issuer.signed(claims({ staff: 7 })), byNumber)).toMatchObject({ code: 'person_unknown' })
  expect(lines.length).toBeGreaterThan(10)
  for (const told of [EMAIL, 'E-7700418', NONCE, good, good.split('.')[1] ?? ''])
    expect(lines.join()).not.toContain(told)
})

test('nobody is made up, and whoever tries too often is let wait', async () => {
  const of = async (email: string, at?: RunningHub) => (await show(await issuer.signed(claims({ email })), at)).code
  const before = await accepted(room.people.list({}, nobody))
  const goneId = await room.aPerson('李强', { email: 'li@example.com' })
  await accepted(room.people.remove({ personId: goneId, seenVersion: null }, nobody))
  await room.aPerson('陈一', { email: 'chen@example.com' })
  await room.aPerson('陈二', { email: 'CHEN@example.com' })
  const strict = await anotherHub({}, { joinTries: 3 })
  expect(await of('nobody@example.com', strict)).toBe('person_unknown')
  expect(await of('li@example.com', strict)).toBe('person_removed')
  expect(await of('chen@example.com', strict)).toBe('person_twice')
  expect(await of(EMAIL, strict)).toBe('too_many_tries')
  expect(await accepted(room.people.list({}, nobody))).toHaveLength(before.length + 2)

  // Nobody's fault, and not counted.
  const alone = await anotherHub({ login: { ...issuer.offer, issuer: 'http://127.0.0.1:1' } }, { joinTries: 1 })
  for (const _ of [1, 2]) expect(await of(EMAIL, alone)).toBe('issuer_away')
})
