import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDeskOfCases } from '../builders/desk-of-cases.ts'
import { aHub, aRawDesk, type RunningHub } from '../builders/hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'

/** A real hub on a real PostgreSQL, and a desk at which somebody cries for help before the call could be begun. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const ends: (() => unknown)[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url, { clock: house.clock })
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await hub.close()
  await house.close()
})

async function aCry(mostRows?: number) {
  const { desk, life, sealing, raises, acts } = await aDeskOfCases(hub, mostRows)
  ends.push(desk.close)
  const { id: sessionId } = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: desk.asker.personId, purpose: 'listen' }, desk.asker),
  )
  const callId = v7()
  const caseId = await raises(callId)
  const details = { callback: '13912345678', address: '花园路 9 号', remark: '' }
  const kept = { detailsId: v7(), caseId, at: desk.parts.clock.now(), details }
  await accepted(life.keepDetails(kept, desk.asker))
  /** As the window does: the call, what is noted in it, and the case once more. */
  const begins = async () => {
    await accepted(desk.sessions.nextCall({ sessionId, reference: null, callId }, desk.asker))
    await raises(callId, caseId)
    const note = { noteId: v7(), callId, kind: 'voice', text: '别打了', offsetMs: 900, issueTypeId: null } as const
    await accepted(desk.notes.add(note, desk.asker))
  }
  const sessionEnds = async () => {
    await accepted(desk.sessions.end({ sessionId }, desk.asker))
    sealing.putAway()
  }
  return { desk, acts, raises, begins, sessionEnds, details, sessionId, callId, caseId }
}

const own = <T>(call: string, input: unknown) => accepted(hub.own(call, input) as never) as Promise<T>
const atHub = () => own('lifeChannel.list', { limit: 5 })

test('a case that is up before its call tells the hub later which call it is, seals it there and tells other desks', async () => {
  const { desk, begins, callId, caseId, sessionId } = await aCry()
  const { uploader } = desk.connects()
  const isUp = () => vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await isUp()
  expect(await atHub()).toMatchObject({ total: 1, cases: [{ id: caseId, callId: null, callNumber: null }] })
  const other = await aRawDesk(hub.host, (await hub.joined({ role: 'note_taker' }, '李雷')).token)
  ends.push(other.close)
  await begins()
  await isUp()
  expect(await atHub()).toMatchObject({ total: 1, cases: [{ id: caseId, callId, sessionId, callNumber: 1 }] })
  expect(await own('lifeChannel.sealedCalls', { sessionId })).toMatchObject([{ callId }])
  expect(await own('notes.ofCall', { callId })).toEqual([])
  const told = () => other.events.flatMap((event) => (event.kind === 'changed' ? event.topics : []))
  await vi.waitFor(() => expect(told()).toContain('lifeChannel'), patience)
})

test('said at the hub, a wrong alarm of a case that was raised before its call opens that call, and a change of mind seals it', async () => {
  const { desk, begins, sessionEnds, callId, caseId, sessionId } = await aCry()
  const { uploader } = desk.connects()
  const isUp = () => vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await isUp()
  await begins()
  await sessionEnds()
  await isUp()
  expect(await own('notes.ofCall', { callId })).toEqual([])
  const says = (verdict: object) => own('lifeChannel.reconsider', { actId: v7(), caseId, sessionId, verdict })
  await says({ what: 'dismissed', reason: '念的是小说' })
  expect(await own('notes.ofCall', { callId })).toMatchObject([{ text: '别打了' }])
  await says({ what: 'restored' })
  expect(await own('notes.ofCall', { callId })).toEqual([])
})

test.each([
  ['all at once', undefined],
  ['two rows at a time', 2],
  ['in lots that would end between the case and its seal', 4],
])('raised, named and sealed while the hub is away, it goes up whole with its call, %s', async (_, mostRows) => {
  const { desk, begins, sessionEnds, details, callId, caseId, sessionId } = await aCry(mostRows)
  await begins()
  await sessionEnds()
  const { uploader, link } = desk.connects()
  const lots: string[][] = []
  const { upload } = link
  Object.assign(link, {
    upload: (rows: Parameters<typeof upload>[0]) => {
      lots.push(rows.map(({ table }) => table))
      return upload(rows)
    },
  })
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  expect([...uploader.progress().setAside]).toEqual([])
  if (mostRows !== 2) expect(lots.find((lot) => lot.includes('life_case'))).toContain('sealed_call')
  expect(uploader.isUp(sessionId)).toBe(true)
  expect(await atHub()).toMatchObject({ total: 1, cases: [{ id: caseId, callId, sessionId }] })
  expect(await own('notes.ofCall', { callId })).toEqual([])
  const words = await own('lifeChannel.readSealed', { caseId, readingId: v7(), reason: '回访' })
  expect(words).toMatchObject({ details, notes: [{ text: '别打了' }] })
})

test('a case that was a wrong alarm before its call began is of that call at the hub, and seals nothing', async () => {
  const { desk, acts, begins, callId, caseId } = await aCry()
  await acts(caseId, 'dismissed')
  await begins()
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  expect(await atHub()).toMatchObject({ total: 1, cases: [{ id: caseId, callId, state: 'dismissed' }] })
  expect(await own('notes.ofCall', { callId })).toMatchObject([{ text: '别打了' }])
})
