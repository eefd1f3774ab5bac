import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  changedElsewhere,
  elsewhereQueries,
  keepChangedElsewhere,
} from '../../../electron/storage/team/changed-elsewhere.ts'
import { changesAfter, lostChanges } from '../../../electron/storage/team/changed-here.ts'
import { makeMirrorTables } from '../../../electron/storage/team/mirror.ts'
import { rememberChange } from '../../../electron/team/changed-here.ts'
import { openHubLink } from '../../../electron/team/hub-link.ts'
import { HubAway } from '../../../electron/team/hub-link-port.ts'
import { makeMirror } from '../../../electron/team/mirror.ts'
import { makeUploader, type Uploader } from '../../../electron/team/uploader.ts'
import { aMember } from '../../builders/member.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { aSmallHub, TOKEN } from '../../builders/small-hub.ts'

// A hub that comes back as it was before, as after a copy was put back: what becomes of what is heard, in which order.

let desk: Awaited<ReturnType<typeof aMember>>
beforeEach(async () => {
  desk = await aMember()
  await desk.uploader.close()
})
afterEach(() => desk.close())

function connected() {
  const { parts, hub } = desk
  const mirror = makeMirror({ ...parts, link: hub.link, tookBack: () => uploader.tryNow() })
  const told = { ...parts, link: hub.link, changed: () => {}, restMs: 1, againMs: 1 }
  const { isSettled, doubt, gave } = mirror
  const uploader: Uploader = makeUploader({ ...told, isSettled, doubt, gave })
  const isUp = () => vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  const close = async () => {
    await uploader.close()
    await mirror.close()
  }
  return { mirror, uploader, isUp, close }
}
const tells = (cursor: string, isAnew: boolean) =>
  desk.hub.tells((known) => ({ cursor, isAnew: isAnew && known !== cursor, hasMore: false, rows: [], gone: [] }))
/** What was sent, in its order: tables, and the end of the session. */
const sent = () => desk.hub.lots.flat().map((entry) => ('handedOver' in entry ? 'end' : entry.table))
/** What notes say that were sent after the first lot. */
const sentAgain = () =>
  desk.hub.lots
    .slice(1)
    .flat()
    .flatMap((entry) => ('row' in entry && entry.table === 'note' ? entry.row.text : []))

/** A note is up at the hub as it was first. */
async function aNoteIsUp() {
  tells('one', false)
  desk.hub.comesBack()
  const link = connected()
  await desk.aNote('第一句')
  await link.isUp()
  desk.hub.lots.length = 0
  return link
}
/** And so is the end of its session. */
async function aSessionIsUp() {
  const link = await aNoteIsUp()
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  link.uploader.tryNow()
  await link.isUp()
  await link.mirror.catchUp()
  desk.hub.lots.length = 0
  return link
}

test('nothing goes up before what it lost waits in its order, so that no session is given away without what was said first', async () => {
  const { hub } = desk
  const { isUp, close } = await aNoteIsUp()
  hub.goesAway()
  await desk.aNote('第二句')
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  tells('two', true)
  const before: number[] = []
  hub.answers((call) => {
    if (call === 'arrivals.knownSessions') before.push(hub.lots.length)
    return { ok: true, value: [] }
  })
  hub.comesBack()
  await isUp()
  expect(sent().filter((what) => what === 'note')).toHaveLength(2)
  expect(sent().at(-1)).toBe('end')
  expect(sent().indexOf('session')).toBe(0)
  expect(before.every((count) => count === 0)).toBe(true)
  await close()
})

test('a hub that would not say what it has of what was given to it is asked again, and what is heard goes up meanwhile', async () => {
  const { hub } = desk
  const { mirror, isUp, close } = await aSessionIsUp()
  hub.goesAway()
  tells('two', true)
  let asked = 0
  hub.answers(() => {
    asked += 1
    return asked === 1 ? { ok: false, code: 'unexpected', detail: { reference: 'E1' } } : { ok: true, value: [] }
  })
  const session = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, desk.asker),
  )
  hub.comesBack()
  await isUp()
  await mirror.catchUp()
  await isUp()
  expect(asked).toBeGreaterThan(1)
  const sessions = hub.lots.flat().flatMap((entry) => ('row' in entry && entry.table === 'session' ? entry.row.id : []))
  expect(new Set(sessions)).toEqual(new Set([session.id, desk.session.id]))
  await close()
})

test('a hub too old to know what it is asked is asked once, until another version of it is there', async () => {
  const { hub, db, clock } = desk
  const { mirror, isUp, close } = await aSessionIsUp()
  rememberChange(db, { id: clock.newId(), call: 'rooms.save', input: {}, value: {} }, clock.now())
  hub.goesAway()
  tells('two', true)
  const asked: string[] = []
  hub.answers((call) => {
    asked.push(call)
    return { ok: false, code: 'unknown_call', detail: { call } }
  })
  hub.comesBack()
  for (let count = 0; count < 3; count += 1) await mirror.catchUp()
  expect(asked).toEqual(['arrivals.knownSessions', 'arrivals.knownCommands'])
  hub.goesAway()
  hub.answers((call) => {
    asked.push(call)
    return { ok: true, value: [] }
  })
  hub.comesBack({ appVersion: '0.0.1' })
  await mirror.catchUp()
  await isUp()
  expect(asked).toEqual([...asked.slice(0, 2), ...asked.slice(0, 2)])
  expect(sent()).toContain('end')
  await close()
})

