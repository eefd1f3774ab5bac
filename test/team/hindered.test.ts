import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connectionTo } from '../builders/connection.ts'
import { aCall, accepted, aNoteIn } from '../builders/console.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'
import { teamsOfTests } from '../builders/team-desk.ts'
import { aTinyDrive, whyNoDrives } from '../faults/mounts.ts'

/** Whole consoles at a real hub, to which something happens in the middle of their work. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const { aDesk, ends } = teamsOfTests()
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url)
})
afterEach(async () => {
  await hub.close()
  await house.close()
})
type Desk = Awaited<ReturnType<typeof aDesk>>

const status = (desk: Desk) => accepted(desk.client.team.status({}))
const linkIs = (desk: Desk, link: object) =>
  vi.waitFor(async () => expect(await status(desk)).toMatchObject({ link, hasCopies: true }), patience)
const nothingWaits = (desk: Desk) =>
  vi.waitFor(async () => expect(await accepted(desk.client.team.waiting({}))).toEqual([]), patience)
async function joins(desk: Desk, name: string): Promise<void> {
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  await accepted(desk.client.team.join({ address: `http://${hub.host}`, code, name, deskName: name }))
  await linkIs(desk, { kind: 'here' })
}
const textsAtHub = async (callId: string) => {
  const { value } = (await hub.own('notes.ofCall', { callId })) as { value: { text: string }[] }
  return value.map(({ text }) => text)
}

test('whoever is taken off the list in the middle of a call notes on; what is heard waits and says why, and goes up once they are back', async () => {
  const desk = await aDesk()
  await joins(desk, '陈静')
  const me = await status(desk)
  const personId = me.kind === 'member' ? me.me.personId : ''
  const { callId, sessionId } = await aCall(desk.client)
  await aNoteIn(desk.client, callId, 1, '还在名单上')
  await vi.waitFor(async () => expect(await textsAtHub(callId)).toEqual(['还在名单上']), patience)

  expect(await hub.own('people.remove', { personId, seenVersion: null })).toMatchObject({ ok: true })
  await linkIs(desk, { kind: 'refused', why: 'person_removed' })
  await aNoteIn(desk.client, callId, 2, '已经不在了')
  const wish = { seatId: house.seat(1), personId, companionId: null, purpose: 'listen' as const }
  const span = { startsAt: shanghai('14:00', '2099-09-18'), endsAt: shanghai('15:00', '2099-09-18') }
  expect(await desk.client.bookings.reserve({ ...wish, ...span })).toMatchObject({ code: 'offline' })
  await accepted(desk.client.sessions.end({ sessionId }))
  expect(await accepted(desk.client.team.waiting({}))).toMatchObject([
    { id: sessionId, why: 'person_removed', counts: { notes: 1 } },
  ])
  // Also after a start.
  await desk.startAgain()
  await linkIs(desk, { kind: 'refused', why: 'person_removed' })
  expect(await accepted(desk.client.notes.ofCall({ callId }))).toHaveLength(2)

  expect(await hub.own('people.putBack', { personId })).toMatchObject({ ok: true })
  await accepted(desk.client.team.tryNow({}))
  await nothingWaits(desk)
  expect(await textsAtHub(callId)).toEqual(['还在名单上', '已经不在了'])
})

test('a code that is too old says so, and the desk is as it was: the next code lets it in', async () => {
  const desk = await aDesk()
  const { callId, sessionId } = await aCall(desk.client)
  await aNoteIn(desk.client, callId, 1)
  await accepted(desk.client.sessions.end({ sessionId }))
  const { code } = await hub.house.makeCode({ role: 'note_taker' })
  const database = await connectionTo(house.url)
  await database.query(`UPDATE join_code SET expires_at = '2026-01-01T00:00:00.000Z'`)
  await database.end()
  const wish = { address: `http://${hub.host}`, code, name: '周宁', deskName: '西窗' }
  expect(await desk.client.team.join(wish)).toMatchObject({ code: 'code_expired' })
  expect(await status(desk)).toEqual({ kind: 'alone' })
  expect(await accepted(desk.client.notes.ofCall({ callId }))).toHaveLength(1)
  expect(await hub.own('desks.list', {})).toEqual({ ok: true, value: [] })
  await joins(desk, '周宁')
})

const cannot = whyNoDrives()

test.skipIf(cannot !== null)(
  `the disk of a joined desk is full: it says so, the hub is asked all the same, and once there is room everything goes on${cannot ?? ''}`,
  async () => {
    const drive = aTinyDrive('size=8m')
    if (drive === null) throw new Error('no drive')
    ends.push(drive.remove)
    const desk = await aDesk({}, { path: drive.path, remove: () => {} })
    await joins(desk, '陈静')
    const { callId, sessionId } = await aCall(desk.client)
    await aNoteIn(desk.client, callId, 1, '第一句')
    const filler = join(drive.path, 'filler')
    writeFileSync(filler, '')
    for (const bytes of [65_536, 4_096, 512, 1])
      try {
        for (;;) appendFileSync(filler, Buffer.alloc(bytes))
      } catch {
        // Full, down to pieces of this size.
      }
    const note = (number: number) => ({
      ...{ noteId: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`, callId, kind: 'voice' as const },
      ...{ text: `${'满'.repeat(3_000)}${number}`, offsetMs: number, issueTypeId: null },
    })
    let number = 2
    for (; number < 400; number += 1) {
      const answer = await desk.client.notes.add(note(number))
      if (answer.ok) continue
      expect(answer).toEqual({ ok: false, code: 'disk_full', detail: {} })
      break
    }
    // What others change cannot be copied here now; asked for, it is told.
    const other = { name: '李强', department: '', role: 'listener', employeeNumber: null, email: null }
    expect(await hub.own('people.add', other)).toMatchObject({ ok: true })
    const names = async () => (await accepted(desk.client.people.list({}))).map(({ name }) => name)
    expect(await names()).toContain('李强')
    expect(await status(desk)).toMatchObject({ link: { kind: 'here' } })

    rmSync(filler)
    expect(await desk.client.notes.add(note(number))).toMatchObject({ ok: true })
    await accepted(desk.client.sessions.end({ sessionId }))
    await nothingWaits(desk)
    expect(await textsAtHub(callId)).toHaveLength(number)
    await hub.close()
    await linkIs(desk, { kind: 'away' })
    expect(await names()).toContain('李强')
    hub = await aHub(house.url)
  },
)
