import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** Whole consoles of one person, and of somebody else, at a hub that has not all that was done at the first. */
const { aDesk } = teamsOfTests()
let server: Client
const names = { live: `troubles_${process.pid}`, copy: `troubles_${process.pid}_copy` }
const urlOf = (name: string) =>
  Object.assign(new URL(String(process.env.EARSHOT_TEST_DATABASE)), { pathname: name }).href
let hub: RunningHub
beforeEach(async () => {
  server = await connectionTo(process.env.EARSHOT_TEST_DATABASE)
  await server.query(`CREATE DATABASE ${names.live}`)
  hub = await aHub(urlOf(names.live))
})
afterEach(async () => {
  await hub.close()
  for (const name of Object.values(names)) await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server.end()
})

async function startAgain(name: string): Promise<void> {
  const port = Number(hub.host.split(':')[1])
  hub = await aHub(urlOf(name), {}, { port })
}

async function joined(deskName: string, whom: Parameters<typeof hub.house.makeCode>[0], name: string) {
  const desk = await aDesk()
  const { client } = desk
  const { code } = await hub.house.makeCode(whom)
  await accepted(client.team.join({ address: `http://${hub.host}`, code, name, deskName }))
  const is = (what: object) =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject(what), patience)
  const isHere = () => is({ link: { kind: 'here' } })
  /** It knows that the hub has them: what it lacks then is of another history. */
  const hasCopied = (name: string) =>
    vi.waitFor(() => {
      const copies = new Sqlite(join(desk.folder, 'team', hub.house.id, 'earshot.db'), { readonly: true })
      const names = copies.prepare('SELECT name FROM person').pluck().all()
      copies.close()
      expect(names).toContain(name)
    }, patience)
  await isHere()
  const elsewhere = async () => {
    await isHere()
    return accepted(client.desks.troublesElsewhere({}))
  }
  return { client, is, isHere, hasCopied, elsewhere }
}

test('what the hub lost of a desk is told to its person at their other desk, is seen to there and taken back, and to nobody else', async () => {
  const east = await joined('东窗', { role: 'coordinator' }, '王敏')
  const status = await accepted(east.client.team.status({}))
  const personId = status.kind === 'member' ? status.me.personId : ''
  const west = await joined('西窗', { personId }, '王敏')
  const other = await joined('北窗', { role: 'note_taker' }, '李雷')
  await hub.close()
  await server.query(`CREATE DATABASE ${names.copy} TEMPLATE ${names.live}`)
  await startAgain(names.live)
  await east.isHere()
  const somebody = { name: '赵倩', department: '', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(east.client.people.add(somebody))
  await east.hasCopied(somebody.name)
  expect(await west.elsewhere()).toEqual([])
  await hub.close()
  await startAgain(names.copy)
  const told = { kind: 'person', about: { what: 'person', name: '赵倩' } }
  await vi.waitFor(
    async () => expect(await west.elsewhere()).toMatchObject([{ deskName: '东窗', lost: [told], stuck: [] }]),
    patience,
  )
  expect(await other.elsewhere()).toEqual([])
  // Where it was done it is a change of that desk.
  expect(await east.elsewhere()).toEqual([])
  const ids = (await west.elsewhere()).flatMap(({ lost }) => lost.flatMap((one) => one.ids))
  await accepted(other.client.desks.seeTroubles({ ids, isSeen: true }))
  expect(await west.elsewhere()).toHaveLength(1)
  await accepted(west.client.desks.seeTroubles({ ids, isSeen: true }))
  expect(await west.elsewhere()).toEqual([])
  expect(await accepted(east.client.team.lost({}))).toHaveLength(1)

  // The same computer joins anew, and tells of it as another desk.
  const revoked = (await accepted(west.client.desks.list({}))).find(({ name }) => name === '东窗')
  await accepted(west.client.desks.revoke({ deskId: revoked?.id ?? '' }))
  await east.is({ link: { kind: 'refused', why: 'token' } })
  const { code } = await hub.house.makeCode({ personId })
  await accepted(east.client.team.join({ address: `http://${hub.host}`, code, name: '王敏', deskName: '东窗' }))
  await east.isHere()
  const database = await connectionTo(urlOf(names.copy))
  const tellers = async () => (await database.query('SELECT desk_id, told_json FROM hub_trouble')).rows
  await vi.waitFor(
    async () =>
      expect(await tellers()).toMatchObject([{ told_json: expect.objectContaining({ lost: [expect.anything()] }) }]),
    patience,
  )
  expect((await tellers()).map((one) => one.desk_id)).not.toContain(revoked?.id)
  await database.end()
  expect(await west.elsewhere()).toEqual([])
  await accepted(west.client.desks.seeTroubles({ ids, isSeen: false }))
  expect(await west.elsewhere()).toHaveLength(1)
  await accepted(east.client.team.putLostAway({ ids }))
  await vi.waitFor(async () => expect(await west.elsewhere()).toEqual([]), patience)
})

test('a session that the hub would not take is told to its person at their other desk, as long as it waits', async () => {
  const east = await joined('东窗', { role: 'coordinator' }, '王敏')
  const status = await accepted(east.client.team.status({}))
  const personId = status.kind === 'member' ? status.me.personId : ''
  const west = await joined('西窗', { personId }, '王敏')
  const isUp = () => vi.waitFor(async () => expect(await accepted(east.client.team.waiting({}))).toEqual([]), patience)
  const { sessionId, callId } = await aCall(east.client)
  await isUp()
  const database = await connectionTo(urlOf(names.live))
  const take = (name: string) =>
    database.query('UPDATE session SET desk_id = (SELECT id FROM desk WHERE name = $1) WHERE id = $2', [
      name,
      sessionId,
    ])
  await take('西窗')
  await aNoteIn(east.client, callId, 1)
  await vi.waitFor(
    async () =>
      expect(await west.elsewhere()).toMatchObject([
        { deskName: '东窗', lost: [], stuck: [{ id: sessionId, notes: 1, why: 'not_yours' }] },
      ]),
    patience,
  )
  await take('东窗')
  await accepted(east.client.team.tryNow({}))
  await isUp()
  await vi.waitFor(async () => expect(await west.elsewhere()).toEqual([]), patience)
  await database.end()
})