test('a desk that is closed before its hub said what it has of what was given to it, and of what was changed, asks as it starts again', async () => {
  const { hub, db, clock } = desk
  const first = await aSessionIsUp()
  const command = clock.newId()
  rememberChange(db, { id: command, call: 'rooms.save', input: {}, value: {} }, clock.now())
  tells('two', true)
  let asked = 0
  hub.answers(() => {
    asked += 1
    return { ok: false, code: 'unexpected', detail: { reference: 'E1' } }
  })
  await first.mirror.catchUp()
  expect(asked).toBe(2)
  await first.close()
  hub.answers(() => ({ ok: true, value: [] }))
  const { mirror, isUp, close } = connected()
  await mirror.catchUp()
  await isUp()
  expect(sent()).toContain('note')
  expect(lostChanges(db).map(({ id }) => id)).toEqual([command])
  hub.answers(() => {
    asked += 1
    return { ok: true, value: [] }
  })
  await mirror.catchUp()
  expect(asked).toBe(2)
  await close()
})

test('a hub that is put back while it is here, and takes a row not, is asked anew; all of it is there in the end, and nothing stays set aside', async () => {
  const { hub } = desk
  const { uploader, isUp, close } = await aNoteIsUp()
  tells('two', true)
  hub.answers(() => ({ ok: true, value: [] }))
  // It knows no such session.
  hub.decide((_, count) => (count === 0 ? { ok: false, code: 'refused', at: 0 } : 'arrives'))
  await desk.aNote('第二句')
  uploader.tryNow()
  await isUp()
  expect(sentAgain()).toEqual(['第一句', '第二句'])
  expect(uploader.progress().setAside.size).toBe(0)
  await close()
})

test('a lot that was on its way while its hub was put back, and was refused, goes again by itself', async () => {
  const { hub } = desk
  const { mirror, uploader, isUp, close } = await aNoteIsUp()
  hub.answers(() => ({ ok: true, value: [] }))
  hub.decide(async (_, count) => {
    if (count > 0) return 'arrives'
    // Before its answer comes it is known that all of it waits again.
    tells('two', true)
    await mirror.catchUp()
    return { ok: false, code: 'refused', at: 0 }
  })
  await desk.aNote('第二句')
  uploader.tryNow()
  await isUp()
  expect(uploader.progress().setAside.size).toBe(0)
  expect(sentAgain()).toEqual(['第一句', '第二句'])
  await close()
})

test('a session whose end a hub took when it had been put back already is told of once more, though that hub has it whole by what it knows', async () => {
  const { hub } = desk
  const { mirror, uploader, isUp, close } = await aNoteIsUp()
  tells('two', true)
  hub.answers(() => ({ ok: true, value: [desk.session.id] }))
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  uploader.tryNow()
  await isUp()
  expect(sent()).not.toContain('note')
  await mirror.catchUp()
  await isUp()
  expect(sent().filter((what) => what === 'note')).toHaveLength(1)
  expect([sent().at(-1), uploader.isUp(desk.session.id)]).toEqual(['end', true])
  // Once it is known to which history, never again.
  hub.lots.length = 0
  await mirror.catchUp()
  tells('three', true)
  await mirror.catchUp()
  expect(sent()).not.toContain('note')
  await close()
})

test('what a hub keeps of no command is not told as lost: of those whose answer is secret it remembers nothing', () => {
  const { db, clock } = desk
  makeMirrorTables(db)
  const [read, followed] = [clock.newId(), clock.newId()]
  const accepted = { input: {}, value: {} }
  rememberChange(db, { id: read, call: 'lifeChannel.readSealed', ...accepted }, clock.now())
  rememberChange(db, { id: followed, call: 'lifeChannel.followUp', ...accepted }, clock.now())
  expect(changesAfter(db, '', '', 10)).toEqual([followed])
})

test('what was fetched to come home goes where the desk belongs to its hub after all', async () => {
  const { db } = desk
  makeMirrorTables(db)
  const { id: noteId } = await desk.aNote('上周买的')
  keepChangedElsewhere(db, [{ noteId, note: { id: noteId, text: '别人补的' }, events: [], changes: [] }])
  const { close } = connected()
  expect(changedElsewhere(db)).toEqual([])
  await close()
})

test('what was fetched is asked for its seal note by note, however many notes there are', () => {
  const { db } = desk
  makeMirrorTables(db)
  for (const [name, sql] of Object.entries(elsewhereQueries)) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ noteId: '', json: '' }) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).join('; '), name).not.toContain('SCAN note')
  }
})

test('a hub whose changes nobody understands here keeps nothing that is heard from going up', async () => {
  const { hub } = desk
  hub.tells(() => {
    throw new Error('not understood')
  })
  hub.comesBack()
  const { uploader, isUp, close } = connected()
  await desk.aNote('第一句')
  uploader.tryNow()
  await isUp()
  expect(sent()).toContain('note')
  await close()
})

test.each([
  ['its database is away', { ok: false, code: 'offline', detail: { since: '2026-09-18T01:00:00.000Z' } }, true],
  ['it fails', { ok: false, code: 'unexpected', detail: { reference: 'E1' } }, false],
  ['it tells of what is not known here', { ok: true, value: { cursor: '1', rows: 'of a newer hub' } }, false],
])('what changed cannot be had where %s: only what passes counts as being away', async (_, said, isAway) => {
  const hub = await aSmallHub()
  hub.faults.changes = said
  const link = openHubLink({
    ...{ address: new URL(hub.address), fingerprint: null, token: TOKEN, appVersion: '0.0.0', hubId: hub.hubId },
    ...{ clock: desk.clock, pace: { firstRetryMs: 20, longestRetryMs: 100 } },
  })
  const problem: unknown = await link.changesSince(null).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Error)
  expect(problem instanceof HubAway).toBe(isAway)
  await link.close()
  await hub.stop()
})
