import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openFileLog } from '../../../electron/adapters/log/file-log.ts'
import { topics } from '../../../shared/contract/entry.ts'
import { certificates } from '../../builders/certificates.ts'
import { aCall, accepted, aNoteIn } from '../../builders/console.ts'
import { someSettings } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { TOKEN } from '../../builders/small-hub.ts'
import { teamsOfTests } from '../../builders/team-desk.ts'

const { aHub, aDesk, joined, ends } = teamsOfTests()
const wish = (address: string) => ({ address, code: 'GOOD-CODE', deskName: '东窗' })
const somebody = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const

test('a member works in a folder of its own; alone again, the desk is what it was', async () => {
  const hub = await aHub()
  const settings = someSettings()
  const desk = await aDesk({ settings })
  const { client } = desk
  const me = await accepted(client.people.add(somebody))
  await accepted(client.settings.save({ me: me.id }))
  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1)
  expect(await client.team.join(wish(hub.address))).toMatchObject({ ok: false, code: 'listening' })
  await accepted(client.sessions.end({ sessionId }))

  desk.events.length = 0
  const status = await joined(desk, hub)
  expect(status).toMatchObject({
    kind: 'member',
    hub: { id: hub.hubId, name: '总部' },
    me: hub.me,
    link: { kind: 'here' },
  })
  expect(hub.joins).toEqual([expect.objectContaining({ code: 'GOOD-CODE', deskName: '东窗' })])
  expect(desk.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))).toEqual(
    expect.arrayContaining([...topics]),
  )
  const { dataFolder } = await accepted(client.workspace.status({}))
  expect(dataFolder).toBe(join(desk.folder, 'team', hub.hubId))
  expect(existsSync(join(dataFolder, 'earshot.db'))).toBe(true)
  expect((await accepted(client.settings.get({}))).me).toBe(hub.me.personId)
  await accepted(client.settings.save({ me: null, theme: 'dark' }))
  expect(await client.sessions.current({})).toEqual({ ok: true, value: null })
  expect(await client.team.join(wish(hub.address))).toMatchObject({
    code: 'already_member',
    detail: { hubName: '总部' },
  })
  await accepted(client.workspace.backUpNow({}))
  expect(readdirSync(join(dataFolder, 'backups')).filter((name) => name.endsWith('.db'))).toHaveLength(1)

  await desk.startAgain()
  await vi.waitFor(
    async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )

  // Asked by the desk itself; a window leaves by `team.leave`.
  expect(await client.desks.leave({})).toMatchObject({ code: 'no_hub' })
  expect(await accepted(client.team.leave({}))).toEqual({
    // Offered where it joins next.
    status: { kind: 'alone', leftAddress: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) },
    isRevoked: true,
  })
  expect((await accepted(client.settings.get({}))).me).toBe(me.id)
  expect(settings.read()).toMatchObject({ me: me.id, theme: 'dark' })
  expect(await accepted(client.notes.ofCall({ callId }))).toHaveLength(1)
  expect(await client.team.leave({})).toMatchObject({ code: 'not_member' })
  // What was heard as a member stays, for the day it joins again.
  expect(existsSync(join(dataFolder, 'earshot.db'))).toBe(true)
  expect(readdirSync(dataFolder).filter((name) => name.startsWith('kept-answers'))).toEqual([])
})

test('the token lies in one file for own eyes, and nowhere else', async () => {
  const hub = await aHub()
  const folder = await aDesk()
  const log = openFileLog(folder.folder)
  await folder.close()
  const desk = await aDesk({ log }, { path: folder.folder, remove: () => {} })
  await joined(desk, hub)
  await accepted(desk.client.workspace.backUpNow({}))
  await hub.stop()
  await desk.close()
  const holding = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(desk.folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(TOKEN)
  })
  expect(holding).toEqual(['team.token'])
  expect(statSync(join(desk.folder, 'team.token')).mode & 0o077).toBe(0)
  expect(JSON.stringify(desk.events)).not.toContain(TOKEN)
})

