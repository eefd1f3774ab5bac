import { createHash } from 'node:crypto'
import { cpSync } from 'node:fs'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hashOfToken } from '../../electron/storage/hub/secrets.ts'
import { aCall, accepted, aFolder } from '../builders/console.ts'
import { aHub, aRawDesk, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'

/** Two computers with the data folder of one, as an image that was laid on both leaves it. */
let room: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const { aDesk } = teamsOfTests()
beforeEach(async () => {
  room = await anOpenRoom()
  hub = await aHub(room.url)
})
afterEach(async () => {
  await hub.close()
  await room.close()
})

type Desk = Awaited<ReturnType<typeof aDesk>>
const isHere = async ({ client }: Desk) => {
  const status = await accepted(client.team.status({}))
  return status.kind === 'member' && status.link.kind === 'here'
}
const untilHere = (desk: Desk) => vi.waitFor(async () => expect(await isHere(desk)).toBe(true), patience)
const isUsedElsewhere = (desk: Desk) =>
  vi.waitFor(
    async () =>
      expect(await accepted(desk.client.team.status({}))).toMatchObject({
        link: { kind: 'refused', why: 'used_elsewhere' },
      }),
    patience,
  )
const allUp = ({ client }: Desk) =>
  vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)

async function aDeskToCopy(pace: object = {}) {
  const desk = await aDesk({ linkPace: { ...linkPace, ...pace } })
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  const wish = { address: `http://${hub.host}`, code, name: '陈静', deskName: '东窗' }
  await accepted(desk.client.team.join(wish))
  await untilHere(desk)
  await desk.close()
  const at = aFolder()
  cpSync(desk.folder, at.path, { recursive: true })
  return { desk, at, wish }
}

async function aCopiedDesk(pace: object = {}) {
  const { desk, at, wish } = await aDeskToCopy(pace)
  await desk.startAgain()
  await untilHere(desk)
  const copy = await aDesk({ linkPace: { ...linkPace, ...pace } }, at)
  return { desk, copy, wish }
}

async function heard({ client }: Desk, text: string) {
  const { sessionId, callId } = await aCall(client)
  const note = (words: string) =>
    accepted(
      client.notes.add({
        ...{ noteId: v7(), callId, kind: 'voice', text: words, offsetMs: 0, issueTypeId: null },
      }),
    )
  await note(text)
  return { sessionId, note, end: () => accepted(client.sessions.end({ sessionId })) }
}

test('of two computers with one pass the later one has the hub, the other is told why and notes on; joined anew, both have it and nothing of either is taken', async () => {
  const { desk, copy, wish } = await aCopiedDesk()
  await isUsedElsewhere(desk)
  expect(await isHere(copy)).toBe(true)
  const [here, there] = [await heard(desk, '降价补差没有人告诉过我'), await heard(copy, '换尺码要等三天')]
  await allUp(copy)
  expect(await accepted(desk.client.team.waiting({}))).toMatchObject([{ why: 'used_elsewhere', counts: { notes: 1 } }])
  const status = await accepted(copy.client.team.status({}))
  const reserved = await copy.client.bookings.reserve({
    ...{ seatId: room.seat(1), personId: status.kind === 'member' ? status.me.personId : '', companionId: null },
    ...{ startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18'), purpose: 'listen' },
  })
  expect(reserved).toMatchObject({ ok: true })

  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  await accepted(desk.client.team.join({ ...wish, code, deskName: '西窗', name: '周宁' }))
  await untilHere(desk)
  await here.end()
  await allUp(desk)
  // The other goes on with the session that it began, under the pass that was both's.
  expect(await isHere(copy)).toBe(true)
  await there.end()
  await allUp(copy)
  for (const [{ sessionId }, text] of [
    [here, '降价补差没有人告诉过我'],
    [there, '换尺码要等三天'],
  ] as const)
    expect(await hub.own('notes.ofSession', { sessionId })).toMatchObject({ ok: true, value: [{ text }] })
  // Started again it claims nothing either.
  await desk.startAgain()
  await untilHere(desk)
  expect(await isHere(copy)).toBe(true)
})

test('a session that is partly up when another computer takes the pass goes on at the desk that began it, once that has joined anew; whoever never had the pass gets nothing by naming it', async () => {
  const { desk, at, wish } = await aDeskToCopy()
  await desk.startAgain()
  await untilHere(desk)
  const begun = await heard(desk, '降价补差没有人告诉过我')
  await allUp(desk)
  const copy = await aDesk({ linkPace }, at)
  await isUsedElsewhere(desk)
  await begun.note('后来又打来一次')

  const stranger = await hub.joined({ role: 'coordinator' }, '李强')
  const claim = { token: createHash('sha256').update('guessed').digest('hex'), sessions: [begun.sessionId] }
  const raw = await aRawDesk(
    hub.host,
    stranger.token,
    undefined,
    {},
    { begun: [claim, { ...claim, token: hashOfToken(stranger.token) }] },
  )
  raw.close()

  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  await accepted(desk.client.team.join({ ...wish, code, deskName: '西窗', name: '周宁' }))
  await untilHere(desk)
  await begun.end()
  await allUp(desk)
  expect(await hub.own('notes.ofSession', { sessionId: begun.sessionId })).toMatchObject({
    ...{ ok: true, value: [{ text: '降价补差没有人告诉过我' }, { text: '后来又打来一次' }] },
  })
  expect(await isHere(copy)).toBe(true)
})

test('a session of which all is up when its desk joins anew goes on there: later notes and its end go up too', async () => {
  const { desk, at, wish } = await aDeskToCopy()
  await desk.startAgain()
  await untilHere(desk)
  const begun = await heard(desk, '降价补差没有人告诉过我')
  await allUp(desk)
  const copy = await aDesk({ linkPace }, at)
  await isUsedElsewhere(desk)
  const { code } = await hub.house.makeCode({ role: 'coordinator' })
  await accepted(desk.client.team.join({ ...wish, code, deskName: '西窗', name: '周宁' }))
  await untilHere(desk)
  await begun.note('后来又打来一次')
  await allUp(desk)
  await begun.end()
  await allUp(desk)
  expect(await hub.own('notes.ofSession', { sessionId: begun.sessionId })).toMatchObject({
    ...{ ok: true, value: [{ text: '降价补差没有人告诉过我' }, { text: '后来又打来一次' }] },
  })
  expect(await isHere(copy)).toBe(true)
})

test('once the other computer is gone, the one that was told of it comes back by itself', async () => {
  const { desk, copy } = await aCopiedDesk({ usedElsewhereRetryMs: 500 })
  const { end } = await heard(desk, '降价补差没有人告诉过我')
  await copy.close()
  await untilHere(desk)
  await end()
  await allUp(desk)
})
