import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import { aHub, type RunningHub } from '../builders/hub.ts'
import { aMemberOfHub } from '../builders/member-of-hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

/** A real hub on a real PostgreSQL, and a desk with a file of its own on a real socket. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hub: RunningHub
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  hub = await aHub(house.url, { clock: house.clock })
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await hub.close()
  await house.close()
})

test('a case that a desk raised without its hub goes up whole, and its call is sealed and opened there too', async () => {
  const joined = await hub.joined({ role: 'note_taker' }, '陈静')
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`))
  ends.push(desk.close)
  desk.db.function('life_opened', (_: unknown, payload: unknown) => String(payload))
  const sessionId = await desk.anHour(null)
  const { id: callId } = desk.db.prepare('SELECT id FROM call WHERE session_id = ? ORDER BY number').get(sessionId) as {
    id: string
  }
  const noted = (where: string) =>
    desk.db.prepare(`SELECT count(*) FROM note WHERE call_id = ? AND ${where}`).pluck().get(callId) as number
  const [all, standing] = [noted('true'), noted('removed_at IS NULL')]
  const sealing = makeSealing(desk.parts, plainSealer)
  const life = lifeChannelService(desk.parts, sealing, plainSealer)
  const caseId = desk.parts.clock.newId()
  const raised = {
    caseId,
    callId,
    origin: 'key',
    grade: null,
    evidence: null,
    raisedAt: desk.parts.clock.now(),
  } as const
  await accepted(life.raise(raised, nobody))
  const details = { callback: '13912345678', address: '花园路 9 号', remark: '' }
  const kept = { caseId, at: desk.parts.clock.now(), details }
  await accepted(life.keepDetails({ detailsId: desk.parts.clock.newId(), ...kept }, nobody))
  const { uploader } = desk.connects()
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)

  const own = <T>(call: string, input: unknown) => accepted(hub.own(call, input) as never) as Promise<T>
  expect(await own('notes.ofCall', { callId })).toEqual([])
  expect(await own('lifeChannel.sealedCalls', { sessionId })).toMatchObject([{ callId }])
  expect(await own('lifeChannel.list', { limit: 5 })).toMatchObject({ total: 1, cases: [{ id: caseId, callId }] })
  const words = await own<{ notes: unknown[] }>('lifeChannel.readSealed', { caseId, reason: '回访' })
  expect(words).toMatchObject({ details })
  expect(words.notes).toHaveLength(all)

  const at = desk.parts.clock.now()
  const dismissing = life.act({ actId: desk.parts.clock.newId(), caseId, at, act: { what: 'dismissed' } }, nobody)
  // That its words are put away no more is told before the call is open.
  const told = desk.db.prepare(`SELECT what FROM journal WHERE what IN ('life_sealed', 'sealed_call') ORDER BY number`)
  expect(told.pluck().all()).toEqual(['life_sealed', 'sealed_call'])
  await accepted(dismissing)
  await vi.waitFor(() => expect(uploader.progress().rows).toBe(0), patience)
  await vi.waitFor(async () => expect(await own('notes.ofCall', { callId })).toHaveLength(standing), patience)
  expect(await own('lifeChannel.sealedCalls', { sessionId })).toEqual([])
  expect(await own('lifeChannel.list', { limit: 5 })).toMatchObject({ cases: [{ state: 'dismissed' }] })
})