test('whatever is refused changes nothing', async () => {
  const other = createServer((_, response) => void response.end('<h1>Intranet</h1>'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  ends.push(() => other.close())
  const noHub = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`
  const ofHub = ['code_unknown', 'code_used', 'code_expired', 'name_needed', 'other_version', 'too_many_tries']
  const hub = await aHub({ codes: Object.fromEntries(ofHub.map((code) => [code, code])) })
  const { client, folder } = await aDesk()
  for (const [address, code, detail = {}] of [
    ['not an address', 'bad_address'],
    ['ftp://hub.example', 'bad_address'],
    ['http://hub.example:8443', 'not_secure'],
    ['127.0.0.1:1', 'no_answer', { address: 'http://127.0.0.1:1/' }],
    // As a Chinese input method types it.
    ['１２７。０．０．１：１', 'no_answer', { address: 'http://127.0.0.1:1/' }],
    [noHub, 'not_a_hub', { address: noHub }],
  ] as const)
    expect(await client.team.join(wish(address)), address).toEqual({ ok: false, code, detail })
  for (const code of ofHub)
    expect(await client.team.join({ ...wish(hub.address), code })).toEqual({ ok: false, code, detail: {} })
  expect(await accepted(client.team.status({}))).toEqual({ kind: 'alone' })
  expect(readdirSync(folder).filter((name) => name.startsWith('team'))).toEqual([])
})

test('a certificate that nobody vouches for is shown before the code is; compared, it counts, and no other does', async () => {
  const hub = await aHub({ tls: certificates.one })
  const desk = await aDesk()
  const { client } = desk
  const shown = await client.team.join(wish(hub.address))
  if (shown.ok || shown.code !== 'certificate_unknown') throw new Error('the code was shown to it')
  expect(hub.joins).toEqual([])
  await accepted(client.team.join({ ...wish(hub.address), acceptFingerprint: shown.detail.fingerprint }))
  const linkIs = (link: object) =>
    vi.waitFor(async () => expect(await accepted(client.team.status({}))).toMatchObject({ link }), patience)
  await linkIs({ kind: 'here' })

  await hub.stop()
  await hub.startAgain(certificates.two)
  await linkIs({ kind: 'refused', why: 'certificate' })
  const status = await accepted(client.team.status({}))
  if (status.kind !== 'member' || status.link.kind !== 'refused' || status.link.why !== 'certificate') throw new Error()
  expect(status.link.fingerprint).not.toBe(shown.detail.fingerprint)
  await accepted(client.team.tryNow({ acceptFingerprint: status.link.fingerprint }))
  await linkIs({ kind: 'here' })
  // Sent away, it joins the same hub anew: what was compared once is not asked for again.
  hub.faults.refuses = 401
  hub.cut()
  await linkIs({ kind: 'refused', why: 'token' })
  expect(await client.team.loginInfo({ address: hub.address })).not.toMatchObject({ code: 'certificate_unknown' })
  hub.faults.refuses = null
  await accepted(client.team.join(wish(hub.address)))
  await linkIs({ kind: 'here' })
})

test('a desk whose token is refused joins the same hub anew, and stays in its folder', async () => {
  const hub = await aHub()
  const desk = await aDesk()
  const { client } = desk
  await joined(desk, hub)
  const { dataFolder } = await accepted(client.workspace.status({}))
  hub.faults.refuses = 401
  hub.cut()
  await vi.waitFor(
    async () =>
      expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'refused', why: 'token' } }),
    patience,
  )
  // Hearing goes on meanwhile, and through it.
  const { callId } = await aCall(client)
  hub.faults.refuses = null
  expect(await joined(desk, hub)).toMatchObject({ link: { kind: 'here' } })
  await aNoteIn(client, callId, 1)
  expect((await accepted(client.workspace.status({}))).dataFolder).toBe(dataFolder)

  const other = await aHub({ hubId: '01930000-0000-7000-8000-0000000000cc' })
  hub.closeWith(4401)
  await vi.waitFor(
    async () => expect(await accepted(client.team.status({}))).toMatchObject({ link: { kind: 'refused' } }),
    patience,
  )
  expect(await client.team.join(wish(other.address))).toMatchObject({ code: 'already_member' })
})

test('a team file that nobody can read is kept aside, and the desk is alone', async () => {
  const hub = await aHub()
  const desk = await aDesk()
  await joined(desk, hub)
  await desk.close()
  writeFileSync(join(desk.folder, 'team.json'), '{"hub":')
  const again = await aDesk({}, { path: desk.folder, remove: () => {} })
  expect(await accepted(again.client.team.status({}))).toEqual({ kind: 'alone' })
  expect(readdirSync(desk.folder).some((name) => name.startsWith('team.json_set-aside'))).toBe(true)
})

test('copies, going back and a damaged file are what they are for a desk alone, and what is noted afterwards waits to go up', async () => {
  const hub = await aHub()
  const desk = await aDesk()
  const { client } = desk
  await joined(desk, hub)
  const copy = await accepted(client.workspace.backUpNow({}))
  await accepted(client.workspace.goBackTo({ fileName: copy.fileName }))
  await hub.stop()
  const { callId, sessionId } = await aCall(client)
  await aNoteIn(client, callId, 1)
  expect(await accepted(client.team.status({}))).toMatchObject({ waiting: { calls: 1, notes: 1 } })
  await accepted(client.sessions.end({ sessionId }))
  const { dataFolder } = await accepted(client.workspace.status({}))
  await desk.close()

  writeFileSync(join(dataFolder, 'earshot.db'), 'no database')
  await desk.startAgain()
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'damaged', dataFolder })
  expect(await accepted(client.team.status({}))).toMatchObject({ kind: 'member' })
  expect(await client.people.list({})).toMatchObject({ code: 'workspace_closed' })
  expect(await accepted(client.workspace.restoreBackup({ fileName: copy.fileName }))).toMatchObject({ state: 'ready' })
  await aNoteIn(client, (await aCall(client)).callId, 2)
  expect(await accepted(client.team.status({}))).toMatchObject({ waiting: { notes: 1 } })
})

test('whoever is given another role at the hub has it at their desk, without greeting anew', async () => {
  const hub = await aHub()
  const desk = await aDesk()
  await joined(desk, hub)
  const row = {
    id: hub.me.personId,
    name: '何静',
    department: '',
    role: 'listener',
    employee_number: null,
    email: null,
  }
  desk.events.length = 0
  hub.copies.push({ table: 'person', row: { ...row, removed_at: null, version: 1 } })
  hub.tell({ kind: 'changed', topics: ['people'] })
  await vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ me: { role: 'listener' } }),
    patience,
  )
  // Windows are told a moment after.
  await vi.waitFor(
    () => expect(desk.events).toContainEqual({ kind: 'changed', topics: expect.arrayContaining(['team']) }),
    patience,
  )
})
