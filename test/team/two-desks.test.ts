import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { House } from '../../electron/compose/house.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { refused } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'

/** Whole consoles at a real hub. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url)
})
afterEach(async () => {
  await hub.close()
  await house.close()
})

async function aMember(name: string, role: Parameters<House['makeCode']>[0] = { role: 'note_taker' }) {
  const desk = await aDesk()
  const { code } = await hub.house.makeCode(role)
  await accepted(desk.client.team.join({ address: `http://${hub.host}`, code, name, deskName: name }))
  await vi.waitFor(
    async () => expect(await accepted(desk.client.team.status({}))).toMatchObject({ link: { kind: 'here' } }),
    patience,
  )
  return desk
}
const nothingWaits = (desk: Awaited<ReturnType<typeof aDesk>>) =>
  vi.waitFor(async () => expect(await accepted(desk.client.team.waiting({}))).toEqual([]), patience)

test('what one desk hears is its own until it is over and up, and everybody’s then; whoever leaves keeps what was heard', async () => {
  const [east, west] = [await aMember('陈静'), await aMember('周宁')]
  const { sessionId, callId } = await aCall(east.client)
  const [note, other] = [await aNoteIn(east.client, callId, 1), await aNoteIn(east.client, callId, 2)]
  const wish = { title: '降价补差没有人告诉过我', issueTypeId: 'coupon', priority: 3 as const, department: '营销部' }
  const ticket = await accepted(east.client.tickets.open({ ...wish, noteIds: [note.id] }))
  expect(await refused(east.client.notes.remove({ noteId: note.id, seenVersion: null }))).toMatchObject({
    code: 'quoted',
    detail: { ticketNumber: ticket.number },
  })

  // The other desk sees it, and may not change it.
  const seen = () => accepted(west.client.notes.ofSession({ sessionId }))
  await vi.waitFor(async () => expect(await seen()).toHaveLength(2), patience)
  const edit = { noteId: other.id, seenVersion: null, kind: 'view' as const, text: '改过的', issueTypeId: null }
  expect(await west.client.notes.edit(edit)).toMatchObject({ code: 'still_listening' })
  await accepted(west.client.tickets.withdraw({ ticketId: ticket.id }))
  await vi.waitFor(
    async () => expect(await accepted(east.client.notes.ofCall({ callId }))).toMatchObject([{ ticketId: null }, {}]),
    patience,
  )
  await accepted(east.client.notes.remove({ noteId: note.id, seenVersion: null }))

  await accepted(east.client.sessions.end({ sessionId }))
  await nothingWaits(east)
  await vi.waitFor(async () => expect(await west.client.notes.edit(edit)).toMatchObject({ ok: true }), patience)
  // It is the hub's for the desk that heard it too.
  expect(await accepted(east.client.notes.ofCall({ callId }))).toMatchObject([{ id: other.id, text: '改过的' }])

  expect(await accepted(east.client.team.leave({}))).toMatchObject({ isRevoked: true })
  expect(await hub.own('desks.list', {})).toMatchObject({
    value: [
      { name: '周宁', revokedAt: null },
      { name: '陈静', revokedAt: expect.any(String) },
    ],
  })
  await vi.waitFor(
    // As the other desk left it, and by whom.
    async () => expect(await accepted(east.client.notes.ofCall({ callId }))).toMatchObject([{ text: '改过的' }]),
    patience,
  )
  const again = await refused(east.client.notes.edit({ ...edit, seenVersion: 0, text: '再改' }))
  expect(again).toMatchObject({ code: 'stale', detail: { byName: '周宁', fields: expect.arrayContaining(['text']) } })
  expect(await accepted(east.client.sessions.list({ limit: 10 }))).toMatchObject({
    sessions: [{ id: sessionId, listenerName: '陈静' }],
  })
})
