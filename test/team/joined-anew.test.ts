import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Client as Database } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { aCall, accepted, aNoteIn, consoleOptions } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { anIssuer, comesBackTo } from '../builders/issuer.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** Whole consoles at a real hub, whose tokens are taken back, left behind and lost. */
let issuer: Awaited<ReturnType<typeof anIssuer>>
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
let database: Database
const { aDesk } = teamsOfTests()
beforeAll(async () => {
  issuer = await anIssuer()
})
afterAll(() => issuer.stop())
beforeEach(async () => {
  house = await anOpenRoom()
  await house.aPerson('王敏', { email: 'wang@example.com', role: 'note_taker' })
  hub = await aHub(house.url, { login: issuer.offer })
  database = new Database({ connectionString: house.url })
  await database.connect()
})
afterEach(async () => {
  await database.end()
  await hub.close()
  await house.close()
})

type Desk = Awaited<ReturnType<typeof aDesk>>
const address = () => `http://${hub.host}`

async function byCode({ client }: Desk): Promise<void> {
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  await accepted(client.team.join({ address: address(), code, name: '陈静', deskName: '东窗' }))
}
async function byLogin({ client }: Desk): Promise<void> {
  const state = await accepted(client.team.login({ address: address(), deskName: '东窗' }))
  if (state.kind !== 'waiting') throw new Error(state.kind)
  await fetch(await comesBackTo(new URL(state.address), 'wang@example.com'))
}
const stands = ({ client }: Desk, status: object) =>
  vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject(status), patience)
const isHere = (desk: Desk) => stands(desk, { kind: 'member', link: { kind: 'here' } })
const nothingWaits = ({ client }: Desk) =>
  vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
const openOutside = async () => 'opened' as const
const aDeskThatLogsIn = () => aDesk({ shell: { ...consoleOptions('').shell, openOutside } })

/** As a coordinator does it, who is told of each desk by name. */
async function revokeAll(): Promise<void> {
  const listed = (await hub.own('desks.list', {})) as { ok: true; value: { id: string }[] }
  for (const { id: deskId } of listed.value) await hub.own('desks.revoke', { deskId })
}
const atHub = async () => {
  const notes = await database.query('SELECT text FROM note ORDER BY rowid')
  const calls = await database.query('SELECT number FROM call ORDER BY rowid')
  const sessions = await database.query('SELECT handed_over_at IS NOT NULL AS over FROM session')
  return {
    notes: notes.rows.map(({ text }: { text: string }) => text),
    calls: calls.rows.map(({ number }: { number: unknown }) => Number(number)),
    sessions: sessions.rows,
  }
}

/** A session of which one note went up, and whose next ones are noted while the desk is not let in. */
async function cutOffInTheMiddle(desk: Desk, cutOff: () => Promise<unknown>) {
  const { sessionId, callId } = await aCall(desk.client)
  await aNoteIn(desk.client, callId, 1)
  await nothingWaits(desk)
  await cutOff()
  await aNoteIn(desk.client, callId, 2)
  return { sessionId, callId }
}
const isRefused = (desk: Desk) => stands(desk, { link: { kind: 'refused', why: 'token' } satisfies object })
const wholeHour = { notes: [1, 2, 3].map((turn) => `第 ${turn} 句话`), calls: [1, 2], sessions: [{ over: true }] }

test.each([
  ['code', byCode],
  ['login', byLogin],
] as const)(
  'revoked in the middle of a session and in again by %s: all of it goes up, in order, once',
  async (_, enter) => {
    const desk = await aDeskThatLogsIn()
    await enter(desk)
    await isHere(desk)
    const { sessionId } = await cutOffInTheMiddle(desk, async () => {
      await revokeAll()
      await isRefused(desk)
    })
    await enter(desk)
    await isHere(desk)
    const { id: callId } = await accepted(desk.client.sessions.nextCall({ sessionId, reference: null }))
    await aNoteIn(desk.client, callId, 3)
    await accepted(desk.client.sessions.end({ sessionId }))
    await nothingWaits(desk)
    expect(await atHub()).toEqual(wholeHour)
  },
)

test('a token that was lost, and a hub that was left and joined again, take nothing with them', async () => {
  const desk = await aDesk()
  await byCode(desk)
  await isHere(desk)
  const { sessionId } = await cutOffInTheMiddle(desk, async () => {
    await desk.close()
    rmSync(join(desk.folder, 'team.token'))
    await desk.startAgain()
    await isRefused(desk)
  })
  await byCode(desk)
  await nothingWaits(desk)
  const listed = await database.query('SELECT name FROM desk WHERE revoked_at IS NULL')
  expect(listed.rows).toEqual([{ name: '东窗' }])
  await revokeAll()
  await isRefused(desk)
  const { id: callId } = await accepted(desk.client.sessions.nextCall({ sessionId, reference: null }))
  await aNoteIn(desk.client, callId, 3)
  await accepted(desk.client.sessions.end({ sessionId }))
  await accepted(desk.client.team.leave({ withWaiting: true }))
  await stands(desk, { kind: 'alone' } satisfies Partial<TeamStatus>)
  await byCode(desk)
  await isHere(desk)
  await nothingWaits(desk)
  expect(await atHub()).toEqual(wholeHour)
})

test('of what others changed meanwhile nothing is undone, and of what was heard nothing is lost', async () => {
  const [desk, other] = [await aDesk(), await aDesk()]
  await byCode(desk)
  await byCode(other)
  const { sessionId, callId } = await aCall(desk.client)
  const [first, second] = [await aNoteIn(desk.client, callId, 1), await aNoteIn(desk.client, callId, 2)]
  await nothingWaits(desk)
  const [east] = (await database.query('SELECT desk_id AS "deskId" FROM session')).rows
  await hub.own('desks.revoke', east)
  await isRefused(desk)
  const words = { seenVersion: null, kind: 'view' as const, issueTypeId: null }
  // Nobody waits for a desk that was sent away: another one corrects a note, and says which call it was.
  await accepted(other.client.notes.edit({ ...words, noteId: first.id, text: '别处改过' }))
  await accepted(other.client.sessions.setReference({ callId, reference: 'CC-7' }))
  await accepted(desk.client.notes.edit({ ...words, noteId: first.id, text: '这里也改' }))
  await accepted(desk.client.notes.edit({ ...words, noteId: second.id, text: '只有这里改' }))
  const next = await accepted(desk.client.sessions.nextCall({ sessionId, reference: null }))
  await aNoteIn(desk.client, next.id, 3)
  await accepted(desk.client.sessions.end({ sessionId }))
  await byCode(desk)
  await isHere(desk)
  await nothingWaits(desk)
  expect(await atHub()).toEqual({
    ...{ notes: ['别处改过', '只有这里改', '第 3 句话'], calls: [1, 2], sessions: [{ over: true }] },
  })
  const { rows } = await database.query(`SELECT reference, ended_at IS NOT NULL AS ended FROM call ORDER BY number`)
  expect(rows).toEqual([
    { reference: expect.stringContaining('7'), ended: true },
    { reference: null, ended: true },
  ])
})
