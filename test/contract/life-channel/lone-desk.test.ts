import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import type { CaseAct } from '../../../shared/contract/life-channel/case-acts.ts'
import type { Role } from '../../../shared/contract/who.ts'
import { aCall, accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'

// A desk alone asks nobody for a password: who sits there is whom it is set to. Once somebody is named for the life channel, that counts there too.

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let settings: ReturnType<typeof someSettings>
let sessionId: string
let callId: string
const clock = aClock()
beforeEach(async () => {
  folder = aFolder()
  settings = someSettings()
  console = await aReadyConsole(folder.path, { clock, settings })
  client = clientOf(console.call)
  ;({ sessionId, callId } = await aCall(client))
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

async function aPerson(name: string, role: Role): Promise<string> {
  const wish = { name, role, department: '', employeeNumber: null, email: null }
  return (await accepted(client.people.add(wish))).id
}
const sits = (me: string | null) => settings.save({ me })
async function raise(): Promise<string> {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: clock.now() }))
  return raised.caseId
}
const act = (caseId: string, what: CaseAct) =>
  client.lifeChannel.act({ actId: v7(), caseId, at: clock.now(), act: what })
const read = (caseId: string) => client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '回电' })
const sayWrong = (caseId: string) => {
  const verdict = { what: 'dismissed', reason: '说的是游戏' } as const
  return client.lifeChannel.reconsider({ actId: v7(), caseId, sessionId, verdict })
}
const rights = async () => {
  const { seesAll, mayRead } = await accepted(client.lifeChannel.list({ limit: 1 }))
  return { seesAll, mayRead, contacts: (await accepted(client.lifeChannel.contacts({}))).seesAll }
}
const police = { what: 'handed_over', to: '110', name: null } as const
const contact = { name: '李静', phone: '021-55556666', about: '', personId: null }

test('with a coordinator on the list a listener reads nothing of what is sealed, and undoes nothing of what others took over', async () => {
  const [coordinator, listener] = [await aPerson('王敏', 'coordinator'), await aPerson('赵磊', 'listener')]
  sits(listener)
  const caseId = await raise()
  await accepted(act(caseId, police))
  clock.advance(3_600_000)
  expect(await read(caseId)).toMatchObject({ ok: false, code: 'not_a_contact' })
  expect(await act(caseId, { what: 'dismissed' })).toMatchObject({ ok: false, code: 'taken_over' })
  expect(await act(caseId, { what: 'handed_back' })).toMatchObject({ ok: false, code: 'taken_over' })
  expect(await sayWrong(caseId)).toMatchObject({ ok: false, code: 'taken_over' })
  expect(await client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 0 })).toMatchObject({
    ...{ ok: false, code: 'not_named' },
  })
  expect(await rights()).toEqual({ seesAll: false, mayRead: false, contacts: false })
  sits(coordinator)
  expect(await rights()).toEqual({ seesAll: true, mayRead: true, contacts: true })
  await accepted(read(caseId))
  await accepted(client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 0 }))
  await accepted(sayWrong(caseId))
})

test('whoever of the house the contacts name is asked, where the list has no coordinator', async () => {
  const [named, listener] = [await aPerson('李静', 'listener'), await aPerson('赵磊', 'listener')]
  sits(listener)
  await accepted(client.lifeChannel.saveContacts({ contacts: [{ ...contact, personId: named }], seenVersion: 0 }))
  const caseId = await raise()
  await accepted(act(caseId, police))
  expect(await read(caseId)).toMatchObject({ ok: false, code: 'not_a_contact' })
  expect(await act(caseId, { what: 'dismissed' })).toMatchObject({ ok: false, code: 'taken_over' })
  sits(named)
  await accepted(read(caseId))
  await accepted(act(caseId, { what: 'dismissed' }))
})

test('as long as nobody is named, whoever sits there may do it all, also whom nobody asked who they are', async () => {
  await accepted(client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 0 }))
  for (const me of [await aPerson('赵磊', 'listener'), null]) {
    sits(me)
    const caseId = await raise()
    await accepted(act(caseId, police))
    await accepted(read(caseId))
    await accepted(act(caseId, { what: 'dismissed' }))
  }
})

test('a contact who is off the list names nobody any more: nobody is shut out of what is sealed', async () => {
  const left = await aPerson('李静', 'listener')
  await accepted(client.lifeChannel.saveContacts({ contacts: [{ ...contact, personId: left }], seenVersion: 0 }))
  sits(await aPerson('赵磊', 'listener'))
  expect((await rights()).mayRead).toBe(false)
  await accepted(client.people.remove({ personId: left, seenVersion: 0 }))
  expect(await rights()).toEqual({ seesAll: true, mayRead: true, contacts: true })
  await accepted(client.lifeChannel.saveContacts({ contacts: [contact], seenVersion: 1 }))
})

test('a cry that nobody took over is gone on with by whoever sits down next', async () => {
  const [listener, next] = [await aPerson('赵磊', 'listener'), await aPerson('陈静', 'listener')]
  await aPerson('王敏', 'coordinator')
  sits(listener)
  const caseId = await raise()
  sits(next)
  const inHand = async () => (await accepted(client.lifeChannel.inHand({}))).map((one) => one.case.id)
  expect(await inHand()).toEqual([caseId])
  await accepted(act(caseId, police))
  expect(await inHand()).toEqual([])
  sits(listener)
  expect(await inHand()).toEqual([caseId])
})
